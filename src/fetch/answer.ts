import type { Exchange } from '../core/exchange.ts'
import { Broken } from './failure.ts'
import { parseRetryAfter } from './retry-after.ts'
import type { Answer } from './send.ts'
import { headerText } from './url.ts'

/** An unwanted body up to this size is read, which keeps the connection for the next request. */
export const DRAIN_BYTES = 64 * 1024

/** Gives the connection back, by reading what little is left or by ending it. */
export async function discard(answer: Answer): Promise<void> {
  await answer.body.discard(DRAIN_BYTES)
}

/** The first value when a server sends several. */
export function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function refusal(answer: Answer, now: number): Broken {
  const { statusCode: status, statusText } = answer
  const value = header(answer, 'retry-after')
  const retryAfter = value === undefined ? undefined : parseRetryAfter(value, header(answer, 'date'), now)
  // With other statuses it does not speak of load.
  const busy = status === 429 || status >= 500
  return new Broken('http-status', `${status} ${statusText}`, {
    status,
    ...(busy && retryAfter !== undefined && { retryAfter }),
  })
}

type AnswerFacts = Pick<
  Exchange,
  'status' | 'contentType' | 'contentDisposition' | 'contentLength' | 'lastModified' | 'etag'
>

export function facts(answer: Answer): AnswerFacts {
  const length = header(answer, 'content-length')
  return {
    status: answer.statusCode,
    ...text(answer, 'content-type', 'contentType'),
    ...text(answer, 'content-disposition', 'contentDisposition'),
    ...(length !== undefined && { contentLength: Number(length) }),
    ...text(answer, 'last-modified', 'lastModified'),
    ...text(answer, 'etag', 'etag'),
  }
}

function text<Key extends string>(answer: Answer, name: string, key: Key): { [K in Key]?: string } {
  const value = header(answer, name)
  return value === undefined ? {} : ({ [key]: headerText(value) } as { [K in Key]: string })
}

/** Every header as people read it; one sent several times stands there as often. */
export const headerList = ({ headers }: Answer): (readonly [name: string, value: string])[] =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, headerText(value)] as const),
  )
