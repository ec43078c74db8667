import { expect, test } from 'vitest'
import { Broken, brokenBy } from '../../src/fetch/failure.ts'

const BEFORE = false
const AFTER = true

test.each([
  ['ENOTFOUND', BEFORE, 'dns'],
  ['EAI_AGAIN', BEFORE, 'dns-unavailable'],
  ['ECONNREFUSED', BEFORE, 'refused'],
  ['ECONNRESET', AFTER, 'reset'],
  ['EPIPE', BEFORE, 'reset'],
  ['ETIMEDOUT', BEFORE, 'connect-timeout'],
  ['ETIMEDOUT', AFTER, 'body-timeout'],
  ['UND_ERR_SOCKET', BEFORE, 'reset'],
  ['UND_ERR_SOCKET', AFTER, 'truncated'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', AFTER, 'truncated'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', BEFORE, 'protocol'],
  ['UND_ERR_INVALID_ARG', BEFORE, 'bad-url'],
  ['CERT_HAS_EXPIRED', BEFORE, 'tls-expired'],
  ['CERT_NOT_YET_VALID', BEFORE, 'tls-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', BEFORE, 'tls-wrong-name'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', BEFORE, 'tls-incomplete-chain'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', BEFORE, 'tls-untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', BEFORE, 'tls-untrusted'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', BEFORE, 'tls-old-protocol'],
  ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', BEFORE, 'tls'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', BEFORE, 'tls-old-protocol'],
  ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', BEFORE, 'tls-old-protocol'],
  ['ERR_SSL_DH_KEY_TOO_SMALL', BEFORE, 'tls-weak'],
  ['ERR_SSL_CA_MD_TOO_WEAK', BEFORE, 'tls-weak'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', BEFORE, 'tls-not-tls'],
  ['CERT_REVOKED', BEFORE, 'tls'],
  ['UNSPECIFIED', BEFORE, 'tls'],
  ['ENETUNREACH', BEFORE, 'network'],
])('%s (answered: %s) is %s', (code, answered, expected) => {
  const { failure } = brokenBy(Object.assign(new Error('words'), { code }), answered)
  expect(failure).toEqual({ code: expected, detail: `${code}: words` })
})

test('an error of several attempts speaks through its first', () => {
  const error = Object.assign(new AggregateError([new Error('connect ECONNREFUSED ::1:80')]), {
    code: 'ECONNREFUSED',
  })
  expect(brokenBy(error, false).failure.detail).toBe('connect ECONNREFUSED ::1:80')
})

test("OpenSSL's reason is kept, its addresses are not", () => {
  const error = Object.assign(new Error('40E7:error:0A00010B:SSL routines:ssl3_get_record:…'), {
    code: 'ERR_SSL_WRONG_VERSION_NUMBER',
    reason: 'wrong version number',
  })
  expect(brokenBy(error, false).failure.detail).toBe('ERR_SSL_WRONG_VERSION_NUMBER: wrong version number')
})

test('long words are cut', () => {
  expect(new Broken('protocol', ` ${'x'.repeat(400)}`).failure.detail).toBe('x'.repeat(300))
})

test('a failure stays what it was', () => {
  const broken = new Broken('bad-redirect', 'x')
  expect(brokenBy(broken, true)).toBe(broken)
})

test.each([
  new TypeError('a fault of ours'),
  Object.assign(new Error('closed'), { code: 'UND_ERR_DESTROYED' }),
  'no error at all',
])('%s is thrown on', (error) => {
  expect(() => brokenBy(error, false)).toThrow()
})
