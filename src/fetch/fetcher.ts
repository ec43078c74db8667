import { setMaxListeners } from 'node:events'
import type { Dispatcher } from 'undici'
import type { Ask, Attempt, Body, Exchange, Known } from '../core/exchange.ts'
import type { HostRecord } from '../core/ledger.ts'
import { discard, facts, header, headerList } from './answer.ts'
import { unsuccessful, wallIn } from './challenge.ts'
import { conditions, unchangedFacts } from './conditional.ts'
import { decode } from './decode.ts'
import { Broken, brokenBy } from './failure.ts'
import type { FetcherOptions, Timeouts } from './fetcher-options.ts'
import { follow, isRedirect, type Trail } from './follow.ts'
import { createLanes } from './lanes.ts'
import { attemptsWorth } from './retry.ts'
import { type Answer, send } from './send.ts'
import { type Loaded, Share, type ShareLimits } from './share.ts'
import { createSpool } from './spool.ts'
import { monotonicTime } from './time.ts'
import { certificateFacts, createVerification, type VerifiedTrail } from './verification.ts'

export interface Fetched {
  readonly exchange: Exchange
  /**
   * Present unless `exchange.failure` or `exchange.unchanged` is; with a failure when `exchange.certificates` is
   * `ignored`.
   */
  readonly body?: Body
}

export interface Fetcher {
  /**
   * Asks for equal addresses once per window and what is known of them. Never rejects for what a URL or a server
   * does; rejects for a full disk or a closed fetcher.
   */
  fetch(url: string, ask?: Ask): Promise<Fetched>
  /** Gives a spooled body back, to be deleted when nobody needs it. A local file is left alone. */
  release(body: Body): Promise<void>
  /** How each host was treated so far, most requests first. */
  statistics(): readonly HostRecord[]
  /** Ends what is under way and removes the spool. */
  close(): Promise<void>
}

interface Following {
  readonly trail: VerifiedTrail
  readonly body?: Body
  readonly broken?: Broken
}

const TIMEOUTS: Timeouts = { connect: 15_000, headers: 60_000, bodyIdle: 30_000, total: 600_000 }
const KEEP: ShareLimits = { links: 10_000, bytes: 32 * 2 ** 20 }
const USER_AGENT = 'odbadge/0.1.0 (government open data quality audit)'

export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { maxRedirects = 10, userAgent = USER_AGENT, clock = Date.now } = options
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const spool = createSpool(options.maxBytes ?? 2 ** 30, options.inMemory ?? 64 * 1024, options.spoolDir)
  const closing = new AbortController()
  // Every request that waits for its turn listens.
  setMaxListeners(0, closing.signal)
  const lanes = options.shared ?? createLanes(options, options.time ?? monotonicTime(closing.signal))
  const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip, deflate, br' }
  const verification = createVerification({ ...options, lanes, timeouts, userAgent, clock })
  const share = new Share(load, spool.release, { ...KEEP, ...options.keep })

  /** One request to the last byte of its answer; no body for a redirect. */
  async function visit(
    url: URL,
    cookie: string,
    trail: Trail,
    dispatcher: Dispatcher,
  ): Promise<Body | undefined> {
    const asking = conditions(url, trail.known)
    const answer = await send(url, {
      dispatcher,
      headers: { ...headers, ...asking, ...(cookie && { cookie }) },
      total: timeouts.total,
    })
    trail.answer = answer
    if (isRedirect(answer)) {
      await discard(answer)
      return undefined
    }
    if (asking && answer.statusCode === 304) {
      await discard(answer)
      trail.unchanged = true
      return undefined
    }
    if (answer.statusCode >= 300) throw await unsuccessful(answer, content(answer), clock())
    const body = (await small(answer)) ?? (await spool.keep(content(answer)))
    const wall = await wallIn(answer, body)
    if (!wall) return body
    await spool.release(body)
    throw wall
  }

  /** Most bodies, and none of them worth the detour by way of streams. */
  async function small(answer: Answer): Promise<Body | undefined> {
    if (spool.inMemory === 0 || header(answer, 'content-encoding') !== undefined) return undefined
    const chunks = await answer.body.all(spool.inMemory).catch((error) => {
      throw brokenBy(error, true)
    })
    if (!chunks) return undefined
    const bytes = Buffer.concat(chunks)
    return { bytes, size: bytes.length, whole: true }
  }

  async function attempt(url: string, window: number, known?: Known): Promise<Following> {
    const trail: VerifiedTrail = { finalUrl: url, hops: [], ...(known && { known }) }
    try {
      const body = await follow(trail, maxRedirects, clock(), (url, cookie) =>
        verification.visit(url, trail, (dispatcher) =>
          // To a server nobody vouches for we bring nothing.
          lanes.run(url, () => visit(url, trail.doubt ? '' : cookie, trail, dispatcher), window),
        ),
      )
      return { trail, ...(body && { body }), ...(trail.doubt && { broken: trail.doubt.broken }) }
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      return trail.doubt ?? { trail, broken: error }
    }
  }

  async function load(url: string, window: number, known?: Known): Promise<Loaded> {
    const began = clock()
    const attempts: Attempt[] = []
    const { trail, body, broken } = await persist(async () => {
      const at = clock()
      const following = await attempt(url, window, known)
      const failure = following.broken?.failure
      attempts.push({
        window,
        at: new Date(at).toISOString(),
        elapsed: clock() - at,
        ...(failure && { failure }),
      })
      return following
    }, options.attempts ?? 3)
    const exchange: Exchange = {
      kind: 'http',
      url,
      finalUrl: trail.finalUrl,
      hops: trail.hops,
      ...(trail.answer && facts(trail.answer)),
      ...(trail.unchanged && unchangedFacts(trail)),
      ...(options.keepHeaders && trail.answer && { headers: headerList(trail.answer) }),
      ...(broken && { failure: broken.failure }),
      ...(attempts[0]?.failure && { attempts }),
      ...certificateFacts(trail),
      at: new Date(began).toISOString(),
      elapsed: clock() - began,
    }
    return { exchange, ...(body && { body }), settled: !broken || attemptsWorth(broken) === 1 }
  }

  return {
    fetch: (url, { window, known } = {}) => share.fetch(url, window, known),
    release: (body) => share.release(body),
    statistics: lanes.statistics,
    async close() {
      closing.abort()
      share.clear()
      await verification.close()
      spool.close()
    },
  }
}

/** Follows a link as often as its failures are worth it. */
async function persist(attempt: () => Promise<Following>, most: number): Promise<Following> {
  let last = await attempt()
  for (let made = 1; last.broken && made < Math.min(most, attemptsWorth(last.broken)); made++) {
    const next = await attempt()
    // Nobody was asked: what the last answer said still holds.
    if (next.broken?.failure.code === 'host-down') break
    last = next
  }
  return last
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
