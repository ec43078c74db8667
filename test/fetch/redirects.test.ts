import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFetcher, type Fetcher } from '../../src/fetch/index.ts'
import { type Portal, type Routes, rawBytes, startPortal } from '../support/portal.ts'

const chain = (length: number): Routes =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `/chain${length}/${i}`,
      { redirect: i + 1 < length ? `${i + 1}` : '/end' },
    ]),
  )

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
