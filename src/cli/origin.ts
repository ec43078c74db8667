import type { Origin } from '../audit.ts'
import { createFetcher, fetchLocal } from '../fetch/index.ts'

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
}

/** Links of a catalogue: the network only. A catalogue from outside must not make us read local files. */
export function networkOrigin({ maxBytes, timeout, allowPrivate = false }: Limits): ClosableOrigin {
  const wait = timeout * 1000
  return createFetcher({
    maxBytes,
    allowPrivate,
    timeouts: { connect: wait, headers: wait, bodyIdle: wait },
  })
}

/** Files and URLs the user named: the network is opened only when one of them needs it. */
export function namedOrigin(limits: Limits): ClosableOrigin {
  let network: ClosableOrigin | undefined
  const spooled = new WeakSet<object>()
  return {
    async fetch(url) {
      if (!/^https?:/i.test(url)) return fetchLocal(url)
      // The guard is against what a catalogue makes us visit; here the user himself says where to go.
      network ??= networkOrigin({ ...limits, allowPrivate: true })
      const fetched = await network.fetch(url)
      if (fetched.body) spooled.add(fetched.body)
      return fetched
    },
    async release(body) {
      if (spooled.has(body)) await network?.release(body)
    },
    async close() {
      await network?.close()
    },
  }
}
