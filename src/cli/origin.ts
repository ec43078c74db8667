import type { Origin } from '../audit.ts'
import type { Fetcher, InsecureInspect } from '../fetch/index.ts'
import { fetchLocal } from '../fetch/local.ts'

export interface ClosableOrigin extends Origin {
  close(): Promise<void>
}

export interface Limits {
  /** Of one body. */
  readonly maxBytes: number
  /** Seconds, for each phase of an exchange. */
  readonly timeout: number
  /** Lets links lead into private networks. */
  readonly allowPrivate?: boolean
  /** Certificates in PEM to trust besides Node's and the system's. */
  readonly authorities?: string
  readonly insecureInspect?: InsecureInspect
}

/** Links of a catalogue: the network only. A catalogue from outside must not make us read local files. */
export function networkOrigin(limits: Limits): ClosableOrigin {
  const { maxBytes, timeout, allowPrivate = false, authorities, insecureInspect } = limits
  let opened: Promise<Fetcher> | undefined
  // Loaded when the first link is followed: undici takes longer than a small file takes to check.
  const fetcher = () => (opened ??= open())
  async function open() {
    const { createFetcher } = await import('../fetch/index.ts')
    const wait = timeout * 1000
    return createFetcher({
      maxBytes,
      allowPrivate,
      ...(authorities !== undefined && { ca: authorities }),
      ...(insecureInspect && { insecureInspect }),
      timeouts: { connect: wait, headers: wait, bodyIdle: wait },
    })
  }
  return {
    fetch: async (url) => (await fetcher()).fetch(url),
    release: async (body) => (await fetcher()).release(body),
    close: async () => (await opened)?.close(),
  }
}

/** `ftp://…` is no path either: the network says that it does not speak it. */
const FOREIGN = /^(?!file:)[a-z][a-z\d+.-]*:\/\//i

/** Files and URLs the user named. */
export function namedOrigin(limits: Limits): ClosableOrigin {
  // The guard is against what a catalogue makes us visit; here the user himself says where to go.
  const network = networkOrigin({ ...limits, allowPrivate: true })
  const spooled = new WeakSet<object>()
  return {
    async fetch(url) {
      if (!FOREIGN.test(url)) return fetchLocal(url)
      const fetched = await network.fetch(url)
      if (fetched.body) spooled.add(fetched.body)
      return fetched
    },
    async release(body) {
      if (spooled.has(body)) await network.release(body)
    },
    close: network.close,
  }
}
