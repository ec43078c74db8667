import { describe, expect, test } from 'vitest'
import { ids, readText } from './make.ts'

const element = (name: string, text: string): string => `<${name}>${text}</${name}>`
const cells = (id: string | number, more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    資料集識別碼: String(id),
    資料集名稱: `名稱${id}`,
    資料下載網址: `https://a.tw/${id}`,
    ...more,
  })
    .map(([name, text]) => element(name, text))
    .join('')
const row = (id: string | number, more?: Readonly<Record<string, string>>): string =>
  element('row', cells(id, more))
const [one, two, three] = [row(1), row(2), row(3)]
const xml = (...rows: readonly string[]): string =>
  `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<data>\n${rows.join('\n')}\n</data>\n`

const CHUNKS = [1, 3, 64]

describe('the export as XML', () => {
  test('every column arrives as from the CSV', async () => {
    const { datasets, problems } = await readText(
      xml(
        row(41568, {
          品質檢測: '白金',
          檔案格式: 'JSON;CSV',
          資料下載網址: 'https://a.tw/x?a=1&amp;b=2;https://b.tw/',
          編碼格式: 'UTF-8;BIG5',
          資資料集上架方式: '系統介接程式',
          主要欄位說明: '<![CDATA[a(<甲>)、b]]>',
          提供機關: '經濟部水利署',
          更新頻率: '每1日',
          詮釋資料更新時間: '2025-02-05 16:08:38',
          備註: '第一行\n第二行',
        }),
      ),
    )
    expect(problems).toEqual([])
    expect(datasets).toEqual([
      {
        id: '41568',
        title: '名稱41568',
        publisher: '經濟部水利署',
        fields: 'a(<甲>)、b',
        updateFrequency: '每1日',
        modified: '2025-02-05T16:08:38+08:00',
        portalBadge: '白金',
        resources: [
          { id: '1', url: 'https://a.tw/x?a=1&b=2', format: 'JSON', encoding: 'UTF-8' },
          { id: '2', url: 'https://b.tw/', format: 'CSV', encoding: 'BIG5' },
        ],
        extra: { 資料集上架方式: '系統介接程式', 備註: '第一行\n第二行' },
        position: 1,
      },
    ])
  })

  test.each<[string, string]>([
    ['records at once below the root', xml(one, two)],
    ['records deeper, with things around', xml(`<count>2</count><rows page="1">${one}${two}</rows>`)],
    ['records called otherwise', xml(one, two).replaceAll('row>', 'dataset>')],
    [
      'columns as attributes',
      xml(one, two).replace(/<(資[^>]+)>([^<]*)<\/[^>]+>/g, '<field name="$1">$2</field>'),
    ],
    ['a root that is not called data', xml(one, two).replaceAll('data>', 'Root>')],
    ['no declaration', `<data>${one}${two}</data>`],
  ])('%s', async (_, content) => {
    const read = await readText(content)
    expect(read.problems).toEqual([])
    expect(ids(read)).toEqual(['1', '2'])
    for (const chunkSize of CHUNKS) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('an element for each link', async () => {
    const links =
      '<資料下載網址>https://a.tw/2</資料下載網址><檔案格式>CSV</檔案格式><檔案格式>XML</檔案格式>'
    const { datasets } = await readText(xml(one.replace('</row>', `${links}</row>`)))
    expect(datasets[0]?.resources).toMatchObject([
      { url: 'https://a.tw/1', format: 'CSV' },
      { url: 'https://a.tw/2', format: 'XML' },
    ])
  })
})

describe('broken XML', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a bare &',
      xml(one, row(2, { 資料下載網址: 'https://a.tw/?a=1&b=2' }), three),
      ['bad-record@2'],
      ['1', '2', '3'],
    ],
    ['& in CDATA', xml(one, row(2, { 備註: '<![CDATA[A & B]]>' }), three), [], ['1', '2', '3']],
    ['an unknown entity', xml(one, row(2, { 備註: '&nbsp;' }), three), ['bad-record@2'], ['1', '2', '3']],
    ['cut inside', xml(one, two).slice(0, -40), ['cut-short@1'], ['1']],
    ['cut between', `<data>${one}${two}`, ['cut-short@2'], ['1', '2']],
    ['no id', xml(one, row(''), three), ['no-id@2'], ['1', '3']],
    [
      'no element for the id',
      xml(one, '<row><資料集名稱>x</資料集名稱></row>', three),
      ['no-id@2'],
      ['1', '3'],
    ],
    ['same id', xml(one, one), ['duplicate-id@2'], ['1']],
    ['a record too long', xml(one, row(2, { 備註: '字'.repeat(2 << 20) }), three), ['bad-row@2'], ['1', '3']],
    ['text without end', `<data>${'x'.repeat(6 << 20)}`, ['cut-short@1'], []],
    ['too deep', `<data>${one}${'<a>'.repeat(99)}`, ['cut-short@1'], ['1']],
  ])('%s', async (_, content, codes, expected) => {
    const read = await readText(content)
    expect(read.codes).toEqual(codes)
    expect(ids(read)).toEqual(expected)
    if (content.length < 10_000)
      for (const chunkSize of CHUNKS) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('a bare & is read as written', async () => {
    const { datasets } = await readText(
      xml(row(2, { 資料下載網址: 'https://a.tw/?a=1&b=2', 備註: '&amp;&#38; &' })),
    )
    expect(datasets[0]?.resources[0]?.url).toBe('https://a.tw/?a=1&b=2')
    expect(datasets[0]?.extra).toEqual({ 備註: '&& &' })
  })

  test('the line is told', async () => {
    const { problems } = await readText(xml(one, row(2, { 備註: 'A & B' })))
    expect(problems[0]?.detail).toMatch(/第 4 行/)
  })

  test.each([
    [
      'another XML',
      '<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>',
      /最外層元素是 <rss>/,
    ],
    ['no records', '<data/>', /最外層元素是 <data>/],
  ])('%s', async (_, content, message) => {
    await expect(readText(content)).rejects.toThrow(message)
  })
})
