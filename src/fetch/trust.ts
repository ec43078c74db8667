import { readFileSync } from 'node:fs'
import tls from 'node:tls'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the distributions keep what their users trust. */
const STORES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
] as const

/**
 * The authorities to trust, each in PEM and once: Node's own, the system's, those of NODE_EXTRA_CA_CERTS (which
 * Node leaves out as soon as it is given a list), and `ca`.
 */
export function trusted(ca = '', environment: Environment = process.env): readonly string[] {
  const extra = read(environment['NODE_EXTRA_CA_CERTS']) ?? ''
  const all = [...tls.rootCertificates, ...systemStore(environment), ...blocks(extra), ...blocks(ca)]
  const seen = new Set<string>()
  return all.filter((pem) => seen.size < seen.add(pem.replace(/\s/g, '')).size)
}

function systemStore(environment: Environment): readonly string[] {
  const chosen = read(environment['SSL_CERT_FILE'])
  if (chosen !== undefined) return blocks(chosen)
  // Since Node 22.15; it also knows the stores of Windows and macOS.
  const native = (tls as { getCACertificates?: (type: 'system') => string[] }).getCACertificates?.('system')
  if (native && native.length > 0) return native
  for (const path of STORES) {
    const text = read(path)
    if (text !== undefined) return blocks(text)
  }
  return []
}

const blocks = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[A-Za-z\d+/=\s]*-----END CERTIFICATE-----/g) ?? []

/** Nothing for a store that is not there or not ours to read: there may be another. */
function read(path: string | undefined): string | undefined {
  if (!path) return undefined
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined
    throw error
  }
}
