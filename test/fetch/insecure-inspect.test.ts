import { describe, expect, test } from 'vitest'
import { createFetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { textOf } from '../support/body.ts'
import { ask, DATA, pem, shown } from '../support/certificates.ts'
import { type Portal, type Routes, startPortal } from '../support/portal.ts'

const ALL: FetcherOptions = { ca: pem('root'), insecureInspect: 'all' }
const EXPIRED = { code: 'tls-expired', detail: expect.stringMatching(/^CERT_HAS_EXPIRED/) }

test.each<[string, FetcherOptions]>([
  ['public', { insecureInspect: 'public' }],
  ['by default', {}],
  ['all, but forbidden by the guard', { insecureInspect: 'all', allowPrivate: false }],
])('a private server is not looked at: %s', async (_, options) => {
  const exchange = await ask('expired', {}, { ca: pem('root'), ...options })
  expect(exchange.asked).toBe(0)
  expect(exchange.failure?.code).toBe(options.allowPrivate === false ? 'forbidden-address' : 'tls-expired')
  expect(exchange).not.toHaveProperty('certificates')
})

test('the environment cannot make an expired certificate good', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  try {
    expect(await ask('expired')).toMatchObject({ failure: EXPIRED, asked: 0 })
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
  }
})

test('no cookie and no password goes to a server that nobody vouches for', async () => {
  const portal = await startPortal(
    { '/a': { redirect: '/b', headers: { 'set-cookie': 'id=1' } } },
    shown('expired'),
  )
  const fetcher = createFetcher({ ...ALL, allowPrivate: true })
  await fetcher.fetch(portal.url('/a'))
  await fetcher.close()
  await portal.close()
  expect(portal.requests.map(({ target }) => target)).toEqual(['/a', '/b'])
  for (const { headers } of portal.requests)
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
})

describe('when the second visit fails too, the first failure stands alone', () => {
  test.each<[string, Routes, number]>([
    ['404', {}, 1],
    ['an answer that may pass', { '/': { status: 503 } }, 1],
    ['no answer', { '/': { raw: '' } }, 1],
    ['a body cut short', { '/': { body: DATA, trouble: 'cut-in-body' } }, 1],
    ['a redirect to nowhere', { '/': { redirect: '/gone' } }, 2],
  ])('%s', async (_, routes, asked) => {
    const exchange = await ask('expired', {}, ALL, routes)
    expect(exchange).toMatchObject({ failure: EXPIRED, finalUrl: exchange.url, hops: [], asked })
    for (const none of ['certificates', 'certificateUrl', 'status', 'body'])
      expect(exchange).not.toHaveProperty(none)
  })
})

describe('on a way with redirects', () => {
  async function way(first: string, second: string, check: (a: Portal, b: Portal) => Promise<void>) {
    const b = await startPortal({ '/b': { body: DATA } }, shown(second))
    const a = await startPortal({ '/a': { redirect: b.url('/b') } }, shown(first))
    await check(a, b)
    await a.close()
    await b.close()
  }
  const follow = async (url: string) => {
    const fetcher = createFetcher({ ...ALL, allowPrivate: true })
    const { exchange, body } = await fetcher.fetch(url)
    const text = body && textOf(body)
    const [lane] = fetcher.statistics()
    await fetcher.close()
    return { exchange, text, lane }
  }

  test.each([
    ['only the troubled server is asked again', 'expired', 'good', 'tls-expired', 0],
    ['the last server may be the troubled one', 'good', 'expired', 'tls-expired', 1],
    ['the first trouble counts', 'expired', 'other-name', 'tls-expired', 0],
  ])('%s', async (_, first, second, code, troubled) => {
    await way(first, second, async (a, b) => {
      const { exchange, text } = await follow(a.url('/a'))
      expect(exchange).toMatchObject({
        status: 200,
        finalUrl: b.url('/b'),
        hops: [{ url: a.url('/a') }],
        failure: { code },
        certificates: 'ignored',
        certificateUrl: [a.url('/a'), b.url('/b')][troubled],
      })
      expect(text).toBe(DATA)
      expect([a.requests.length, b.requests.length]).toEqual([1, 1])
    })
  })
})

test('the second visit takes its turn in the lane', async () => {
  const portal = await startPortal({ '/': { body: DATA } }, shown('expired'))
  const fetcher = createFetcher({ ...ALL, allowPrivate: true })
  await fetcher.fetch(portal.url('/'))
  const [lane] = fetcher.statistics()
  await fetcher.close()
  await portal.close()
  expect(lane).toMatchObject({ requests: 2, failures: 1, maxConcurrent: 1 })
})
