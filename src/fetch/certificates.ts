import { X509Certificate } from 'node:crypto'
import { elements, TAG } from './der.ts'

const PEM = /-----BEGIN ((?:X509 )?CERTIFICATE|PKCS7)-----([A-Za-z\d+/=\s]*)-----END \1-----/g
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex')

/** The readable certificates of a file in PEM, DER or PKCS#7; the rest of the file is passed over. */
export function certificatesIn(file: Buffer): readonly X509Certificate[] {
  return blocksIn(file).flatMap((der) => parsed(der) ?? [])
}

function blocksIn(file: Buffer): readonly Buffer[] {
  const armoured = [...file.toString('latin1').matchAll(PEM)]
  if (armoured.length === 0) return bagged(file)
  return armoured.flatMap(([, , base64 = '']) => bagged(Buffer.from(base64, 'base64')))
}

/** The certificates in a PKCS#7 SignedData (RFC 2315, 9.1); bytes that are none are a certificate themselves. */
function bagged(der: Buffer): readonly Buffer[] {
  const [contentType, signedData] = inside(der, TAG.sequence)
  if (contentType?.tag !== TAG.objectIdentifier || !contentType.content.equals(SIGNED_DATA)) return [der]
  const [fields] = inside(signedData?.whole, TAG.first)
  const certificates = inside(fields?.whole, TAG.sequence).find(({ tag }) => tag === TAG.first)
  return (elements(certificates?.content ?? Buffer.alloc(0)) ?? []).map(({ whole }) => whole)
}

/** The parts of the one element of this kind that these bytes are; none when they are something else. */
function inside(bytes: Buffer = Buffer.alloc(0), tag: number) {
  const [only, ...others] = elements(bytes) ?? []
  return only?.tag === tag && others.length === 0 ? (elements(only.content) ?? []) : []
}

function parsed(der: Buffer): X509Certificate | undefined {
  // OpenSSL would take a text with armour, and whatever follows the first certificate.
  const [only, ...others] = elements(der) ?? []
  if (only?.tag !== TAG.sequence || others.length > 0) return undefined
  return attempt(() => new X509Certificate(der))
}

/** Nothing when OpenSSL cannot make sense of a certificate: what is wrong inside is for nobody here to mend. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^ERR_(OSSL|CRYPTO)_/.test(String(error.code)))
      return undefined
    throw error
  }
}

/** Whether this authority signed that certificate; the names first, as they are quick to compare. */
export const hasSigned = (authority: X509Certificate, certificate: X509Certificate): boolean =>
  authority.subject === certificate.issuer &&
  attempt(() => certificate.checkIssued(authority) && certificate.verify(authority.publicKey)) === true

export const isSelfSigned = ({ subject, issuer }: X509Certificate): boolean => subject === issuer

/** Where a certificate says that its issuer's own can be had (Authority Information Access, RFC 5280, 4.2.2.1). */
export function caIssuers({ infoAccess = '' }: X509Certificate): readonly string[] {
  const lines = infoAccess.split('\n').flatMap((line) => /^CA Issuers - URI:(.*)$/.exec(line)?.[1] ?? [])
  // Node quotes an address with unusual characters; such a one is not worth asking.
  return lines.filter((address) => /^http:\/\//i.test(address))
}
