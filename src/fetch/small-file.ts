import { type Dispatcher, request } from 'undici'
import { type Answer, discard, header, refusal } from './answer.ts'
import { Broken, brokenBy } from './failure.ts'
import { isRedirect } from './follow.ts'
import type { Lanes } from './lanes.ts'
import { redirectTarget, target } from './url.ts'

export interface SmallFileOptions {
  readonly dispatcher: Dispatcher
  readonly lanes: Lanes
  readonly userAgent: string
  /** Milliseconds for each redirect. */
  readonly timeout: number
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: () => number
}

const MAX_BYTES = 64 * 1024
const MAX_REDIRECTS = 3

/**
 * A few bytes over plain http, in memory, as polite and as guarded as a link.
 *
 * @throws Broken when that does not work out
 */
export async function smallFile(address: string, options: SmallFileOptions): Promise<Buffer> {
  let url = target(address)
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    if (url.protocol !== 'http:') throw new Broken('unsupported-scheme', url.protocol)
    const at = url
    const found = await options.lanes.run(at, () => ask(at, options))
    if (Buffer.isBuffer(found)) return found
    url = found
  }
  throw new Broken('too-many-redirects', `more than ${MAX_REDIRECTS}`)
}

/** The bytes, or where they are said to be. */
async function ask(url: URL, options: SmallFileOptions): Promise<Buffer | URL> {
  const { dispatcher, userAgent, timeout, clock } = options
  const limit = new AbortController()
  const timer = setTimeout(() => {
    limit.abort(new Broken('total-timeout', `more than ${timeout} ms`))
  }, timeout)
  const headers = { 'user-agent': userAgent, accept: '*/*' }
  let answer: Answer | undefined
  try {
    answer = await request(url, { dispatcher, headers, signal: limit.signal })
    if (isRedirect(answer)) return redirectTarget(header(answer, 'location') ?? '', url)
    if (answer.statusCode !== 200) throw refusal(answer, clock())
    return await content(answer)
  } catch (error) {
    throw brokenBy(error, answer !== undefined)
  } finally {
    if (answer) await discard(answer)
    clearTimeout(timer)
  }
}

async function content(answer: Answer): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) throw new Broken('protocol', `more than ${MAX_BYTES} bytes`)
  }
  return Buffer.concat(chunks)
}
