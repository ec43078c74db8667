import { setMaxListeners } from 'node:events'
import { isIP } from 'node:net'
import { getDomain } from 'tldts'
import type { HostRecord } from '../core/ledger.ts'
import { HostLane, type LaneSettings, type Time } from './host-lane.ts'
import { monotonicTime } from './time.ts'

const POLITE: LaneSettings = {
  concurrency: 2,
  spacing: 250,
  firstBackOff: 1_000,
  maxBackOff: 30_000,
  maxRetryAfter: 120_000,
  downAfter: 5,
  coolDown: 60_000,
}

/** Politeness is owed to the servers of others, not to one's own machine. */
const OWN_MACHINE: Partial<LaneSettings> = { spacing: 0, firstBackOff: 0 }

export interface LaneOptions {
  /** For every host. */
  readonly lanes?: Partial<LaneSettings>
  /** By host; any host of a registrable name stands for all of them. */
  readonly overrides?: Readonly<Record<string, Partial<LaneSettings>>>
}

export interface Lanes {
  /** As {@link HostLane.run}, in the lane of the URL's host. */
  run<T>(url: URL, request: () => Promise<T>, window?: number): Promise<T>
  /** Of the hosts that were asked, most requests first. */
  statistics(): HostRecord[]
  /** The greatest concurrency that any lane may have. */
  readonly widest: number
}

export function createLanes({ lanes: all, overrides = {} }: LaneOptions, time: Time): Lanes {
  const byName = new Map<string, HostLane>()
  const byHost = new Map<string, HostLane>()
  const special = new Map(
    Object.entries(overrides).map(([host, settings]) => [laneName(new URL(`http://${host}`)), settings]),
  )

  function laneOf(url: URL): HostLane {
    const lane = byHost.get(url.host) ?? newcomer(url)
    byHost.set(url.host, lane)
    return lane
  }

  function newcomer(url: URL): HostLane {
    const name = laneName(url)
    const own = isOwnMachine(url.hostname) ? OWN_MACHINE : {}
    const lane =
      byName.get(name) ?? new HostLane(name, { ...POLITE, ...own, ...all, ...special.get(name) }, time)
    byName.set(name, lane)
    return lane
  }

  return {
    run: (url, request, window) => laneOf(url).run(url.host, request, window),
    statistics: () =>
      [...byName.values()]
        .map((lane) => lane.statistics)
        .sort((a, b) => b.requests - a.requests || (a.host < b.host ? -1 : 1)),
    widest: Math.max(
      all?.concurrency ?? POLITE.concurrency,
      ...Array.from(special.values(), ({ concurrency = 0 }) => concurrency),
    ),
  }
}

/** Lanes for several fetchers: a server must not be asked by each of them at once. */
export interface SharedLanes {
  readonly lanes: Lanes
  /** Ends the waiting of whoever stands in line. */
  close(): void
}

export function shareLanes(options: LaneOptions): SharedLanes {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  return { lanes: createLanes(options, monotonicTime(closing.signal)), close: () => closing.abort() }
}

/** Machines behind one registrable name mostly stand in one room. An address or a name without one is a server by itself. */
export const laneName = ({ hostname, host }: URL): string => getDomain(hostname) ?? host

function isOwnMachine(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '')
  return name === '::1' || /(^|\.)localhost$/.test(name) || (isIP(name) === 4 && name.startsWith('127.'))
}
