import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext, rootCertificates } from 'node:tls'
import { buildConnector } from 'undici'
import { createGuard, type Guard, guardedLookup } from './guard.ts'

export interface ConnectorOptions {
  /** Milliseconds for DNS, TCP and TLS together. */
  readonly timeout: number
  /** Lets links reach addresses that are not public: all, or those the function says. */
  readonly allowPrivate?: boolean | ((address: string) => boolean) | undefined
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction | undefined
  /** Certificates in PEM to trust besides Node's own. */
  readonly ca?: string | undefined
}

/** Opens connections. Every redirect and retry comes through here, so the guard stands here alone. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { timeout, allowPrivate = false, lookup, ca } = options
  const common = {
    timeout,
    // Node leaves an address after 250 ms, too soon for a far server with several.
    autoSelectFamilyAttemptTimeout: 2_000,
    ...(ca !== undefined && { secureContext: createSecureContext({ ca: [...rootCertificates, ca] }) }),
  }
  if (allowPrivate === true) return buildConnector({ ...common, ...(lookup && { lookup }) })
  const guard = createGuard(allowPrivate || undefined)
  return guarded(buildConnector({ ...common, lookup: guardedLookup(guard, lookup) }), guard)
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
