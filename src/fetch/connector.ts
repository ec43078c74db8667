import { isIP, type LookupFunction } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { buildConnector } from 'undici'
import { createGuard, type Guard, guardedLookup } from './guard.ts'

export type TlsSettings = Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'>

export interface ConnectorOptions {
  /** Milliseconds for DNS, TCP and TLS together. */
  readonly timeout: number
  /** Lets links reach addresses that are not public: all, or those the function says. */
  readonly allowPrivate?: boolean | ((address: string) => boolean) | undefined
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction | undefined
  /** Asked for every connection; another object takes the place of the one before. */
  readonly tls: () => TlsSettings
}

/** Opens connections. Every redirect and retry comes through here, so the guard stands here alone. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { timeout, allowPrivate = false, lookup } = options
  // Node leaves an address after 250 ms, too soon for a far server with several.
  const common = { timeout, autoSelectFamilyAttemptTimeout: 2_000 }
  if (allowPrivate === true) return renewed(options.tls, { ...common, ...(lookup && { lookup }) })
  const guard = createGuard(allowPrivate || undefined)
  return guarded(renewed(options.tls, { ...common, lookup: guardedLookup(guard, lookup) }), guard)
}

/** Reading a hundred authorities takes a moment, so that is done for the first https connection only. */
function renewed(tls: () => TlsSettings, common: buildConnector.BuildOptions): buildConnector.connector {
  const plain = buildConnector(common)
  let current: { settings: TlsSettings; connect: buildConnector.connector } | undefined
  return (target, callback) => {
    if (target.protocol !== 'https:') return plain(target, callback)
    const settings = tls()
    if (current?.settings !== settings)
      current = { settings, connect: buildConnector({ ...common, ...settings }) }
    current.connect(target, callback)
  }
}

function guarded(connect: buildConnector.connector, guard: Guard): buildConnector.connector {
  return (target, callback) => {
    const { hostname } = target
    // A literal address is never looked up. `127.1`, `2130706433` and `0177.0.0.1` are literal by now: URL read them.
    const refused = isIP(hostname) === 0 ? undefined : guard(hostname, hostname)
    if (refused) return callback(refused, null)
    connect(target, (error, socket) => {
      if (error) return callback(error, null)
      // Whom we reached, whatever was looked up. A connection without a peer is gone already.
      const wrong = socket.remoteAddress === undefined ? undefined : guard(hostname, socket.remoteAddress)
      if (!wrong) return callback(null, socket)
      socket.destroy()
      callback(wrong, null)
    })
  }
}
