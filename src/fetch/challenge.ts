import { readFile } from 'node:fs/promises'
import type { Body } from '../core/exchange.ts'
import { DRAIN_BYTES, discard, header, refusal } from './answer.ts'
import { Broken } from './failure.ts'
import type { Answer } from './send.ts'

/** How a protective service shows that it wants a browser or a person, or turns programs away. */
interface Mark {
  readonly service: string
  readonly header?: readonly [name: string, value: RegExp]
  readonly words?: RegExp
  /** Seen on ordinary pages of its customers too. */
  readonly onlyWhenRefused?: true
}

const MARKS: readonly Mark[] = [
  { service: 'Cloudflare', header: ['cf-mitigated', /challenge/i] },
  {
    service: 'Cloudflare',
    header: ['server', /^cloudflare/i],
    words: /<title>\s*(Just a moment|Attention Required)/i,
  },
  { service: 'Imperva', words: /noindex[\s\S]*_Incapsula_Resource|Incapsula incident ID/i },
  { service: 'Imperva', words: /_Incapsula_Resource/, onlyWhenRefused: true },
  { service: 'DataDome', words: /captcha-delivery\.com/ },
  { service: 'DataDome', header: ['x-datadome', /./], onlyWhenRefused: true },
  { service: 'AWS WAF', header: ['x-amzn-waf-action', /challenge|captcha/i] },
  { service: 'Akamai', words: /Access Denied[\s\S]*Reference(\s|&#32;)*(#|&#35;)/i, onlyWhenRefused: true },
  { service: 'F5', words: /requested URL was rejected[\s\S]*support ID/i },
]

const REFUSALS = new Set([403, 405, 429, 503])
/** Enough to know the page of a protective service. */
const OPENING_BYTES = 4 * 1024
/** A larger page is more than a wall. */
const MAX_WALL_BYTES = 64 * 1024

/**
 * An answer without success, as a failure. Reads the beginning of the body where that tells more than the status.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export async function unsuccessful(
  answer: Answer,
  content: AsyncIterable<Uint8Array>,
  now: number,
): Promise<Broken> {
  const { statusCode } = answer
  const plain = refusal(answer, now)
  if (REFUSALS.has(statusCode)) return challenge(answer, await opening(content), true) ?? plain
  await discard(answer)
  return plain
}

/** A success that is a wall in truth: a small HTML page with a challenge's marks. */
export async function wallIn(answer: Answer, body: Body): Promise<Broken | undefined> {
  const html = /html/i.test(header(answer, 'content-type') ?? '')
  if (!html || body.size > MAX_WALL_BYTES) return undefined
  const bytes = 'bytes' in body ? body.bytes : await readFile(body.path)
  return challenge(answer, Buffer.from(bytes).toString('latin1', 0, OPENING_BYTES), false)
}

function challenge(answer: Answer, words: string, refused: boolean): Broken | undefined {
  const mark = MARKS.find(
    ({ header: sent, words: pattern, onlyWhenRefused }) =>
      (refused || !onlyWhenRefused) &&
      (!sent || sent[1].test(header(answer, sent[0]) ?? '')) &&
      (!pattern || pattern.test(words)),
  )
  return mark && new Broken('challenge', `${answer.statusCode} ${answer.statusText}, ${mark.service}`)
}

async function opening(content: AsyncIterable<Uint8Array>): Promise<string> {
  let words = ''
  let size = 0
  try {
    for await (const chunk of content) {
      words += Buffer.from(chunk).toString('latin1', 0, OPENING_BYTES - words.length)
      size += chunk.length
      // A short rest is read, which keeps the connection for the next request.
      if (size > DRAIN_BYTES) break
    }
  } catch (error) {
    // A refusal whose page breaks off is still that refusal.
    if (!(error instanceof Broken)) throw error
  }
  return words
}
