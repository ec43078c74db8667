import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { folder, odbadge } from '../cli/run.ts'
import type { Route } from '../support/portal.ts'
import { details, ids, metadata, ok, paged, REST, start } from './data-access-portal.ts'
import { json, list, page } from './live.ts'

describe('dataset', () => {
  it('lists, asks for each and keeps everything', async () => {
    const all = ids(3)
    const { portal, at } = await start({
      [`${REST}/dataset`]: ok(all),
      [`${REST}/dataset?offset=3`]: ok([]),
      ...details(all),
    })
    const found = await list(at('/dataset'))
    expect(found).toMatchObject({ code: 0, ids: all, problems: [] })
    expect(found.datasets[0]).toMatchObject({
      title: '平均退休年齡 A17010000J-000001',
      publisher: '勞動部勞工保險局',
      fields: '年度、平均年齡-男、平均年齡-女',
      updateFrequency: '每年',
      issued: '2016-08-12T16:58:12+08:00',
      modified: '2017-04-16T21:18:00+08:00',
      contact: { name: '王小明', phone: '02-23961266' },
      resources: [
        {
          id: 'A17010000J-000001-001',
          url: at('/datastore/A17010000J-000001-001'),
          format: 'JSON',
          encoding: 'UTF-8',
          modified: '2017-08-29T00:00:00+08:00',
          description: '平均退休年齡',
        },
      ],
      extra: { categoryCode: '500', license: '政府資料開放授權條款-第1版', keyword: '退休、勞工' },
    })
    expect(found.datasets[0]?.blank).toContain('publisherContactEmail')
    // The list, its end, and three datasets: once each, though the catalogue is opened and then read.
    expect(portal.requests.map(({ target }) => target)).toHaveLength(5)
  })

  it('pages to the end, even where the last page is full', async () => {
    const all = ids(6)
    const { at } = await start({ ...paged(all, 2), ...details(all) })
    expect(await list(at('/dataset?limit=2'))).toMatchObject({ code: 0, ids: all, problems: [] })
  })

  it('stops asking at --limit', async () => {
    const all = ids(40)
    const { portal, at } = await start({ ...paged(all, 20), ...details(all) })
    expect((await list(at('/dataset?limit=20'), '--limit', '2')).ids).toEqual(all.slice(0, 2))
    expect(portal.requests.length).toBeLessThan(12)
  })

  it.each<[string, (id: string) => Route]>([
    ['success as a string', (id) => json({ success: 'true', result: metadata(id) })],
    ['an array of one', (id) => json({ success: true, result: [metadata(id)] })],
    ['at the top', (id) => json(metadata(id))],
    ['in records', (id) => json({ success: true, result: { records: [metadata(id)] } })],
    [
      'one resource, not in a list',
      (id) => ok({ ...metadata(id), distribution: metadata(id).distribution[0] }),
    ],
    ['Big5', (id) => ({ body: iconv.encode(JSON.stringify({ result: metadata(id) }), 'cp950') })],
    [
      'UTF-16',
      (id) => ({ body: Buffer.from(`\ufeff${JSON.stringify({ result: metadata(id) })}`, 'utf16le') }),
    ],
  ])('a dataset answered as: %s', async (_, route) => {
    const [id = ''] = ids(1)
    const { at } = await start({ [`${REST}/dataset/${id}`]: route(id) })
    const { datasets, problems } = await list(at(`/dataset/${id}`))
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([
      { id, publisher: '勞動部勞工保險局', resources: [{ description: '平均退休年齡' }] },
    ])
  })

  it.each<[string, unknown]>([
    ['objects', { success: true, result: ids(2).map((identifier) => ({ identifier })) }],
    ['records', { success: 'true', result: { records: ids(2) } }],
    ['an array', ids(2)],
    ['a total', { success: true, result: { total: '2', datasets: ids(2) } }],
    ['whole datasets', { success: true, result: ids(2).map(metadata) }],
  ])('a list of %s', async (_, body) => {
    const { at } = await start({
      [`${REST}/dataset`]: json(body),
      [`${REST}/dataset?offset=2`]: ok([]),
      ...details(ids(2)),
    })
    expect(await list(at('/dataset'))).toMatchObject({ code: 0, ids: ids(2), problems: [] })
  })
})

it('is audited like any catalogue', async () => {
  const [id = ''] = ids(1)
  const records = [{ 年度: '2009', '平均年齡-男': '34.77', '平均年齡-女': '31.28' }]
  const { at } = await start({
    [`${REST}/dataset`]: ok([id]),
    [`${REST}/dataset?offset=1`]: ok([]),
    ...details([id]),
    [`${REST}/datastore/${id}-001`]: ok({ resource_id: `${id}-001`, records }),
  })
  const out = folder()
  const { code, err } = await odbadge(
    'audit',
    at('/dataset'),
    '--out',
    out(),
    '--now',
    '2017-09-01',
    '--allow-private',
  )
  expect([code, err]).toEqual([0, ''])
  const { datasets } = JSON.parse(readFileSync(out('report.json'), 'utf8'))
  expect(datasets).toMatchObject([
    { id, publisher: '勞動部勞工保險局', body: { name: '勞動部' }, badge: { atLeast: 'gold' } },
  ])
})

describe('groups and tags', () => {
  const [a = '', b = '', c = ''] = ids(3)
  const routes = {
    ...details([a, b, c]),
    [`${REST}/group`]: ok(['00', '01']),
    [`${REST}/group?offset=2`]: ok([]),
    [`${REST}/group/00`]: ok({
      categoryCode: '00',
      display_name: '統計',
      package_count: 2,
      packages: [a, b],
    }),
    [`${REST}/group/01`]: ok({ categoryCode: '01', package_count: '2', packages: [b, c] }),
    [`${REST}/tag/${encodeURIComponent('職業災害')}`]: ok([c]),
    [`${REST}/tag/${encodeURIComponent('職業災害')}?offset=1`]: ok([]),
  }

  it.each<[string, readonly string[]]>([
    ['/group', [a, b, c]],
    ['/group/01', [b, c]],
    ['/tag/職業災害', [c]],
  ])('%s', async (target, wanted) => {
    const { at } = await start(routes)
    expect(await list(at(target))).toMatchObject({ code: 0, ids: wanted, problems: [] })
  })

  it('tells a group that cannot be had, and goes on', async () => {
    const { at } = await start({ ...routes, [`${REST}/group/00`]: { status: 500 } })
    expect(await list(at('/group'))).toMatchObject({ code: 3, ids: [b, c], problems: ['page-failed@1'] })
  })
})

describe('the base address leads to the list', () => {
  it.each(['/OdService/rest', '/OdService', '/OdService/'])('%s', async (base) => {
    const { portal } = await start({
      '/OdService': page,
      [`${REST}/dataset`]: ok(ids(1)),
      [`${REST}/dataset?offset=1`]: ok([]),
      ...details(ids(1)),
    })
    expect(await list(portal.url(base))).toMatchObject({ code: 0, ids: ids(1), problems: [] })
  })
})
