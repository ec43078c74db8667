import type { TlsOptions } from 'node:tls'
import { describe, expect, test } from 'vitest'
import type { FetchFailureCode } from '../../src/core/exchange.ts'
import { createFetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { ask, DATA, pem, shown } from '../support/certificates.ts'
import { type Portal, startPortal } from '../support/portal.ts'

test('a good certificate is accepted from an authority that is trusted', async () => {
  expect(await ask('good')).toMatchObject({ status: 200, asked: 1 })
})

test.each([
  [['good', 'ends-first'], '2090'],
  [['ends-first', 'good'], '2090'],
  [['good', 'good'], '2099'],
] as const)(
  'of the certificates on a way through %j, the one that ends first is told',
  async ([first, last], year) => {
    const portals: Portal[] = []
    const fetcher = createFetcher({ allowPrivate: true, ca: pem('root') + pem('ends-first') })
    try {
      portals.push(await startPortal({ '/': { body: DATA } }, shown(last)))
      portals.push(await startPortal({ '/': { redirect: portals[0]!.url('/') } }, shown(first)))
      const { exchange } = await fetcher.fetch(portals[1]!.url('/'))
      expect(exchange).toMatchObject({ status: 200, certificateExpires: expect.stringMatching(`^${year}-`) })
    } finally {
      await fetcher.close()
      await Promise.all(portals.map((portal) => portal.close()))
    }
  },
)

type Trouble = [
  what: string,
  certificate: string,
  code: FetchFailureCode,
  detail: RegExp,
  settings?: TlsOptions,
]

describe('a server with', () => {
  const CAUSES: readonly Trouble[] = [
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
    ['the certificate of a client', 'client-only', 'tls', /^INVALID_PURPOSE/],
  ]
  const failure = (code: FetchFailureCode, detail: RegExp) => ({
    code,
    detail: expect.stringMatching(detail),
  })

  test.each(CAUSES)('%s', async (_, certificate, code, detail, settings) => {
    const never: FetcherOptions = { ca: pem('root'), insecureInspect: 'never' }
    const exchange = await ask(certificate, settings, never)
    expect(exchange).toMatchObject({ failure: failure(code, detail), asked: 0 })
    expect(exchange).not.toHaveProperty('certificates')
    expect(exchange).not.toHaveProperty('body')
  })

  test.each(CAUSES)(
    '%s is looked at where that is allowed',
    async (_, certificate, code, detail, settings) => {
      const all: FetcherOptions = { ca: pem('root'), insecureInspect: 'all' }
      const exchange = await ask(certificate, settings, all)
      expect(exchange).toMatchObject({
        status: 200,
        failure: failure(code, detail),
        certificates: 'ignored',
        certificateUrl: exchange.url,
        body: DATA,
        asked: 1,
      })
      expect(exchange.attempts).toHaveLength(1)
    },
  )

  test.each(['never', 'all'] as const)('no cipher suite in common (%s)', async (insecureInspect) => {
    const settings: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' }
    const exchange = await ask('good', settings, { ca: pem('root'), insecureInspect })
    expect(exchange).toMatchObject({ failure: failure('tls', /HANDSHAKE_FAILURE/), asked: 0 })
    expect(exchange).not.toHaveProperty('certificates')
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
