import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { createFetcher } from '../../src/fetch/index.ts'
import { startPortal } from '../support/portal.ts'

describe.concurrent('no connection', () => {
  test.for<[url: string, code: RegExp]>([
    ['http://nonexistent.invalid/', /^dns/],
    ['http://127.0.0.1:1/', /^refused$/],
    ['www.example.tw', /^bad-url$/],
    ['ftp://127.0.0.1/a.csv', /^unsupported-scheme$/],
    ['file:///etc/hosts', /^unsupported-scheme$/],
  ])('%s', async ([url, code], { expect }) => {
    const fetcher = createFetcher({ attempts: 1 })
    const { exchange } = await fetcher.fetch(url)
    await fetcher.close()
    expect(exchange).toMatchObject({
      kind: 'http',
      url,
      hops: [],
      failure: { code: expect.stringMatching(code) },
    })
    expect(exchange.status).toBeUndefined()
  })

  test('a server that lets the TLS handshake hang', async ({ expect }) => {
    const mute = createServer().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const fetcher = createFetcher({ timeouts: { connect: 200 }, attempts: 1 })
    const { exchange } = await fetcher.fetch(`https://127.0.0.1:${(mute.address() as AddressInfo).port}/`)
    await fetcher.close()
    mute.close()
    expect(exchange.failure?.code).toBe('connect-timeout')
  })

  test('a certificate nobody vouches for', async ({ expect }) => {
    const pem = readFileSync(join(import.meta.dirname, '../fixtures/tls/self-signed.pem'), 'utf8')
    const portal = await startPortal({ '/': {} }, { key: pem, cert: pem })
    const fetcher = createFetcher({ attempts: 1 })
    const { exchange } = await fetcher.fetch(portal.url('/'))
    await fetcher.close()
    await portal.close()
    expect(exchange.failure).toEqual({
      code: 'tls',
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
    })
    expect(portal.requests).toEqual([])
  })

  test('https on a port that speaks http', async ({ expect }) => {
    const portal = await startPortal({})
    const fetcher = createFetcher({ attempts: 1 })
    const { exchange } = await fetcher.fetch(portal.url('/').replace('http:', 'https:'))
    await fetcher.close()
    await portal.close()
    expect(exchange.failure).toEqual({ code: 'tls', detail: expect.stringMatching(/^ERR_SSL_/) })
  })
})
