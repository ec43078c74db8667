import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublic } from '../../src/fetch/guard.ts'
import { createFetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'

describe('an address', () => {
  test.each([
    ['8.8.8.8'],
    ['9.255.255.255'],
    ['11.0.0.0'],
    ['100.63.255.255'],
    ['100.128.0.0'],
    ['126.255.255.255'],
    ['172.15.255.255'],
    ['172.32.0.0'],
    ['192.167.255.255'],
    ['223.255.255.255'],
    ['2001:b000:168::1'],
    ['2606:4700::6810:84e5'],
    ['::ffff:8.8.8.8'],
    ['64:ff9b::8.8.8.8'],
    ['2002:808:808::1'],
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  test.each([
    ['0.0.0.0'],
    ['0.1.2.3'],
    ['10.0.0.0'],
    ['10.255.255.255'],
    ['100.64.0.1'],
    ['100.100.100.200'],
    ['127.0.0.1'],
    ['127.255.255.255'],
    ['168.63.129.16'],
    ['169.254.169.254'],
    ['172.16.0.1'],
    ['172.31.255.255'],
    ['192.0.0.192'],
    ['192.168.255.255'],
    ['198.19.0.1'],
    ['203.0.113.1'],
    ['224.0.0.1'],
    ['240.0.0.1'],
    ['255.255.255.255'],
    ['::'],
    ['::1'],
    ['::127.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['::ffff:a9fe:a9fe'],
    ['::ffff:0:7f00:1'],
    ['64:ff9b::127.0.0.1'],
    ['64:ff9b::a9fe:a9fe'],
    ['64:ff9b:1::808:808'],
    ['2002:7f00:1::'],
    ['2002:c0a8:101::1'],
    ['2001::7f00:1'],
    ['2001:db8::1'],
    ['fc00::1'],
    ['fd00:ec2::254'],
    ['fe80::1'],
    ['fe80::1%eth0'],
    ['fec0::1'],
    ['ff02::1'],
    ['4000::1'],
    ['no address'],
    [''],
  ])('%j is not', (address) => {
    expect(isPublic(address)).toBe(false)
  })
})

/** Answers each question with the next list; the last one stays. */
const names = (...lists: readonly (readonly string[])[]): LookupFunction => {
  let asked = 0
  return (_host, options, callback) => {
    const list = lists[Math.min(asked++, lists.length - 1)] ?? []
    const all = list.map((address): LookupAddress => ({ address, family: isIP(address) }))
    if (options.all) callback(null, all)
    else callback(null, all[0]!.address, all[0]!.family)
  }
}

let portal: Portal
let port: string
beforeAll(async () => {
  portal = await startPortal({
    '/': { body: 'secret' },
    '/to-metadata': { redirect: 'http://169.254.169.254/latest/meta-data/' },
    '/to-mapped': { redirect: 'http://[::ffff:127.0.0.2]/' },
    '/to-name': { redirect: 'http://inside.example.tw/' },
    '/closing': { headers: { connection: 'close' } },
  })
  port = new URL(portal.url('/')).port
})
afterAll(() => portal.close())

async function failureOf(url: string, options: FetcherOptions = {}) {
  const fetcher = createFetcher(options)
  const { exchange, body } = await fetcher.fetch(url)
  await fetcher.close()
  expect(body).toBeUndefined()
  return exchange.failure
}

describe('is refused, and the server is never asked', () => {
  test.each([
    ['http://127.0.0.1:PORT/', '127.0.0.1'],
    ['http://127.1:PORT/', '127.0.0.1'],
    ['http://2130706433:PORT/', '127.0.0.1'],
    ['http://0177.0.0.1:PORT/', '127.0.0.1'],
    ['http://017700000001:PORT/', '127.0.0.1'],
    ['http://0x7f.1:PORT/', '127.0.0.1'],
    ['http://①②⑦.⓪.⓪.①:PORT/', '127.0.0.1'],
    ['http://127.0.0.1.:PORT/', '127.0.0.1'],
    ['http://user:password@127.0.0.1:PORT/', '127.0.0.1'],
    ['http://0:PORT/', '0.0.0.0'],
    ['http://[::]:PORT/', '::'],
    ['http://[::1]:PORT/', '::1'],
    ['http://[::ffff:127.0.0.1]:PORT/', '::ffff:7f00:1'],
    ['http://[64:ff9b::127.0.0.1]:PORT/', '64:ff9b::7f00:1'],
    ['https://127.0.0.1:PORT/', '127.0.0.1'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['http://[fd00:ec2::254]/latest/meta-data/', 'fd00:ec2::254'],
  ])('%s', async (url, detail) => {
    expect(await failureOf(url.replace('PORT', port))).toEqual({ code: 'forbidden-address', detail })
    expect(portal.requests).toEqual([])
  })

  test('localhost', async () => {
    expect(await failureOf(`http://localhost:${port}/`)).toEqual({
      code: 'forbidden-address',
      detail: expect.stringMatching(/^localhost → (127\.0\.0\.1|::1)$/),
    })
    expect(portal.requests).toEqual([])
  })

  test.each([
    ['of loopback', ['127.0.0.1'], '127.0.0.1'],
    ['with one private address among public ones', ['8.8.8.8', '10.0.0.5'], '10.0.0.5'],
    ['of an IPv4-mapped address', ['::ffff:192.168.0.1'], '::ffff:192.168.0.1'],
  ])('a name %s', async (_, list, address) => {
    const failure = await failureOf(`http://data.example.tw:${port}/`, { lookup: names(list) })
    expect(failure).toEqual({ code: 'forbidden-address', detail: `data.example.tw → ${address}` })
    expect(portal.requests).toEqual([])
  })
})

/** The portal passes for a public server, other private addresses stay what they are. */
const onlyPortal = (address: string): boolean => address === '127.0.0.1'

test.each([
  ['/to-metadata', '169.254.169.254'],
  ['/to-mapped', '::ffff:7f00:2'],
  ['/to-name', 'inside.example.tw → 10.0.0.1'],
])('a redirect %s is not followed', async (target, detail) => {
  const fetcher = createFetcher({ allowPrivate: onlyPortal, lookup: names(['10.0.0.1']) })
  const { exchange } = await fetcher.fetch(portal.url(target))
  await fetcher.close()
  expect(exchange).toMatchObject({ status: 302, failure: { code: 'forbidden-address', detail } })
  expect(exchange.hops).toHaveLength(1)
})

test('a name that turns to a private address between two connections', async () => {
  const fetcher = createFetcher({
    allowPrivate: onlyPortal,
    lookup: names(['127.0.0.1'], ['127.0.0.2']),
  })
  // Two addresses of one host: equal ones would share an answer.
  const [one, two] = ['/closing', '/closing?again'].map((path) =>
    portal.url(path).replace('127.0.0.1', 'rebind.example.tw'),
  )
  const [first, second] = [await fetcher.fetch(one!), await fetcher.fetch(two!)]
  await fetcher.close()
  expect(first.exchange.failure).toBeUndefined()
  expect(second.exchange.failure).toEqual({
    code: 'forbidden-address',
    detail: 'rebind.example.tw → 127.0.0.2',
  })
})

test('the peer is looked at even after its address was let pass', async () => {
  let looks = 0
  const asked = portal.requests.length
  expect(await failureOf(portal.url('/'), { allowPrivate: () => ++looks === 1 })).toEqual({
    code: 'forbidden-address',
    detail: '127.0.0.1',
  })
  expect(looks).toBe(2)
  expect(portal.requests).toHaveLength(asked)
})

test('a name without any address is a matter of DNS', async () => {
  const lookup: LookupFunction = (_host, _options, callback) =>
    callback(Object.assign(new Error('getaddrinfo ENOTFOUND gone.example.tw'), { code: 'ENOTFOUND' }), '')
  expect(await failureOf('http://gone.example.tw/', { lookup })).toMatchObject({ code: 'dns' })
})
