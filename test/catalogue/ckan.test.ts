import { describe, expect, test } from 'vitest'
import { ids, readText } from './make.ts'

const pack = (id: string, more: object = {}): object => ({
  id,
  name: `slug-${id}`,
  title: `名稱${id}`,
  notes: '描述',
  organization: { name: 'kcg', title: '高雄市政府交通局' },
  metadata_created: '2016-08-12T16:58:12.123456',
  metadata_modified: '2026-01-01T00:00:00',
  num_resources: 1,
  maintainer: '王小明',
  tracking_summary: { total: 41, recent: 2 },
  extras: [
    { key: '更新頻率', value: '每月' },
    { key: '主要欄位說明', value: '年度、件數' },
    { key: '服務分類', value: '公共資訊' },
  ],
  resources: [
    {
      id: 'r1',
      name: '資料一',
      url: 'https://a.tw/1.csv',
      format: 'CSV',
      encoding: 'UTF-8',
      last_modified: '2026-02-01T08:00:00',
    },
    { id: 'r2', url: '/dataset/x/download/2.xml', format: '' },
  ],
  ...more,
})
const search = (...results: readonly unknown[]): string =>
  JSON.stringify({
    help: 'https://a.tw',
    success: true,
    result: { count: results.length, sort: 'x', results },
  })

describe('CKAN', () => {
  test('a package and its extras', async () => {
    const { datasets, problems } = await readText(search(pack('1')), {
      url: 'https://data.kcg.gov.tw/api/3/x',
    })
    expect(problems).toEqual([])
    expect(datasets).toEqual([
      {
        id: '1',
        title: '名稱1',
        publisher: '高雄市政府交通局',
        fields: '年度、件數',
        updateFrequency: '每月',
        issued: '2016-08-13T00:58:12+08:00',
        modified: '2026-01-01T08:00:00+08:00',
        views: 41,
        contact: { name: '王小明' },
        resources: [
          {
            id: 'r1',
            url: 'https://a.tw/1.csv',
            format: 'CSV',
            encoding: 'UTF-8',
            modified: '2026-02-01T16:00:00+08:00',
            description: '資料一',
          },
          { id: 'r2', url: 'https://data.kcg.gov.tw/dataset/x/download/2.xml', format: '' },
        ],
        extra: {
          name: 'slug-1',
          notes: '描述',
          num_resources: '1',
          maintainer: '王小明',
          tracking_summary: '{"total":41,"recent":2}',
          更新頻率: '每月',
          主要欄位說明: '年度、件數',
          服務分類: '公共資訊',
        },
        position: 1,
      },
    ])
  })

  test.each<[string, string]>([
    ['package_search', search(pack('1'), pack('2'))],
    [
      'current_package_list_with_resources',
      JSON.stringify({ success: true, result: [pack('1'), pack('2')] }),
    ],
    ['a bare list', JSON.stringify([pack('1'), pack('2')], null, 2)],
    ['extras as an object', search(pack('1', { extras: { 更新頻率: '每月' } }), pack('2'))],
    [
      'keys in another order',
      JSON.stringify({ result: { results: [pack('1'), pack('2')], count: 2 }, success: true }),
    ],
  ])('%s', async (_, content) => {
    const read = await readText(content)
    expect(read.problems).toEqual([])
    expect(ids(read)).toEqual(['1', '2'])
    expect(read.datasets[0]?.updateFrequency).toBe('每月')
    for (const chunkSize of [1, 64]) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('package_show', async () => {
    const read = await readText(JSON.stringify({ help: '', success: true, result: pack('7') }))
    expect(ids(read)).toEqual(['7'])
  })

  test('a field description that is the name of the field is none', async () => {
    const { datasets } = await readText(
      search(pack('1', { extras: [{ key: 'fieldDescription', value: 'fieldDescription' }] })),
    )
    expect(datasets[0]?.fields).toBe('')
    expect(datasets[0]).not.toHaveProperty('updateFrequency')
  })

  test.each<[string, string, readonly string[]]>([
    [
      'a resource without an address',
      search(pack('1', { resources: [{ id: 'r' }] })),
      ['no-resource@1', 'bad-record@1'],
    ],
    ['no resources', search(pack('1', { resources: null })), ['no-resource@1']],
    ['same id', search(pack('1'), pack('1')), ['duplicate-id@2']],
    ['cut', search(pack('1'), pack('2')).slice(0, -60), ['cut-short@2']],
    ['no object', search(pack('1'), 7), ['bad-row@2']],
  ])('%s', async (_, content, codes) => {
    const read = await readText(content)
    expect(read.codes).toEqual(codes)
    expect(ids(read)).toEqual(['1'])
  })
})
