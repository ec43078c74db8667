import type { X509Certificate } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import { caIssuers, certificatesIn, hasSigned, isSelfSigned } from './certificates.ts'
import { Broken, brokenBy } from './failure.ts'
import type { Lanes } from './lanes.ts'

/** The certificates that servers forgot to send, fetched from where their own certificates say. */
export interface Issuers {
  /** Fetches what this host forgot, once in a run. @returns why that did not work out, or nothing */
  complete(host: URL): Promise<string | undefined>
  /** Found so far, in PEM. A new list when there are more. */
  readonly found: readonly string[]
}

export interface IssuersOptions {
  readonly lanes: Lanes
  /** Opens connections without asking who is there. */
  readonly connect: buildConnector.connector
  readonly download: (address: string) => Promise<Buffer>
  /** In PEM. */
  readonly trusted: () => readonly string[]
}

const MAX_LEVELS = 4
/** Addresses one certificate may make us ask. */
const MAX_ADDRESSES = 2

export function createIssuers({ lanes, connect, download, trusted }: IssuersOptions): Issuers {
  const byHost = new Map<string, Promise<string | undefined>>()
  const byAddress = new Map<string, Promise<readonly X509Certificate[]>>()
  let roots: readonly X509Certificate[] | undefined
  let found: readonly string[] = []

  async function complete(host: URL): Promise<string | undefined> {
    try {
      const missing = await climb(await lanes.run(host, () => certificateOf(host, connect)))
      found = [...new Set([...found, ...missing.map(String)])]
      return undefined
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      return error.message
    }
  }

  /** What is missing between this certificate and the first one whose issuer is trusted. */
  async function climb(leaf: X509Certificate): Promise<readonly X509Certificate[]> {
    roots ??= trusted().flatMap((pem) => certificatesIn(Buffer.from(pem)))
    const missing: X509Certificate[] = []
    for (let lowest = leaf; !roots.some((root) => hasSigned(root, lowest)); ) {
      if (missing.length === MAX_LEVELS) throw incomplete(`more than ${MAX_LEVELS} certificates are missing`)
      lowest = await issuerOf(lowest)
      missing.push(lowest)
    }
    return missing
  }

  async function issuerOf(certificate: X509Certificate): Promise<X509Certificate> {
    let last = incomplete('no http address of the issuer in the certificate')
    for (const address of caIssuers(certificate).slice(0, MAX_ADDRESSES)) {
      try {
        return chosen(await at(address), certificate)
      } catch (error) {
        if (!(error instanceof Broken)) throw error
        last = incomplete(`${address}: ${words(error)}`)
      }
    }
    throw last
  }

  function at(address: string): Promise<readonly X509Certificate[]> {
    const loading = byAddress.get(address) ?? download(address).then(certificatesIn)
    byAddress.set(address, loading)
    return loading
  }

  return {
    complete(host) {
      const completing = byHost.get(host.origin) ?? complete(host)
      byHost.set(host.origin, completing)
      return completing
    },
    get found() {
      return found
    },
  }
}

function chosen(offered: readonly X509Certificate[], certificate: X509Certificate): X509Certificate {
  if (offered.length === 0) throw incomplete('no certificate')
  const issuers = offered.filter((candidate) => hasSigned(candidate, certificate))
  if (issuers.length === 0) throw incomplete('not the certificate of the issuer')
  const helpful = issuers.find((issuer) => !isSelfSigned(issuer))
  // Anybody can sign for himself: whom to trust is never learned from the network.
  if (!helpful) throw incomplete('self-signed, and not trusted here')
  return helpful
}

/** Asks nothing of the server but who it says it is. */
async function certificateOf(
  { hostname, host, protocol, port }: URL,
  connect: buildConnector.connector,
): Promise<X509Certificate> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  try {
    return await new Promise((resolve, reject) => {
      connect({ hostname: bare, host, protocol, port }, (error, socket) => {
        if (error) return reject(error)
        const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
        socket.destroy()
        if (certificate) resolve(certificate)
        else reject(incomplete('the server showed no certificate'))
      })
    })
  } catch (error) {
    throw brokenBy(error, false)
  }
}

const incomplete = (why: string): Broken => new Broken('tls-incomplete-chain', why)

const words = ({ failure: { code, detail } }: Broken): string =>
  code === 'tls-incomplete-chain' ? detail : `${code}: ${detail}`
