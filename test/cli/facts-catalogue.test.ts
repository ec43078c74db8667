import { describe, expect, it } from 'vitest'
import { HEADER } from '../catalogue/make.ts'
import { has, type Look, resources, URL, understood } from './facts.ts'

type Cells = Readonly<Record<string, string>>
const sound: Cells = {
  資料集識別碼: '41568',
  資料集名稱: '水庫每日營運狀況',
  檔案格式: 'JSON',
  資料下載網址: URL,
  編碼格式: 'UTF-8',
  提供機關: '經濟部水利署',
}
/** An export of one row with these cells changed; `header` may spell the columns another way. */
const row = (cells: Cells, header = HEADER): string => {
  const all: Cells = { ...sound, ...cells }
  const line = header.split(',').map((column) => `"${(all[column] ?? '').replaceAll('"', '""')}"`)
  return `\ufeff${header}\r\n${line.join(',')}\r\n`
}
const json = (...elements: readonly unknown[]): string => JSON.stringify(elements)
const frequency = (declared: string, understood: string, every?: object): readonly [string, string, Look] => [
  `更新頻率: ${declared || '(none)'}`,
  row({ 更新頻率: declared }),
  ({ overview }) =>
    expect(overview.frequencies).toEqual([{ declared, understood, datasets: 1, ...(every && { every }) }]),
]
const format = (declared: string, understood: string | null): readonly [string, string, Look] => [
  `檔案格式: ${declared}`,
  row({ 檔案格式: declared }),
  ({ overview }) => expect(overview.formats).toEqual([{ declared, understood, resources: 1 }]),
]

describe('FACTS §1, the export', () => {
  it.each<readonly [string, string, Look]>([
    ['column 9 is really 資資料集上架方式', row({ 資資料集上架方式: '系統介接程式' }), has({ id: '41568' })],
    ['accept both spellings', row({}, HEADER.replace('資資料集', '資料集')), has({ id: '41568' })],
    [
      'line breaks inside quoted cells',
      row({ 備註: '一\r\n二', 主要欄位說明: '年度\n人數' }),
      has({ fields: '年度\n人數', extra: { 備註: '一\n二' } }),
    ],
    [
      '資料集識別碼 as string and as number',
      json({ ...sound, 資料集識別碼: 41568 }, { ...sound, 資料集識別碼: '7' }),
      ({ ids }) => expect(ids).toEqual(['41568', '7']),
    ],
    [
      'daily change file: 檔案格式 is null',
      json({ ...sound, 檔案格式: null, 資料集變動狀態: '資料集修改' }),
      ({ dataset }) => {
        expect(dataset.resources).toEqual([{ id: '1', url: URL, encoding: 'UTF-8' }])
        expect(dataset.blank ?? []).not.toContain('檔案格式')
      },
    ],
    [
      '資料集下架',
      json({ ...sound, 資料集變動狀態: '資料集下架' }),
      ({ ids, problems }) => expect([ids, problems]).toEqual([[], ['withdrawn@1']]),
    ],
    [
      '新增/修改/刪除',
      json({ ...sound, 資料集變動狀態: '刪除' }, { ...sound, 資料集識別碼: '7', 資料集變動狀態: '新增' }),
      ({ ids, problems }) => expect([ids, problems]).toEqual([['7'], ['withdrawn@1']]),
    ],
    [
      'several resources: aligned by position',
      row({ 檔案格式: 'JSON;CSV', 資料下載網址: `${URL};${URL}2`, 編碼格式: 'UTF-8;BIG5' }),
      resources(
        { url: URL, format: 'JSON', encoding: 'UTF-8' },
        { url: `${URL}2`, format: 'CSV', encoding: 'BIG5' },
      ),
    ],
    [
      'URLs may contain ; themselves (14235)',
      row({ 資料下載網址: 'https://a.gov.tw/rss.php?unit=47;50' }),
      resources({ url: 'https://a.gov.tw/rss.php?unit=47;50' }),
    ],
    [
      'then check the count',
      row({ 檔案格式: 'JSON;CSV;XML' }),
      ({ ids, problems }) => expect([ids, problems]).toEqual([['41568'], ['resource-count@2']]),
    ],
    [
      '提供機關 教育處 (no county!) (67561)',
      row({
        提供機關: '教育處',
        品質檢測: '白金',
        檔案格式: 'XLSX;CSV',
        資料下載網址: `${URL};${URL}2`,
        編碼格式: 'UTF-8;UTF-8',
      }),
      has({ publisher: '教育處', portalBadge: '白金' }),
    ],
    ['資料提供屬性: API服務', row({ 資料提供屬性: 'API服務' }), has({ extra: { 資料提供屬性: 'API服務' } })],
    ['品質檢測: pass unknown values through', row({ 品質檢測: '待檢' }), has({ portalBadge: '待檢' })],
    ['資料量 is unreliable: kept, used nowhere', row({ 資料量: '0;0' }), has({ extra: { 資料量: '0;0' } })],
    [
      '詮釋資料更新時間 is the time of the record',
      row({ 詮釋資料更新時間: '2025-02-05 16:08:38' }),
      ({ dataset }) =>
        expect([dataset.modified, dataset.resources?.[0]?.modified]).toEqual([
          '2025-02-05T16:08:38+08:00',
          undefined,
        ]),
    ],
    [
      'YYYY-MM-DD HH:MM:SS',
      row({ 上架日期: '2017-09-12 15:49:25' }),
      has({ issued: '2017-09-12T15:49:25+08:00' }),
    ],
    [
      '2026-03-10 00:00:00.000000',
      row({ 上架日期: '2026-03-10 00:00:00.000000' }),
      has({ issued: '2026-03-10T00:00:00+08:00' }),
    ],
    [
      'sometimes an object {date:"…"}',
      json({ ...sound, 上架日期: { date: '2026-03-10 00:00:00.000000', timezone: 'Asia/Taipei' } }),
      has({ issued: '2026-03-10T00:00:00+08:00' }),
    ],
    ['2024-11-08 17:13', row({ 上架日期: '2024-11-08 17:13' }), has({ issued: '2024-11-08T17:13:00+08:00' })],
    ['2018/02/05 15:29', row({ 上架日期: '2018/02/05 15:29' }), has({ issued: '2018-02-05T15:29:00+08:00' })],
    ['2013/03/18', row({ 上架日期: '2013/03/18' }), has({ issued: '2013-03-18T00:00:00+08:00' })],
    ['BIG5', row({ 編碼格式: 'BIG5' }), resources({ encoding: 'BIG5' })],
    ['BIG-5, the standard’s own example', row({ 編碼格式: 'BIG-5' }), resources({ encoding: 'BIG-5' })],
    ['其他', row({ 編碼格式: '其他' }), resources({ encoding: '其他' })],
    format('csv', 'CSV'),
    format('壓縮檔', 'ZIP'),
    format('GeoJSON', 'GeoJSON'),
    format('XLSX', 'XLSX'),
    format('其他', '其他'),
    format('奇怪檔', null),
    frequency('不定期更新', 'irregular'),
    frequency('不定期', 'irregular'),
    frequency('不更新', 'never'),
    frequency('即時', 'real-time'),
    frequency('', 'missing'),
    frequency('每1日', 'every', { n: 1, unit: 'day' }),
    frequency('每6月', 'every', { n: 6, unit: 'month' }),
    frequency('每3年', 'every', { n: 3, unit: 'year' }),
    frequency('每小時', 'every', { n: 1, unit: 'hour' }),
    frequency('每季', 'every', { n: 3, unit: 'month' }),
    frequency('每周', 'every', { n: 1, unit: 'week' }),
    frequency('每半年', 'every', { n: 6, unit: 'month' }),
    frequency('每10日', 'every', { n: 10, unit: 'day' }),
    frequency('每10年', 'every', { n: 10, unit: 'year' }),
    // §3: discouraged, but they occur.
    frequency('每15日', 'every', { n: 15, unit: 'day' }),
    frequency('每2月', 'every', { n: 2, unit: 'month' }),
  ])('%s', (_, content, look) => understood(content, look))
})
