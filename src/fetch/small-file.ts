import type { Dispatcher } from 'undici'
import { discard, header, refusal } from './answer.ts'
import { Broken, brokenBy } from './failure.ts'
import { isRedirect } from './follow.ts'
import type { Lanes } from './lanes.ts'
import { send } from './send.ts'
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
  const headers = { 'user-agent': userAgent, accept: '*/*' }
  const answer = await send(url, { dispatcher, headers, total: timeout })
  try {
    if (isRedirect(answer)) return redirectTarget(header(answer, 'location') ?? '', url)
    if (answer.statusCode !== 200) throw refusal(answer, clock())
    const chunks = await answer.body.all(MAX_BYTES)
    if (!chunks) throw new Broken('protocol', `more than ${MAX_BYTES} bytes`)
    return Buffer.concat(chunks)
  } catch (error) {
    throw brokenBy(error, true)
  } finally {
    await discard(answer)
  }
}
