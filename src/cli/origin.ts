import type { Origin } from '../audit.ts'
import type { HostRecord } from '../core/ledger.ts'
import type { Fetcher, FetcherOptions, InsecureInspect } from '../fetch/index.ts'
import { fetchLocal } from '../fetch/local.ts'
import { PROGRAM } from './program.ts'

export interface ClosableOrigin extends Origin {
  statistics(): readonly HostRecord[]
  close(): Promise<void>
}

export interface Limits {
  /** How hosts are treated; the polite defaults where nothing is said. */
  readonly spacing?: number
  readonly perHost?: number
  readonly hosts?: NonNullable<FetcherOptions['overrides']>
  /** Who asks, for the administrators of the servers: an address or a web page. */
  readonly contact?: string
  /** Of one body. */
  readonly maxBytes: number
  /** Seconds, for each phase of an exchange. */
  readonly timeout: number
  /** Bytes up to which a body needs no file. */
  readonly inMemory?: number
  /** Lets links lead into private networks. */
  readonly allowPrivate?: boolean
  /** Certificates in PEM to trust besides Node's and the system's. */
  readonly authorities?: string
  readonly insecureInspect?: InsecureInspect
  /** Puts all headers of an answer into its exchange. */
  readonly keepHeaders?: boolean
}

/** Links of a catalogue: the network only. A catalogue from outside must not make us read local files. */
export function networkOrigin(limits: Limits): ClosableOrigin {
  const { maxBytes, timeout, allowPrivate = false, keepHeaders = false, inMemory } = limits
  const { spacing, perHost, hosts, contact, authorities, insecureInspect } = limits
  let opened: Promise<Fetcher> | undefined
  let running: Fetcher | undefined
  // Loaded when the first link is followed: undici takes longer than a small file takes to check.
  const fetcher = () => (opened ??= open())
  async function open() {
    const { createFetcher } = await import('../fetch/index.ts')
    const wait = timeout * 1000
    running = createFetcher({
      maxBytes,
      allowPrivate,
      ...(inMemory !== undefined && { inMemory }),
      keepHeaders,
      lanes: {
        ...(spacing !== undefined && { spacing }),
        ...(perHost !== undefined && { concurrency: perHost }),
      },
      ...(hosts && { overrides: hosts }),
      userAgent: userAgent(contact),
      ...(authorities !== undefined && { ca: authorities }),
      ...(insecureInspect && { insecureInspect }),
      timeouts: { connect: wait, headers: wait, bodyIdle: wait },
    })
    return running
  }
  return {
    fetch: async (url, ask) => (await fetcher()).fetch(url, ask),
    release: async (body) => (await fetcher()).release(body),
    statistics: () => running?.statistics() ?? [],
    close: async () => (await opened)?.close(),
  }
}

const userAgent = (contact: string | undefined): string =>
  `${PROGRAM.replace(' ', '/')} (${contact === undefined ? '' : `${contact}; `}government open data quality audit)`

/** `ftp://…` is no path either: the network says that it does not speak it. */
const FOREIGN = /^(?!file:)[a-z][a-z\d+.-]*:\/\//i

/** Links of a catalogue, and the files beside one that lies on this machine itself; those are never removed. */
export function catalogueOrigin(network: ClosableOrigin): ClosableOrigin {
  const local = new WeakSet<object>()
  return {
    ...network,
    async open(path) {
      const fetched = await fetchLocal(path)
      if (fetched.body) local.add(fetched.body)
      return fetched
    },
    async release(body) {
      if (!local.has(body)) await network.release(body)
    },
  }
}

/** Where a catalogue leads to for more of itself; it is read from files. */
export const pageOrigin = (limits: Limits): ClosableOrigin => networkOrigin({ ...limits, inMemory: 0 })

/** Files and URLs the user named. */
export function namedOrigin(limits: Limits): ClosableOrigin {
  // The guard is against what a catalogue makes us visit; here the user himself says where to go.
  // And catalogues are read from their files.
  return withLocalFiles(networkOrigin({ ...limits, allowPrivate: true, inMemory: 0 }))
}

/** Local files besides what the origin has for links. */
export function withLocalFiles(network: ClosableOrigin): ClosableOrigin {
  const spooled = new WeakSet<object>()
  return {
    async fetch(url, ask) {
      if (!FOREIGN.test(url)) return fetchLocal(url)
      const fetched = await network.fetch(url, ask)
      if (fetched.body) spooled.add(fetched.body)
      return fetched
    },
    async release(body) {
      if (spooled.has(body)) await network.release(body)
    },
    statistics: network.statistics,
    close: network.close,
  }
}
