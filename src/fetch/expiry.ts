import { TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'

/** Until when the certificates last, that hosts have shown. */
export interface Expiry {
  /** The same connector, looking at what each host shows. */
  watched(connect: buildConnector.connector): buildConnector.connector
  /** ISO 8601 UTC; nothing for a host without a certificate. */
  of(url: URL): string | undefined
}

export function createExpiry(): Expiry {
  const byHost = new Map<string, string>()
  return {
    watched: (connect) => (target, callback) =>
      connect(target, (...result) => {
        const [, socket] = result
        const end = socket instanceof TLSSocket && socket.getPeerX509Certificate()?.validTo
        if (end && target.host) byHost.set(target.host, new Date(end).toISOString())
        callback(...result)
      }),
    of: (url) => (url.protocol === 'https:' ? byHost.get(url.host) : undefined),
  }
}
