import { describe, expect, test } from 'vitest'
import { createLanes, type LaneOptions, laneName } from '../../src/fetch/lanes.ts'
import { fakeTime } from '../support/fake-time.ts'

describe('who shares a lane', () => {
  test.each([
    ['https://www.moj.gov.tw/a', 'moj.gov.tw'],
    ['http://www.tpk.moj.gov.tw:8080/a', 'moj.gov.tw'],
    ['https://data.gov.tw/', 'data.gov.tw'],
    ['https://gov.tw/', 'gov.tw'],
    ['https://someone.github.io/', 'github.io'],
    ['https://資料.臺灣/', 'xn--qev058f.xn--nnx388a'],
    ['http://10.0.0.1/', '10.0.0.1'],
    ['http://10.0.0.1:8080/', '10.0.0.1:8080'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://[2001:db8::1]:81/', '[2001:db8::1]:81'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['http://intranet/', 'intranet'],
  ])('%s: %s', (url, name) => {
    expect(laneName(new URL(url))).toBe(name)
  })
})

describe('settings', () => {
  /** When three requests to the host start that would each be answered after 10 ms. */
  async function starts(host: string, options: LaneOptions = {}): Promise<number[]> {
    const time = fakeTime()
    const lanes = createLanes(options, time)
    const all = [1, 2, 3].map(() =>
      lanes.run(new URL(`http://${host}/`), async () => {
        const start = time.now()
        await time.wait(10)
        return start
      }),
    )
    await time.pass(10_000)
    return Promise.all(all)
  }

  test.each(['localhost', 'a.localhost', '127.0.0.1:81', '127.1.2.3', '[::1]'])(
    '%s is our own: no spacing, but a limit',
    async (host) => {
      expect(await starts(host)).toEqual([0, 0, 10])
    },
  )

  test.each(['example.tw', '10.0.0.1', '[2001:db8::1]', '127.example.tw', 'localhost.tw'])(
    '%s is not',
    async (host) => {
      expect(await starts(host)).toEqual([0, 250, 500])
    },
  )

  test('for every host, and for one', async () => {
    const options = {
      lanes: { spacing: 100 },
      overrides: { 'data.example.tw': { spacing: 0, concurrency: 3 } },
    }
    expect(await starts('localhost', options)).toEqual([0, 100, 200])
    expect(await starts('www.example.tw', options)).toEqual([0, 0, 0])
    expect(createLanes(options, fakeTime()).widest).toBe(3)
  })
})

test('statistics: busiest first, then by name', async () => {
  const time = fakeTime()
  const lanes = createLanes({}, time)
  const hosts = ['c.tw', 'b.tw', 'a.tw', 'www.b.tw']
  const all = hosts.map((host) => lanes.run(new URL(`http://${host}/`), async () => undefined))
  await time.pass(1_000)
  await Promise.all(all)
  expect(lanes.statistics().map(({ host, requests }) => [host, requests])).toEqual([
    ['b.tw', 2],
    ['a.tw', 1],
    ['c.tw', 1],
  ])
})
