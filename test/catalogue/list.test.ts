import { describe, expect, test } from 'vitest'
import { ids, readText } from './make.ts'

const FULL = {
  id: '7',
  title: '人口',
  publisher: '內政部',
  fields: '年度、人數',
  updateFrequency: '每1年',
  resources: [
    {
      id: '1',
      url: 'https://a.tw/a.csv',
      format: 'CSV',
      encoding: 'UTF-8',
      modified: '2026-01-31T00:00:00+08:00',
    },
  ],
}
const CHINESE = '網址,識別碼,名稱,機關,欄位,更新頻率,格式,編碼,更新日期'
const ENGLISH = 'URL\tID\tTitle\tPublisher\tFields\tUpdate Frequency\tFormat\tEncoding\tlast_modified'
const VALUES = [
  'https://a.tw/a.csv',
  '7',
  '人口',
  '內政部',
  '年度、人數',
  '每1年',
  'CSV',
  'UTF-8',
  '2026-01-31',
]
const json = (keys: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, VALUES[at]])))

describe('a list of links', () => {
  test.each<[string, string]>([
    ['CSV', `\ufeff${CHINESE}\r\n${VALUES.join(',')}\r\n`],
    ['TSV', `${ENGLISH}\n${VALUES.join('\t')}\n`],
    ['JSON', `[${json(CHINESE.split(','))}]`],
    ['NDJSON', `${json(ENGLISH.split('\t'))}\n`],
    [
      'the names of the standard',
      `[${json(['downloadURL', 'identifier', 'title', 'publisher', 'fieldDescription', 'accrualPeriodicity', 'format', 'characterSetCode', 'resourceModified'])}]`,
    ],
    [
      'the words of the portal',
      `${'下載連結,編號,資料集名稱,提供機關,主要欄位說明,更新頻率,檔案格式,編碼格式,資料更新時間'}\n${VALUES.join(',')}\n`,
    ],
  ])('%s', async (_, content) => {
    const read = await readText(content)
    expect(read.problems).toEqual([])
    expect(read.datasets).toEqual([{ ...FULL, extra: {}, position: expect.any(Number) }])
    for (const chunkSize of [1, 64]) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('addresses only: nothing is claimed', async () => {
    const { datasets, problems } = await readText('https://a.tw/1\n\nhttps://a.tw/2\r\n')
    expect(problems).toEqual([])
    expect(datasets).toEqual([
      {
        id: 'https://a.tw/1',
        title: 'https://a.tw/1',
        publisher: '',
        resources: [{ id: '1', url: 'https://a.tw/1' }],
        extra: {},
        position: 1,
      },
      {
        id: 'https://a.tw/2',
        title: 'https://a.tw/2',
        publisher: '',
        resources: [{ id: '1', url: 'https://a.tw/2' }],
        extra: {},
        position: 3,
      },
    ])
  })

  test('an empty cell is a claim not made, a column that is not there none', async () => {
    const { datasets } = await readText('url,encoding\nhttps://a.tw/1,\n')
    expect(datasets[0]?.resources).toEqual([{ id: '1', url: 'https://a.tw/1', encoding: '' }])
  })

  test('columns nobody knows are kept', async () => {
    const { datasets } = await readText('url,備考\nhttps://a.tw/1,x\n')
    expect(datasets[0]?.extra).toEqual({ 備考: 'x' })
  })

  test('relative addresses', async () => {
    const { datasets } = await readText('url\nfiles/a.csv\n', { url: 'https://a.tw/lists/list.csv' })
    expect(datasets[0]?.resources[0]?.url).toBe('https://a.tw/lists/files/a.csv')
    const local = await readText('url\nfiles/a.csv\n')
    expect(local.datasets[0]?.resources).toEqual([{ id: '1', url: 'files/a.csv' }])
  })

  test('keys and passwords do not become ids', async () => {
    const { datasets } = await readText('https://a.tw/?api_key=SECRET123456\n')
    expect(datasets[0]?.id).not.toContain('SECRET')
    expect(datasets[0]?.title).not.toContain('SECRET')
  })

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a line that is no JSON',
      '{"url":"https://a.tw/1"}\n{x\n{"url":"https://a.tw/3"}\n',
      ['bad-row@2'],
      ['https://a.tw/1', 'https://a.tw/3'],
    ],
    ['a row too wide', 'url,id\nhttps://a.tw/1,1\nhttps://a.tw/2,2,3\n', ['row-width@3'], ['1']],
    [
      'a row without an address',
      'url,id\n,1\nhttps://a.tw/2,2\n',
      ['no-resource@2', 'no-title@2'].reverse(),
      ['1', '2'],
    ],
    ['neither id nor address', '名稱,網址\n甲,\n乙,https://a.tw/2\n', ['no-resource@2'], ['https://a.tw/2']],
    ['the same twice', 'https://a.tw/1\nhttps://a.tw/1\n', ['duplicate-id@2'], ['https://a.tw/1']],
    ['more formats than links', 'url,format,id\nhttps://a.tw/1,CSV;XML,1\n', ['resource-count@2'], ['1']],
  ])('%s', async (_, content, codes, expected) => {
    const read = await readText(content)
    expect(read.codes).toEqual(codes)
    expect(ids(read)).toEqual(expected)
  })
})
