import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, test } from 'vitest'
import { createFetcher } from '../../src/fetch/index.ts'

describe.concurrent('no connection', () => {
  test.for<[url: string, code: RegExp]>([
    ['http://nonexistent.invalid/', /^dns/],
    ['http://127.0.0.1:1/', /^refused$/],
    ['www.example.tw', /^bad-url$/],
    ['ftp://127.0.0.1/a.csv', /^unsupported-scheme$/],
    ['file:///etc/hosts', /^unsupported-scheme$/],
  ])('%s', async ([url, code], { expect }) => {
    const fetcher = createFetcher({ allowPrivate: true, attempts: 1 })
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
    const fetcher = createFetcher({ allowPrivate: true, timeouts: { connect: 200 }, attempts: 1 })
    const { exchange } = await fetcher.fetch(`https://127.0.0.1:${(mute.address() as AddressInfo).port}/`)
    await fetcher.close()
    mute.close()
    expect(exchange.failure?.code).toBe('connect-timeout')
  })
})
