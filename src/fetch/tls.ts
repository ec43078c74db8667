import type { FetchFailureCode } from '../core/exchange.ts'

/** OpenSSL's and Node's codes by what the administrators of a site have to do. */
const CAUSES: readonly (readonly [RegExp, FetchFailureCode])[] = [
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'tls-expired'],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, 'tls-wrong-name'],
  // The server sent nothing but its own certificate; browsers hide that by fetching the rest.
  [/^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/, 'tls-incomplete-chain'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_UNTRUSTED)$/,
    'tls-untrusted',
  ],
  [/^ERR_SSL_\w+_TOO_(SMALL|WEAK)$/, 'tls-weak'],
  [/^ERR_SSL_(\w*PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW)$/, 'tls-old-protocol'],
  [/^ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED$/, 'tls-old-protocol'],
  [/^ERR_SSL_(WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|PACKET_LENGTH_TOO_LONG)$/, 'tls-not-tls'],
  [/^(CERT_|CRL_|UNABLE_TO_|ERROR_IN_CERT_|ERROR_IN_CRL_|ERR_TLS_|ERR_SSL_)/, 'tls'],
  [/^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UNSPECIFIED|EPROTO)$/, 'tls'],
]

/** Nothing when the error is not about TLS. */
export function tlsCause(code: string, message: string): FetchFailureCode | undefined {
  // Node has no code for weak keys and digests, only OpenSSL's words.
  if (code === 'UNSPECIFIED' && message.endsWith('too weak')) return 'tls-weak'
  return CAUSES.find(([pattern]) => pattern.test(code))?.[1]
}
