import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import type { Body, Exchange, FetchFailure } from '../core/exchange.ts'
import { type Answer, discard, facts, header } from './answer.ts'
import { unsuccessful, wallIn } from './challenge.ts'
import { createConnector } from './connector.ts'
import { decode } from './decode.ts'
import { Broken, brokenBy } from './failure.ts'
import { follow, type Trail } from './follow.ts'
import { createSpool } from './spool.ts'

/** Milliseconds. */
export interface Timeouts {
  /** DNS, TCP and TLS together. */
  readonly connect: number
  /** From the request to the end of the headers. */
  readonly headers: number
  /** Between two pieces of the body. */
  readonly bodyIdle: number
  /** From the first sign of an answer, redirects included, to the last byte: waiting for a free connection does not count. */
  readonly total: number
}

export interface FetcherOptions {
  /** Where the private spool directory is made; the system's temporary directory by default. */
  readonly spoolDir?: string
  /** Of the decoded body; what follows is not fetched. */
  readonly maxBytes?: number
  readonly timeouts?: Partial<Timeouts>
  readonly maxRedirects?: number
  readonly connectionsPerOrigin?: number
  readonly userAgent?: string
  /** Lets links reach addresses that are not public: all, or those the function says. Others are `forbidden-address`. */
  readonly allowPrivate?: boolean | ((address: string) => boolean)
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction
  /** Certificates in PEM to trust besides Node's own. */
  readonly ca?: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock?: () => number
}

export interface Fetched {
  readonly exchange: Exchange
  /** Present unless `exchange.failure` is. */
  readonly body?: Body
}

export interface Fetcher {
  /** Never rejects for what a URL or a server does; rejects for a full disk or a closed fetcher. */
  fetch(url: string): Promise<Fetched>
  /** Deletes a spooled body. A local file is left alone. */
  release(body: Body): Promise<void>
  /** Ends what is under way and removes the spool. */
  close(): Promise<void>
}

const TIMEOUTS: Timeouts = { connect: 15_000, headers: 60_000, bodyIdle: 30_000, total: 600_000 }
const USER_AGENT = 'odbadge/0.1.0 (government open data quality audit)'

export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { maxRedirects = 10, userAgent = USER_AGENT, clock = Date.now } = options
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const spool = createSpool(options.maxBytes ?? 2 ** 30, options.spoolDir)
  const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip, deflate, br' }
  const agent = new Agent({
    connections: options.connectionsPerOrigin ?? 2,
    pipelining: 1,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.bodyIdle,
    connect: createConnector({ ...options, timeout: timeouts.connect }),
  })

  async function ask(url: URL, signal: AbortSignal, onInfo: () => void): Promise<Answer> {
    try {
      return await request(url, { dispatcher: agent, headers, signal, onInfo })
    } catch (error) {
      throw brokenBy(error, false)
    }
  }

  async function receive(trail: Trail): Promise<Body> {
    const limit = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const started = () => {
      timer ??= setTimeout(() => {
        limit.abort(new Broken('total-timeout', `more than ${timeouts.total} ms`))
      }, timeouts.total)
    }
    try {
      const answer = await follow(trail, maxRedirects, async (url) => {
        const answer = await ask(url, limit.signal, started)
        started()
        return answer
      })
      if (answer.statusCode >= 300) throw await unsuccessful(answer, content(answer))
      const body = await spool.keep(content(answer))
      const wall = await wallIn(answer, body)
      if (!wall) return body
      await spool.release(body)
      throw wall
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async fetch(url) {
      const began = clock()
      const trail: Trail = { finalUrl: url, hops: [] }
      let body: Body | undefined
      let failure: FetchFailure | undefined
      try {
        body = await receive(trail)
      } catch (error) {
        if (!(error instanceof Broken)) throw error
        failure = error.failure
      }
      const exchange: Exchange = {
        kind: 'http',
        url,
        finalUrl: trail.finalUrl,
        hops: trail.hops,
        ...(trail.answer && facts(trail.answer)),
        ...(failure && { failure }),
        at: new Date(began).toISOString(),
        elapsed: clock() - began,
      }
      return body ? { exchange, body } : { exchange }
    },
    release: spool.release,
    async close() {
      await agent.destroy()
      spool.close()
    },
  }
}

/** Tells the server's trouble from the disk's: only the former is a failure of the link. */
async function* content(answer: Answer): AsyncIterable<Uint8Array> {
  try {
    yield* decode(answer.body, header(answer, 'content-encoding'))
  } catch (error) {
    throw brokenBy(error, true)
  } finally {
    await discard(answer)
  }
}
