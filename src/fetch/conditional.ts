import { createHash } from 'node:crypto'
import type { Exchange, Known } from '../core/exchange.ts'
import { facts } from './answer.ts'
import type { Trail } from './follow.ts'

/** Only what came as plain ASCII goes back as the server sent it. */
const SENDABLE = /^[\x20-\x7e]+$/

/** RFC 9110 §13.1: headers that ask for the content only if it has changed; nothing for an address that did not give it. */
export function conditions(url: URL, known: Known | undefined): Readonly<Record<string, string>> | undefined {
  if (!known || known.answeredBy !== addressDigest(url.href)) return undefined
  const { etag = '', lastModified = '' } = known
  const asking = {
    ...(SENDABLE.test(etag) && { 'if-none-match': etag }),
    ...(SENDABLE.test(lastModified) && { 'if-modified-since': lastModified }),
  }
  return Object.keys(asking).length > 0 ? asking : undefined
}

/** SHA-256 of an address, so that it can be known again without being readable: it may hold a key. */
export const addressDigest = (url: string): string => createHash('sha256').update(url).digest('hex')

/** What a 304 says, and what it leaves out as it was; its length, if any, is not the content's. */
export function unchangedFacts({ answer, known }: Trail): Partial<Exchange> {
  if (!answer || !known) throw new Error('unchanged without having asked')
  const { answeredBy: _, ...before } = known
  const { contentLength: __, ...now } = facts(answer)
  return { ...before, ...now, unchanged: true }
}
