import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { describe, expect, test } from 'vitest'
import type { FetchFailureCode } from '../../src/core/exchange.ts'
import { createFetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { startPortal } from '../support/portal.ts'

const pem = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/tls', `${name}.pem`), 'utf8')
const CA = pem('root')

/** Asks a fresh portal that shows this certificate, by a client that trusts the tests' root. */
async function ask(certificate: string, settings: TlsOptions = {}, options: FetcherOptions = { ca: CA }) {
  const both = pem(certificate)
  // Level 0 lets OpenSSL serve what nobody should.
  const tls = { key: both, cert: both, ciphers: 'DEFAULT:@SECLEVEL=0', ...settings }
  const portal = await startPortal({ '/': {} }, tls)
  const fetcher = createFetcher({ ...options, allowPrivate: true })
  const { exchange } = await fetcher.fetch(portal.url('/'))
  await fetcher.close()
  await portal.close()
  return { ...exchange, asked: portal.requests.length }
}

test('a good certificate is accepted from an authority that is trusted', async () => {
  expect(await ask('good')).toMatchObject({ status: 200, asked: 1 })
})

describe('a server with', () => {
  test.each<[what: string, certificate: string, code: FetchFailureCode, detail: RegExp, TlsOptions?]>([
    ['an expired certificate', 'expired', 'tls-expired', /^CERT_HAS_EXPIRED/],
    ['the certificate of another host', 'other-name', 'tls-wrong-name', /^ERR_TLS_CERT_ALTNAME_INVALID/],
    ['a certificate of its own making', 'self-signed', 'tls-untrusted', /^DEPTH_ZERO_SELF_SIGNED_CERT/],
    ['an unknown authority', 'untrusted', 'tls-untrusted', /^SELF_SIGNED_CERT_IN_CHAIN/],
    ['no intermediate certificate', 'incomplete-chain', 'tls-incomplete-chain', /^UNABLE_TO_VERIFY_LEAF/],
    ['a SHA-1 signature', 'weak-digest', 'tls-weak', /digest algorithm too weak/],
    ['a short RSA key', 'weak-key', 'tls-weak', /key too weak/],
    [
      'TLS 1.1 at best',
      'good',
      'tls-old-protocol',
      /ALERT_PROTOCOL_VERSION/,
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
    ],
    [
      'no cipher suite in common',
      'good',
      'tls',
      /HANDSHAKE_FAILURE/,
      { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' },
    ],
  ])('%s', async (_, certificate, code, detail, settings) => {
    expect(await ask(certificate, settings)).toMatchObject({
      failure: { code, detail: expect.stringMatching(detail) },
      asked: 0,
    })
  })

  test('plain HTTP on the port', async () => {
    const portal = await startPortal({})
    const fetcher = createFetcher({ allowPrivate: true })
    const { exchange } = await fetcher.fetch(portal.url('/').replace('http:', 'https:'))
    await fetcher.close()
    await portal.close()
    expect(exchange.failure).toMatchObject({
      code: 'tls-not-tls',
      detail: expect.stringMatching(/^ERR_SSL_/),
    })
  })
})

test('the authority of the tests is trusted only where it was given', async () => {
  expect(await ask('good', {}, {})).toMatchObject({ failure: { code: 'tls-untrusted' } })
})
