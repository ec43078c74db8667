import { existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { pathOf, textOf } from '../support/body.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let fetcher: Fetcher
beforeEach(async () => {
  portal = await startPortal({
    '/a': { body: 'a,b\n' },
    '/b': { body: 'b,c\n' },
    '/c': { body: 'c,d\n' },
    '/%E8%B3%87': { body: 'a,b\n' },
    '/gone': { status: 410 },
    '/away': (nth) => (nth === 1 ? { status: 503 } : { body: 'back' }),
  })
})
afterEach(async () => {
  await fetcher.close()
  await portal.close()
})

function start(options: FetcherOptions = {}): void {
  fetcher = createFetcher({ allowPrivate: true, attempts: 1, inMemory: 0, ...options })
}
const ask = (target: string) => fetcher.fetch(portal.url(target))
const asked = () => portal.requests.map(({ target }) => target)

test('equal addresses in flight are one request and one file', async () => {
  start()
  const all = await Promise.all([ask('/a'), ask('/a'), ask('/a')])
  expect(asked()).toEqual(['/a'])
  expect(new Set(all.map(({ body }) => pathOf(body))).size).toBe(1)
})

test('so are equal addresses later, whoever has released the file meanwhile', async () => {
  start()
  const { body, exchange } = await ask('/a')
  await fetcher.release(body!)
  const again = await ask('/a')
  expect(again.exchange).toEqual(exchange)
  expect(textOf(again.body!)).toBe('a,b\n')
  expect(asked()).toEqual(['/a'])
})

test('two spellings are one address, and each keeps its own', async () => {
  start()
  const urls = [portal.url('/資#1'), ` ${portal.url('/%E8%B3%87')}`]
  const [one, two] = await Promise.all(urls.map((url) => fetcher.fetch(url)))
  expect(asked()).toEqual(['/%E8%B3%87'])
  expect([one!.exchange.url, two!.exchange.url]).toEqual(urls)
})

test('a file goes with its last holder when there is no room', async () => {
  start({ keep: { bytes: 0 } })
  const [one, two] = await Promise.all([ask('/a'), ask('/a')])
  const path = pathOf(one.body)
  await fetcher.release(one.body!)
  await fetcher.release(one.body!)
  expect(existsSync(path)).toBe(true)
  await fetcher.release(two.body!)
  expect(existsSync(path)).toBe(false)
  await ask('/a')
  expect(asked()).toEqual(['/a', '/a'])
})

test.each<[what: string, options: FetcherOptions]>([
  ['bytes', { keep: { bytes: 8 } }],
  ['links', { keep: { links: 2 } }],
])('the longest unused file makes room: %s', async (_, options) => {
  start(options)
  for (const target of ['/a', '/b', '/a', '/c']) await fetcher.release((await ask(target)).body!)
  await Promise.all(['/a', '/c'].map(ask))
  expect(asked()).toEqual(['/a', '/b', '/c'])
  await ask('/b')
  expect(asked()).toHaveLength(4)
})

test('a file that is held is never the one that goes', async () => {
  start({ keep: { links: 1 } })
  const { body } = await ask('/a')
  await fetcher.release((await ask('/b')).body!)
  expect(existsSync(pathOf(body))).toBe(true)
})

test('a failure that will stay is remembered, one that may pass is not', async () => {
  start()
  for (const target of ['/gone', '/gone', '/away']) expect((await ask(target)).exchange.failure).toBeDefined()
  expect((await ask('/away')).exchange.failure).toBeUndefined()
  expect(asked()).toEqual(['/gone', '/away', '/away'])
})

test('what is no address fails each time with its own text', async () => {
  start()
  expect((await fetcher.fetch('a b')).exchange).toMatchObject({ url: 'a b', failure: { code: 'bad-url' } })
})

test('a fault of ours is not remembered', async () => {
  start()
  const { body } = await ask('/a')
  rmSync(dirname(pathOf(body)), { recursive: true })
  for (const _ of [1, 2]) await expect(ask('/b')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(asked()).toEqual(['/a', '/b', '/b'])
})
