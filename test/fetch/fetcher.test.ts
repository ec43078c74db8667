import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import type { FetchFailureCode } from '../../src/core/exchange.ts'
import { createFetcher, type Fetched, type FetcherOptions } from '../../src/fetch/index.ts'
import { textOf } from '../support/body.ts'
import { type Route, type Routes, startPortal } from '../support/portal.ts'

/** undici looks at its clock every half second: a shorter time-out makes no test faster. */
const SHORT = { connect: 200, headers: 200, bodyIdle: 200 }
const CSV = 'a,b\n1,2\n'
const KILOBYTES = 'x'.repeat(64 * 1024)
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
const CLOSING = 'HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n8\r\na,b\n'

type Answered = Fetched & { readonly text?: string }

/** Asks a fresh portal once; the body's text is read before the spool goes. */
async function ask(routes: Routes, target: string, options: FetcherOptions = {}): Promise<Answered> {
  const portal = await startPortal(routes)
  const fetcher = createFetcher({ allowPrivate: true, timeouts: SHORT, attempts: 1, ...options })
  try {
    const fetched = await fetcher.fetch(portal.url(target))
    return fetched.body ? { ...fetched, text: textOf(fetched.body) } : fetched
  } finally {
    await fetcher.close()
    await portal.close()
  }
}

describe.concurrent('a server that answers', () => {
  test.for<[what: string, route: Route, text: string]>([
    ['plainly', { body: CSV }, CSV],
    ['with nothing', {}, ''],
    ['204', { status: 204 }, ''],
    ['205', { status: 205 }, ''],
    ['in gzip', { body: CSV, encode: 'gzip' }, CSV],
    ['in brotli', { body: CSV, encode: 'br' }, CSV],
    ['in deflate', { body: CSV, encode: 'deflate' }, CSV],
    ['in deflate without the zlib wrapper', { body: CSV, encode: 'deflate-raw' }, CSV],
    [
      'in two layers',
      { body: brotliCompressSync(gzipSync(CSV)), headers: { 'content-encoding': 'x-gzip, br' } },
      CSV,
    ],
    ['gzip of nothing at all', { headers: { 'content-encoding': 'gzip' } }, ''],
    ['a Content-Encoding that is none', { body: CSV, headers: { 'content-encoding': 'UTF-8' } }, CSV],
    ['slowly, byte by byte', { body: CSV, trouble: 'drip' }, CSV],
    ['without a length', { raw: `HTTP/1.1 200 OK\r\n\r\n${CSV}` }, CSV],
    ['more than it announced', { raw: `HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n${CSV}1,2\n` }, CSV],
  ])('%s', async ([, route, text], { expect }) => {
    const { exchange, body, text: found } = await ask({ '/': route }, '/')
    expect(exchange.failure).toBeUndefined()
    expect(exchange.status).toBe(route.status ?? 200)
    expect(body).toMatchObject({ size: text.length, whole: true })
    expect(found).toBe(text)
  })
})

describe.concurrent('a server that fails', () => {
  test.for<
    [what: string, route: Route, code: FetchFailureCode, detail: string | RegExp, options?: FetcherOptions]
  >([
    ['400', { status: 400 }, 'http-status', '400 Bad Request'],
    ['403', { status: 403, body: 'no' }, 'http-status', '403 Forbidden'],
    ['404 with a long page', { status: 404, body: KILOBYTES.repeat(4) }, 'http-status', '404 Not Found'],
    ['404 without end', { status: 404, body: KILOBYTES, trouble: 'endless' }, 'http-status', '404 Not Found'],
    ['500', { status: 500 }, 'http-status', '500 Internal Server Error'],
    ['304 unasked', { status: 304 }, 'http-status', '304 Not Modified'],
    ['never answers', { trouble: 'hang' }, 'headers-timeout', /Headers Timeout/],
    ['drips its headers', { trouble: 'drip-headers' }, 'headers-timeout', /Headers Timeout/],
    ['stops in the body', { body: CSV, trouble: 'hang-in-body' }, 'body-timeout', /Body Timeout/],
    ['takes too long', { body: KILOBYTES, trouble: 'drip' }, 'total-timeout', 'more than 300 ms', total(300)],
    ['never ends', { body: 'x', trouble: 'endless' }, 'total-timeout', 'more than 300 ms', total(300)],
    ['is always about to', { trouble: 'endless-1xx' }, 'total-timeout', 'more than 300 ms', total(300)],
    ['resets at once', { trouble: 'reset' }, 'reset', /ECONNRESET/],
    ['says nothing', { raw: '' }, 'reset', /other side closed/],
    ['breaks off in its headers', { raw: 'HTTP/1.1 200 OK\r\nConte' }, 'reset', /other side closed/],
    ['resets in the body', { body: CSV, trouble: 'reset-in-body' }, 'reset', /ECONNRESET/],
    ['cuts a chunked body', { body: CSV, trouble: 'cut-in-body' }, 'truncated', /other side closed/],
    ['cuts a last chunk', { raw: `${CHUNKED}8\r\na,b\n` }, 'truncated', /other side closed/],
    [
      'sends less than announced',
      { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\na' },
      'truncated',
      /length/,
    ],
    ['speaks no HTTP', { raw: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'protocol', /HTTPParserError/],
    ['closes within a chunk', { raw: CLOSING }, 'truncated', /EOF/],
    ['sends a bad chunk size', { raw: `${CHUNKED}zz\r\na,b\n` }, 'protocol', /chunk size/],
    [
      'sends control characters in a header',
      { raw: 'HTTP/1.1 200 OK\r\nX-A: \x01\x00\r\n\r\n' },
      'protocol',
      /header value/,
    ],
    [
      'sends two lengths',
      { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na' },
      'protocol',
      /content-length/,
    ],
    ['sends huge headers', { headers: { 'x-a': KILOBYTES } }, 'protocol', /Headers Overflow/],
    [
      'switches protocols unasked',
      { raw: 'HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n' },
      'protocol',
      /bad upgrade/,
    ],
    [
      'says gzip and means text',
      { body: CSV, headers: { 'content-encoding': 'gzip' } },
      'bad-encoding',
      /Z_DATA_ERROR/,
    ],
    [
      'says brotli and means text',
      { body: '年度,地區別,人數', headers: { 'content-encoding': 'br' } },
      'bad-encoding',
      /ERR_/,
    ],
    [
      'cuts its gzip',
      { body: gzipSync(CSV).subarray(0, 20), headers: { 'content-encoding': 'gzip' } },
      'bad-encoding',
      /Z_BUF_ERROR/,
    ],
    [
      'uses an unasked coding',
      { body: CSV, headers: { 'content-encoding': 'zstd' } },
      'bad-encoding',
      'Content-Encoding: zstd',
    ],
    [
      'packs in four layers',
      { body: CSV, headers: { 'content-encoding': 'br, br, br, br' } },
      'bad-encoding',
      'Content-Encoding: br, br, br, br',
    ],
  ])('%s', async ([, route, code, detail, options], { expect }) => {
    const { exchange, body } = await ask({ '/': route }, '/', options)
    expect(exchange.failure).toEqual({ code, detail: expect.stringMatching(detail) })
    expect(body).toBeUndefined()
  })
})

test('a body without end is cut at the cap', async () => {
  const endless: Route = { body: KILOBYTES, trouble: 'endless' }
  const { exchange, body } = await ask({ '/': endless }, '/', { maxBytes: 100_000 })
  expect(exchange.failure).toBeUndefined()
  expect(body).toMatchObject({ size: 100_000, whole: false })
})

test('a body that grows without end is not unpacked', async () => {
  const { exchange, body } = await ask({ '/': { body: Buffer.alloc(20 * 2 ** 20), encode: 'gzip' } }, '/')
  expect(exchange.failure?.code).toBe('decompression-bomb')
  expect(body).toBeUndefined()
})

function total(milliseconds: number): FetcherOptions {
  return { timeouts: { total: milliseconds } }
}

test('what the headers say is kept, whatever bytes they are made of', async () => {
  const raw = `HTTP/1.1 200 OK
Content-Type: text/csv; charset=big5
Content-Disposition: attachment; filename="資料.csv"
Content-Length: 8
Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT
ETag: "1"
ETag: "2"

`.replaceAll('\n', '\r\n')
  const { exchange } = await ask({ '/': { raw: raw + CSV } }, '/', { clock: () => 1_000 })
  expect(exchange).toEqual({
    kind: 'http',
    url: exchange.url,
    finalUrl: exchange.url,
    hops: [],
    status: 200,
    contentType: 'text/csv; charset=big5',
    contentDisposition: 'attachment; filename="資料.csv"',
    contentLength: 8,
    lastModified: 'Wed, 21 Oct 2015 07:28:00 GMT',
    etag: '"1"',
    at: '1970-01-01T00:00:01.000Z',
    elapsed: 0,
  })
})

test('the address is encoded once, and the client says who it is', async () => {
  const portal = await startPortal({ '/%E8%B3%87%20;%20%E6%96%99?a;b': {} })
  const fetcher = createFetcher({ allowPrivate: true })
  const { exchange } = await fetcher.fetch(` ${portal.url('/資 ;%20料?a;b#c')}\n`)
  await fetcher.close()
  await portal.close()
  expect(exchange.status).toBe(200)
  expect(exchange.finalUrl).toBe(portal.url('/%E8%B3%87%20;%20%E6%96%99?a;b'))
  expect(portal.requests[0]?.headers['user-agent']).toMatch(`odbadge/${packageJson.version} (`)
})

test('waiting for a free connection does not count as time of the server', async () => {
  const targets = Array.from({ length: 8 }, (_, i) => `/${i}`)
  const slow: Route = { body: 'x'.repeat(20), trouble: 'drip' }
  const portal = await startPortal(Object.fromEntries(targets.map((target) => [target, slow])))
  const fetcher = createFetcher({ allowPrivate: true, lanes: { concurrency: 1 }, timeouts: { total: 1_000 } })
  const all = await Promise.all(targets.map((target) => fetcher.fetch(portal.url(target))))
  await fetcher.close()
  await portal.close()
  expect(all.map(({ exchange }) => exchange.failure)).toEqual(Array(8).fill(undefined))
})
