import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFetcher, type Fetcher } from '../../src/fetch/index.ts'
import { type Portal, type Route, type Routes, rawBytes, startPortal } from '../support/portal.ts'

const chain = (length: number): Routes =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `/chain${length}/${i}`,
      { redirect: i + 1 < length ? `${i + 1}` : '/end' },
    ]),
  )

const BIG5_COOKIE = `s="%41 ${rawBytes(Buffer.from([0xb8, 0xea]))}"`

const withCookie = (status: number, location: string, ...cookies: string[]): Route => ({
  status,
  headers: { location, 'set-cookie': cookies },
})

/** Lets in who brings the cookie, and hands it to everybody else. */
const gate: Routes[string] = (_, { headers, url }) =>
  headers.cookie === 'pass=1' ? { body: 'data' } : withCookie(302, url!, 'pass=1; Path=/')

let portal: Portal
let fetcher: Fetcher
beforeAll(async () => {
  portal = await startPortal({
    '/end': { body: 'end' },
    '/dir/relative': { redirect: '../end' },
    '/permanent': { status: 308, headers: { location: '/end' } },
    '/utf8': { redirect: rawBytes('/資料?檔=1') },
    '/big5': { redirect: rawBytes(Buffer.from([0x2f, 0xb8, 0xea, 0xae, 0xc6])) },
    '/%E8%B3%87%E6%96%99?%E6%AA%94=1': { body: 'utf8' },
    '/%B8%EA%AE%C6': { body: 'big5' },
    '/fragment': { redirect: '/end#part' },
    ...chain(10),
    ...chain(11),
    '/self': { redirect: '/self' },
    '/ping': { redirect: '/pong' },
    '/pong': { redirect: '/ping#again' },
    '/nowhere': { status: 302 },
    '/broken': { redirect: 'http://a b/' },
    '/to-file': { redirect: 'file:///etc/hosts' },
    '/to-ftp': { redirect: 'ftp://127.0.0.1/end' },
    '/to-404': { redirect: '/missing' },
    '/to-refused': { redirect: 'http://127.0.0.1:1/' },
    '/choices': { status: 300, headers: { location: '/end' } },
    '/gate': gate,
    '/gate-behind': { redirect: '/gate' },
    '/gate-of-two': (_, { headers: { cookie = '' } }) =>
      cookie.includes('b=2')
        ? { body: 'data' }
        : withCookie(302, '/gate-of-two', cookie === '' ? 'a=1' : 'b=2'),
    '/gate-big5': (_, { headers: { cookie } }) =>
      cookie === BIG5_COOKIE ? { body: 'data' } : withCookie(302, '/gate-big5', `${BIG5_COOKIE}; HttpOnly`),
    '/stubborn': withCookie(302, '/stubborn', 'a=1'),
    '/flip': (_, { headers: { cookie = 'a=2' } }) =>
      withCookie(302, '/flop', cookie === 'a=2' ? 'a=1' : 'a=2'),
    '/flop': { redirect: '/flip' },
    '/counter': (nth) => withCookie(302, '/counter', `a=${nth}`),
    '/expired': withCookie(302, '/expired', 'a=1; Max-Age=0'),
    '/to-data': { redirect: 'data:text/csv,a' },
    '/to-script': { redirect: 'javascript:void(0)' },
    '/long-page': { redirect: '/end', body: 'x'.repeat(1_000_000) },
    '/endless-page': { redirect: '/end', body: 'x'.repeat(65_536), trouble: 'endless' },
  })
  fetcher = createFetcher({ allowPrivate: true, attempts: 1 })
})
afterAll(async () => {
  await fetcher.close()
  await portal.close()
})

describe('arrives', () => {
  test.each([
    ['/end', '/end', 0],
    ['/dir/relative', '/end', 1],
    ['/permanent', '/end', 1],
    ['/utf8', '/%E8%B3%87%E6%96%99?%E6%AA%94=1', 1],
    ['/big5', '/%B8%EA%AE%C6', 1],
    ['/fragment', '/end', 1],
    ['/chain10/0', '/end', 10],
    ['/long-page', '/end', 1],
    ['/endless-page', '/end', 1],
    ['/gate', '/gate', 1],
    ['/gate-behind', '/gate', 2],
    ['/gate-of-two', '/gate-of-two', 2],
    ['/gate-big5', '/gate-big5', 1],
  ])('%s', async (from, to, hops) => {
    const { exchange, body } = await fetcher.fetch(portal.url(from))
    expect(exchange).toMatchObject({ url: portal.url(from), finalUrl: portal.url(to), status: 200 })
    expect(exchange.failure).toBeUndefined()
    expect(exchange.hops).toHaveLength(hops)
    expect(body?.size).toBe(to === '/end' ? 3 : 4)
  })
})

describe('does not arrive', () => {
  test.each([
    ['/chain11/0', 'too-many-redirects', 'more than 10', 302, 11],
    ['/self', 'redirect-loop', '/self', 302, 1],
    ['/ping', 'redirect-loop', '/ping', 302, 2],
    ['/nowhere', 'bad-redirect', '302 without Location', 302, 0],
    ['/broken', 'bad-redirect', 'http://a b/', 302, 1],
    ['/to-file', 'unsupported-scheme', 'file:', 302, 1],
    ['/to-ftp', 'unsupported-scheme', 'ftp:', 302, 1],
    ['/stubborn', 'redirect-loop', '/stubborn', 302, 2],
    ['/flip', 'redirect-loop', '/flop', 302, 5],
    ['/counter', 'too-many-redirects', 'more than 10', 302, 11],
    ['/expired', 'redirect-loop', '/expired', 302, 1],
    ['/to-data', 'unsupported-scheme', 'data:', 302, 1],
    ['/to-script', 'unsupported-scheme', 'javascript:', 302, 1],
    ['/to-404', 'http-status', '404 Not Found', 404, 1],
    ['/to-refused', 'refused', 'ECONNREFUSED', 302, 1],
    ['/choices', 'http-status', '300 Multiple Choices', 300, 0],
  ])('%s', async (from, code, detail, status, hops) => {
    const { exchange, body } = await fetcher.fetch(portal.url(from))
    expect(exchange.failure).toEqual({ code, detail: expect.stringContaining(detail) })
    expect(exchange.status).toBe(status)
    expect(exchange.hops).toHaveLength(hops)
    expect(body).toBeUndefined()
  })
})

test('the way is written down as the server gave it', async () => {
  const { exchange } = await fetcher.fetch(portal.url('/utf8'))
  expect(exchange.hops).toEqual([{ url: portal.url('/utf8'), status: 302, location: '/資料?檔=1' }])
})

const everyName: LookupFunction = (_, { all }, callback) =>
  all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)

test('cookies come back to their own host and never leave for another', async () => {
  let port = ''
  const cookieAt = (host: string, target: string) =>
    names.requests.find((request) => request.target === target && request.headers.host === `${host}:${port}`)
      ?.headers.cookie
  const names = await startPortal({
    '/1': withCookie(302, '2', 'own=1; Path=/', 'wide=1; Domain=a.example; Path=/'),
    '/2': () => ({ redirect: `http://b.example:${port}/3` }),
    '/3': () => withCookie(302, `http://data.a.example:${port}/4`, 'b=1; Path=/', 'own=2; Domain=a.example'),
    '/4': () => ({ redirect: `http://www.a.example:${port}/5` }),
    '/5': { body: 'end' },
  })
  port = new URL(names.url('/')).port
  const own = createFetcher({ allowPrivate: true, lookup: everyName, lanes: { spacing: 0 } })
  const { exchange } = await own.fetch(`http://www.a.example:${port}/1`)
  await own.close()
  await names.close()
  expect(exchange).toMatchObject({ status: 200, finalUrl: `http://www.a.example:${port}/5` })
  expect(cookieAt('www.a.example', '/1')).toBeUndefined()
  expect(cookieAt('www.a.example', '/2')).toBe('own=1; wide=1')
  expect(cookieAt('b.example', '/3')).toBeUndefined()
  expect(cookieAt('data.a.example', '/4')).toBe('wide=1')
  expect(cookieAt('www.a.example', '/5')).toBe('own=1; wide=1')
})

test('cookies end with the following of a link', async () => {
  const own = createFetcher({ allowPrivate: true, keep: { links: 0 } })
  const counts: (number | undefined)[] = []
  for (let i = 0; i < 2; i++) {
    const { exchange, body } = await own.fetch(portal.url('/gate'))
    if (body) await own.release(body)
    counts.push(exchange.hops.length)
  }
  await own.close()
  expect(counts).toEqual([1, 1])
})

test('http is never turned into https without the server’s word', async () => {
  const { exchange } = await fetcher.fetch(portal.url('/end').replace('http:', 'HTTP:'))
  expect(exchange).toMatchObject({ status: 200, finalUrl: portal.url('/end'), hops: [] })
  expect(exchange.finalUrl).toMatch(/^http:/)
})
