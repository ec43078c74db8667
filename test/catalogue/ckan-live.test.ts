import { describe, expect, it } from 'vitest'
import { portalFor } from '../cli/run.ts'
import type { Route } from '../support/portal.ts'
import { json, list, page } from './live.ts'

const SEARCH = '/api/3/action/package_search'

const packages = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => ({
    id: `p-${from + at}`,
    name: `package-${from + at}`,
    title: `資料集 ${from + at}`,
    organization: { title: '高雄市政府環境保護局' },
    license_title: '政府資料開放授權條款-第1版',
    metadata_modified: '2026-03-01T01:02:03.000000',
    extras: [{ key: '更新頻率', value: '每月' }],
    resources: [
      { id: 'r', url: 'https://data.kcg.gov.tw/a.csv', format: 'CSV', name: '空氣品質', encoding: 'UTF-8' },
    ],
  }))

const all = packages(6)
const found = (results: readonly unknown[], count = 6) => json({ success: true, result: { count, results } })
const search = (from: number, to: number) => found(all.slice(from, to))

describe('package_search', () => {
  it('is read to its end, with what else the query asks for', async () => {
    const query = 'fq=organization:epb&rows=4'
    const portal = await portalFor({
      [`${SEARCH}?${query}`]: search(0, 4),
      [`${SEARCH}?fq=organization%3Aepb&rows=4&start=4`]: search(4, 6),
    })
    const { code, ids, problems, datasets } = await list(portal.url(`${SEARCH}?${query}`))
    expect([code, ids, problems]).toEqual([0, all.map(({ id }) => id), []])
    expect(datasets[5]).toMatchObject({
      title: '資料集 6',
      publisher: '高雄市政府環境保護局',
      updateFrequency: '每月',
      modified: '2026-03-01T09:02:03+08:00',
      resources: [{ id: 'r', format: 'CSV', encoding: 'UTF-8', description: '空氣品質' }],
      extra: { license_title: '政府資料開放授權條款-第1版' },
    })
    expect(portal.requests).toHaveLength(2)
  })

  it('a server that gives fewer than asked for is asked on', async () => {
    const portal = await portalFor({
      [SEARCH]: search(0, 2),
      [`${SEARCH}?rows=100&start=2`]: search(2, 5),
      [`${SEARCH}?rows=100&start=5`]: search(5, 6),
    })
    expect(await list(portal.url(SEARCH))).toMatchObject({
      code: 0,
      ids: all.map(({ id }) => id),
      problems: [],
    })
  })

  it.each<[string, Route, readonly string[], readonly string[]]>([
    ['a start without effect', search(0, 2), ['p-1', 'p-2'], ['page-repeats@3']],
    ['a web page', page, ['p-1', 'p-2', 'p-5', 'p-6'], ['page-failed@3']],
    ['a page that hangs up', { trouble: 'reset' }, ['p-1', 'p-2', 'p-5', 'p-6'], ['page-failed@3']],
    ['an empty page before the end', search(6, 6), ['p-1', 'p-2'], ['cut-short@3']],
    ['a list that grew', found(all.slice(2, 4), 7), all.map(({ id }) => id), ['total-changed@3']],
  ])('%s', async (_, second, ids, problems) => {
    const portal = await portalFor({
      [`${SEARCH}?rows=2`]: search(0, 2),
      [`${SEARCH}?rows=2&start=2`]: second,
      [`${SEARCH}?rows=2&start=4`]: found(all.slice(4, 6), 6 + Number(problems[0] === 'total-changed@3')),
    })
    const result = await list(portal.url(`${SEARCH}?rows=2`))
    expect([result.ids, result.problems.slice(0, 1), result.code]).toEqual([ids, problems, 3])
  })

  it('a server that never ends is left after a while', { timeout: 120_000 }, async () => {
    const routes: Record<string, Route> = { [`${SEARCH}?rows=1`]: found(packages(1), 1e9) }
    for (let start = 1; start < 2_100; start++)
      routes[`${SEARCH}?rows=1&start=${start}`] = found(packages(1, start + 1), 1e9)
    const portal = await portalFor(routes)
    const result = await list(portal.url(`${SEARCH}?rows=1`), '--per-host', '8')
    expect([result.ids.length, result.problems, result.code]).toEqual([2_000, ['too-many-pages@2001'], 3])
    expect(portal.requests).toHaveLength(2_000)
  })
})

describe('package_list', () => {
  const show = (nth: number) => json({ success: true, result: all[nth] })
  const SHOW = '/api/3/action/package_show?id=package'

  it('asks for every package', async () => {
    const portal = await portalFor({
      '/api/3/action/package_list': json({ success: true, result: ['package-1', 'package-2', 'package-3'] }),
      [`${SHOW}-1`]: show(0),
      [`${SHOW}-2`]: { status: 500 },
      [`${SHOW}-3`]: show(2),
    })
    expect(await list(portal.url('/api/3/action/package_list'))).toMatchObject({
      code: 3,
      ids: ['p-1', 'p-3'],
      problems: ['page-failed@2'],
    })
  })

  it('with a limit goes on to the end', async () => {
    const names = (from: number, to: number) =>
      json({ success: true, result: all.slice(from, to).map(({ name }) => name) })
    const LIST = '/api/3/action/package_list?limit=2'
    const portal = await portalFor({
      [LIST]: names(0, 2),
      [`${LIST}&offset=2`]: names(2, 3),
      [`${LIST}&offset=3`]: names(3, 3),
      ...Object.fromEntries([0, 1, 2].map((nth) => [`${SHOW}-${nth + 1}`, show(nth)])),
    })
    expect(await list(portal.url(LIST))).toMatchObject({ code: 0, ids: ['p-1', 'p-2', 'p-3'], problems: [] })
  })
})

it.each<[string, Route]>([
  ['/', page],
  ['/api/3', json({ version: 3 })],
  ['/api/3/action/', { status: 404 }],
])('the address %s leads to package_search', async (address, route) => {
  const portal = await portalFor({ [address]: route, [`${SEARCH}?rows=100`]: search(0, 6) })
  expect((await list(portal.url(address))).ids).toHaveLength(6)
})
