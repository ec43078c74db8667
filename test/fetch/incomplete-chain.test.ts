import type { LookupFunction } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { bytesOf, DATA, pem, shown } from '../support/certificates.ts'
import { type Portal, type Route, type Routes, startPortal } from '../support/portal.ts'

/** Where the certificates of the tests say that their issuers are offered. */
const OFFICE_PORT = 18734
const MIDDLE = bytesOf('middle.der')
const LEVELS = Object.fromEntries(
  [...pem('authorities').matchAll(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----\n/g)]
    .slice(-5)
    .map(([text], at) => [`/level-${at + 1}`, { body: text }]),
)

/** Only the tests' own names and only loopback: anything else is refused as it would be outside. */
const lookupAs =
  (address: string): LookupFunction =>
  (_, _options, callback) =>
    callback(null, [{ address, family: 4 }])

interface Setting {
  readonly office?: Routes
  /** Where `aia.odbadge.test` is. */
  readonly officeAddress?: string
  readonly options?: FetcherOptions
}

/** Sites by the certificates they show, each without its chain, and the office that has the certificates. */
async function withSites(
  certificates: readonly string[],
  { office = {}, officeAddress = '127.0.0.1', options = {} }: Setting,
  check: (fetcher: Fetcher, sites: readonly Portal[], office: Portal) => Promise<void>,
): Promise<void> {
  const counter = await startPortal(office, undefined, OFFICE_PORT)
  const sites = await Promise.all(
    certificates.map((name) => startPortal({ '/': { body: DATA }, '/2': { body: DATA } }, shown(name))),
  )
  const fetcher = createFetcher({
    ca: pem('root'),
    insecureInspect: 'never',
    allowPrivate: (address) => address === '127.0.0.1',
    lookup: lookupAs(officeAddress),
    ...options,
  })
  try {
    await check(fetcher, sites, counter)
  } finally {
    await fetcher.close()
    await Promise.all([...sites, counter].map((portal) => portal.close()))
  }
}

describe('a chain is completed by the certificate that the address in it gives', () => {
  test.each<[string, Route]>([
    ['in DER', { body: MIDDLE }],
    ['in PEM', { body: pem('authorities') }],
    ['in PKCS#7, with the root besides', { body: bytesOf('root-and-middle.p7b') }],
    ['after a redirect', { redirect: '/moved' }],
  ])('%s', async (_, answer) => {
    const office = { '/middle': answer, '/moved': { body: MIDDLE } }
    await withSites(['aia'], { office }, async (fetcher, [site]) => {
      const { exchange, body } = await fetcher.fetch(site!.url('/'))
      expect(exchange).toMatchObject({
        status: 200,
        certificates: 'completed',
        certificateUrl: site!.url('/'),
        certificateExpires: '2099-12-31T23:59:59.000Z',
      })
      expect(exchange).not.toHaveProperty('failure')
      expect(body?.size).toBe(DATA.length)
      expect(site!.requests).toHaveLength(1)
    })
  })

  test('once in a run for each issuer, and the host is known from then on', async () => {
    await withSites(
      ['aia', 'aia'],
      { office: { '/middle': { body: MIDDLE } } },
      async (fetcher, sites, office) => {
        for (const url of [sites[0]!.url('/'), sites[0]!.url('/2'), sites[1]!.url('/')])
          expect((await fetcher.fetch(url)).exchange.certificates).toBe('completed')
        expect(office.requests).toHaveLength(1)
        const lanes = fetcher.statistics().map(({ requests, failures }) => [requests, failures])
        // Of the first site: refused, its certificate read, two links.
        expect(lanes).toEqual([
          [4, 1],
          [3, 1],
          [1, 0],
        ])
      },
    )
  })

  test('a site without an address in its certificate gains nothing from what another led to', async () => {
    await withSites(
      ['aia', 'incomplete-chain'],
      { office: { '/middle': { body: MIDDLE } } },
      async (fetcher, sites) => {
        expect((await fetcher.fetch(sites[0]!.url('/'))).exchange.certificates).toBe('completed')
        const { exchange } = await fetcher.fetch(sites[1]!.url('/'))
        expect(exchange.failure).toEqual({
          code: 'tls-incomplete-chain',
          detail: expect.stringMatching(
            /^UNABLE_TO_VERIFY_LEAF_SIGNATURE.*; completing it failed: no http address of the issuer in the certificate$/,
          ),
        })
        expect(exchange).not.toHaveProperty('certificates')
      },
    )
  })

  test('up to four levels', async () => {
    await withSites(['four-missing'], { office: LEVELS }, async (fetcher, [site], office) => {
      expect((await fetcher.fetch(site!.url('/'))).exchange.certificates).toBe('completed')
      expect(office.requests.map(({ target }) => target)).toEqual([
        '/level-2',
        '/level-3',
        '/level-4',
        '/level-5',
      ])
    })
  })

  test('what is wrong besides still counts', async () => {
    const office = { '/middle': { body: MIDDLE } }
    await withSites(['aia-wrong-name'], { office }, async (fetcher, [site]) => {
      for (const target of ['/', '/2']) {
        const { exchange } = await fetcher.fetch(site!.url(target))
        expect(exchange.failure).toEqual({
          code: 'tls-incomplete-chain',
          detail: expect.stringMatching(/completing it failed: .*ERR_TLS_CERT_ALTNAME_INVALID/),
        })
        expect(exchange).not.toHaveProperty('certificates')
      }
    })
  })

  test('a dead link behind it is a dead link', async () => {
    await withSites(['aia'], { office: { '/middle': { body: MIDDLE } } }, async (fetcher, [site]) => {
      const { exchange } = await fetcher.fetch(site!.url('/gone'))
      expect(exchange).toMatchObject({ failure: { code: 'http-status' }, certificates: 'completed' })
    })
  })
})

describe('a chain stays incomplete, and the reason is told', () => {
  const KIB = Buffer.alloc(1024)
  test.each<[string, string, Routes, RegExp]>([
    ['garbage', 'aia', { '/middle': { body: 'no certificate' } }, /\/middle: no certificate$/],
    ['nothing', 'aia', { '/middle': {} }, /\/middle: no certificate$/],
    [
      'half a certificate',
      'aia',
      { '/middle': { body: MIDDLE.subarray(0, 200) } },
      /\/middle: no certificate$/,
    ],
    [
      "an impostor's",
      'aia',
      { '/middle': { body: bytesOf('impostor.der') } },
      /\/middle: not the certificate of the issuer$/,
    ],
    [
      "somebody else's",
      'aia',
      { '/middle': { body: LEVELS['/level-5']!.body } },
      /\/middle: not the certificate of the issuer$/,
    ],
    [
      'a self-signed one',
      'aia-stranger',
      { '/stranger': { body: pem('authorities') } },
      /\/stranger: self-signed, and not trusted here$/,
    ],
    ['404', 'aia', {}, /\/middle: http-status: 404 Not Found$/],
    [
      'a body without end',
      'aia',
      { '/middle': { body: KIB, trouble: 'endless' } },
      /\/middle: protocol: more than 65536/,
    ],
    ['no answer', 'aia', { '/middle': { trouble: 'hang' } }, /\/middle: total-timeout/],
    ['a drip', 'aia', { '/middle': { body: KIB, trouble: 'drip' } }, /\/middle: total-timeout/],
    [
      'redirects for ever',
      'aia',
      { '/middle': { redirect: '/middle' } },
      /\/middle: too-many-redirects: more than 3$/,
    ],
    [
      'https',
      'aia',
      { '/middle': { redirect: 'https://127.0.0.1:1/' } },
      /\/middle: unsupported-scheme: https:$/,
    ],
    [
      'an inner address by a redirect',
      'aia',
      { '/middle': { redirect: 'http://169.254.169.254/' } },
      /\/middle: forbidden-address: 169\.254\.169\.254$/,
    ],
    ['five levels', 'five-missing', LEVELS, /more than 4 certificates are missing$/],
  ])('%s', async (_, certificate, office, reason) => {
    const options = { timeouts: { total: 300 } }
    await withSites([certificate], { office, options }, async (fetcher, [site], { requests }) => {
      const { exchange, body } = await fetcher.fetch(site!.url('/'))
      expect(exchange.failure?.code).toBe('tls-incomplete-chain')
      expect(exchange.failure?.detail).toMatch(/^UNABLE_TO_VERIFY_LEAF_SIGNATURE: .*; completing it failed: /)
      expect(exchange.failure?.detail).toMatch(reason)
      expect([exchange.certificates, body, site!.requests.length]).toEqual([undefined, undefined, 0])
      expect(requests.length).toBeLessThanOrEqual(4)
      expect(exchange.attempts).toHaveLength(1)
    })
  })

  test('found out once for all links of a host', async () => {
    await withSites(['aia'], {}, async (fetcher, [site]) => {
      const first = await fetcher.fetch(site!.url('/'))
      const second = await fetcher.fetch(site!.url('/2'))
      expect(second.exchange.failure).toEqual(first.exchange.failure)
      // Refused twice; its certificate was read once.
      expect(fetcher.statistics().map(({ requests }) => requests)).toEqual([3, 1])
    })
  })

  test('an address inside', async () => {
    await withSites(['aia'], { officeAddress: '169.254.169.254' }, async (fetcher, [site], office) => {
      const { exchange } = await fetcher.fetch(site!.url('/'))
      expect(exchange.failure?.detail).toMatch(/forbidden-address: aia\.odbadge\.test → 169\.254\.169\.254$/)
      expect(office.requests).toEqual([])
    })
  })

  test('then it is looked at in spite of it, where that is allowed', async () => {
    await withSites(['aia'], { options: { insecureInspect: 'all' } }, async (fetcher, [site]) => {
      const { exchange, body } = await fetcher.fetch(site!.url('/'))
      expect(exchange).toMatchObject({
        failure: { code: 'tls-incomplete-chain', detail: expect.stringMatching(/404 Not Found$/) },
        certificates: 'ignored',
        status: 200,
      })
      expect(body?.size).toBe(DATA.length)
    })
  })
})
