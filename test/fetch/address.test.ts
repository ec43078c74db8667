import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFetcher, type Fetcher } from '../../src/fetch/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
let fetcher: Fetcher
beforeAll(async () => {
  portal = await startPortal({})
  fetcher = createFetcher({ allowPrivate: true, attempts: 1 })
})
afterAll(async () => {
  await fetcher.close()
  await portal.close()
})

test.each([
  [
    '/年度/統計 表.csv?名=臺 北',
    '/%E5%B9%B4%E5%BA%A6/%E7%B5%B1%E8%A8%88%20%E8%A1%A8.csv?%E5%90%8D=%E8%87%BA%20%E5%8C%97',
  ],
  ['/%B8%EA%AE%C6.csv?q=%A5%78', '/%B8%EA%AE%C6.csv?q=%A5%78'],
  ['/%25E8?a=%2526', '/%25E8?a=%2526'],
  ['/a|b[1];c=1.csv?d[]=1|2;e', '/a|b[1];c=1.csv?d[]=1|2;e'],
  ['/a#b', '/a'],
])('%s goes out as %s', async (address, target) => {
  await fetcher.fetch(portal.url(address))
  expect(portal.requests.at(-1)?.target).toBe(target)
})

test('a name and password in the address are nobody’s business', async () => {
  const { exchange } = await fetcher.fetch(portal.url('/login').replace('//', '//user:p@ss@'))
  expect(exchange.status).toBe(404)
  expect(portal.requests.at(-1)).toMatchObject({ target: '/login' })
  expect(portal.requests.at(-1)?.headers.authorization).toBeUndefined()
})
