import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { list } from '../catalogue/live.ts'
import { HEADER } from '../catalogue/make.ts'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { folder, odbadge } from './run.ts'

const row = (cells: Readonly<Record<string, string>>): string =>
  HEADER.split(',')
    .map((column) => `"${cells[column] ?? ''}"`)
    .join(',')

/** The real rows of FACTS, and what goes wrong around them. */
const CATALOGUE = [
  HEADER,
  row({
    資料集識別碼: '41568',
    資料集名稱: '水庫每日營運狀況',
    檔案格式: 'JSON;CSV;XML',
    資料下載網址:
      'https://opendata.wra.gov.tw/a?format=json;https://opendata.wra.gov.tw/a?format=csv;https://opendata.wra.gov.tw/a?x=1;2',
    編碼格式: 'UTF-8;UTF-8;UTF-8',
    主要欄位說明: 'Name(名稱);No(編號)',
    提供機關: '經濟部水利署',
    更新頻率: '每1日',
    授權方式: '政府資料開放授權條款-第1版',
    上架日期: '2017-09-12 15:49:25',
    詮釋資料更新時間: '2025-02-05 16:08:38',
    資料量: '56;56;56',
    品質檢測: '白金',
  }),
  row({
    資料集識別碼: '2',
    資料集名稱: '舊名',
    提供機關: '行政院環境保護署',
    更新頻率: '依需要',
    檔案格式: 'WMS',
    資料下載網址: 'https://data.epa.gov.tw/b',
    編碼格式: '其他',
  }),
  row({
    資料集識別碼: '3',
    資料集名稱: '單位',
    提供機關: '社會處',
    更新頻率: '不定期更新',
    檔案格式: '奇怪檔',
    資料下載網址: 'https://ws.yunlin.gov.tw/c',
    編碼格式: '',
  }),
  row({
    資料集識別碼: '4',
    資料集名稱: '陌生',
    提供機關: '火星辦事處',
    資料下載網址: 'https://mars.example/d',
  }),
  row({ 資料集識別碼: '4', 資料集名稱: '重複' }),
].join('\r\n')

describe('catalogue', () => {
  it('says what was understood', async () => {
    const at = folder({ 'c.csv': CATALOGUE })
    const { code, out, err } = await odbadge('catalogue', at('c.csv'))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/資料集 +4 +資料資源 +6/)
    for (const line of [
      /^ +1 +3 +經濟部水利署 +經濟部（名稱）$/m,
      /^ +1 +1 +行政院環境保護署 +環境部（舊名或別名）$/m,
      /^ +1 +1 +社會處 +雲林縣政府（連結的主機）$/m,
      /^ +1 +1 +火星辦事處 +認不出$/m,
      /^ +1 +奇怪檔 +看不懂$/m,
      /^ +1 +依需要 +看不懂$/m,
      /^ +1 +每1日 +每 1 日$/m,
      /^ +1 +（未填） +未填，無法判定$/m,
      /^ +6 +「資料集識別碼」4 已在位置 5 出現過/m,
    ])
      expect(out).toMatch(line)
    expect((await odbadge('catalogue', at('c.csv'), '--lang', 'en')).out).toMatch(/every 1 day$/m)
  })

  it('as JSON keeps to its schema', async () => {
    const at = folder({ 'c.csv': CATALOGUE })
    const { out } = await odbadge('catalogue', at('c.csv'), '--reporter', 'json')
    expect(complaints('catalogue', JSON.parse(out))).toEqual([])
    const { overview, ids, problems } = await list(at('c.csv'))
    expect([ids, problems]).toEqual([['41568', '2', '3', '4'], ['duplicate-id@6']])
    expect(overview).toMatchObject({ datasets: 4, resources: 6, uncounted: 0, problems: 1 })
  })

  it.each([
    [['--agency', '水利署'], ['41568']],
    [['--id', '3'], ['3']],
    [
      ['--limit', '2'],
      ['41568', '2'],
    ],
  ])('%j', async (options, ids) => {
    const at = folder({ 'c.csv': CATALOGUE })
    expect((await list(at('c.csv'), ...options)).ids).toEqual(ids)
  })
})

describe('catalogue --reporter csv is read back as the same datasets', () => {
  const standard = {
    identifier: 'A17010000J-000001',
    title: '名稱 "引號"、換\n行',
    fieldDescription: '年度、人數',
    publisher: '勞動部',
    license: '可自由使用',
    issued: '106 年間',
    modified: '2016-08-12 16:58:12',
    publisherContactName: '王小明',
    distribution: [
      {
        resourceID: 'r1',
        downloadURL: 'https://a.gov.tw/1;https://b.gov.tw/2',
        format: 'CSV',
        resourceDescription: '一',
      },
      {
        resourceID: 'r2',
        accessURL: 'ftp://a.gov.tw/3',
        characterSetCode: 'BIG5',
        resourceModified: '2016-01-01',
        fields: ['甲', '乙'],
      },
    ],
  }
  it.each<[string, string]>([
    ['a data.gov.tw export', CATALOGUE],
    ['metadata of the standard', JSON.stringify([standard])],
    ['a list', csvCatalogue([{ id: '1', publisher: '勞動部', url: 'https://a.gov.tw/x.csv' }])],
  ])('%s', async (_, content) => {
    const at = folder({ catalogue: content })
    const { code, out } = await odbadge('catalogue', at('catalogue'), '--reporter', 'csv')
    expect(code).toBe(0)
    expect(out.split('\r\n')[0]).toBe(`\ufeff${HEADER.replace('資資料', '資料')},odbadge資料集`)
    const again = folder({ 'again.csv': out })
    const plain = async (path: string) =>
      (await list(path)).datasets.map(({ position: _, ...dataset }) => dataset)
    const datasets = await plain(again('again.csv'))
    expect(datasets).toEqual(await plain(at('catalogue')))
    expect(datasets.length).toBeGreaterThan(0)
  })

  it('what somebody changed in the table afterwards counts', async () => {
    const at = folder({ 'c.json': JSON.stringify([standard]) })
    const { out } = await odbadge('catalogue', at('c.json'), '--reporter', 'csv')
    const changed = folder({ 'c.csv': out.replace(',勞動部,', ',環境部,') })
    const [dataset] = (await list(changed('c.csv'))).datasets
    expect(dataset).toMatchObject({ publisher: '環境部', fields: '年度、人數' })
  })

  it('a foreign supplement cannot name a file of this machine', async () => {
    const at = folder({ 'c.json': JSON.stringify([standard]), secret: '年度\n1\n' })
    const { out } = await odbadge('catalogue', at('c.json'), '--reporter', 'csv')
    const path = JSON.stringify(`${at('secret')}`).replaceAll('"', '""')
    const forged = folder({ 'c.csv': out.replace('""id"":""r1""', `""id"":""r1"",""path"":${path}`) })
    expect(readFileSync(forged('c.csv'), 'utf8')).toContain('""path""')
    expect(JSON.stringify((await list(forged('c.csv'))).datasets)).not.toContain('secret')
  })
})

it('a catalogue that is none is refused as in audit', async () => {
  const at = folder({ 'a.json': '{"a":1}' })
  expect(await odbadge('catalogue', at('a.json'))).toMatchObject({ code: 2, out: '' })
})
