import { describe, expect, test } from 'vitest'
import { jsonElements } from '../../src/catalogue/json-elements.ts'
import { ids, readText } from './make.ts'

const element = (id: number | string, more: object = {}): object => ({
  資料集識別碼: id,
  資料集名稱: `名稱${id}`,
  資料下載網址: `https://a.tw/${id}`,
  ...more,
})
const text = (id: number | string, more: object = {}): string => JSON.stringify(element(id, more))

describe('what exports hold', () => {
  test('ids as number and string, null cells, unknown keys', async () => {
    const { datasets, problems } = await readText(
      JSON.stringify([
        element(1, { 提供機關: '勞動部', 備註: null, 檔案格式: '', 資資料集上架方式: '人工', 資料量: 56 }),
        element('2', { 檔案格式: 'CSV', 編碼格式: 'UTF-8', 更新頻率: '每1年', 主要欄位說明: '年度、人數' }),
      ]),
    )
    expect(problems).toEqual([])
    expect(datasets).toEqual([
      {
        id: '1',
        title: '名稱1',
        publisher: '勞動部',
        fields: '',
        updateFrequency: '',
        resources: [{ id: '1', url: 'https://a.tw/1', format: '', encoding: '' }],
        extra: { 資料集上架方式: '人工', 資料量: '56' },
        blank: ['備註', '檔案格式'],
        position: 1,
      },
      {
        id: '2',
        title: '名稱2',
        publisher: '',
        fields: '年度、人數',
        updateFrequency: '每1年',
        resources: [{ id: '1', url: 'https://a.tw/2', format: 'CSV', encoding: 'UTF-8' }],
        extra: {},
        position: 2,
      },
    ])
  })

  test.each([
    ['2017-09-12 15:49:25', '2017-09-12T15:49:25+08:00'],
    ['2026-03-10 00:00:00.000000', '2026-03-10T00:00:00+08:00'],
    ['2018/02/05 15:29', '2018-02-05T15:29:00+08:00'],
    ['2013/03/18', '2013-03-18T00:00:00+08:00'],
    ['2024-11-08 17:13', '2024-11-08T17:13:00+08:00'],
    [{ date: '2026-03-10 08:00:00.000000' }, '2026-03-10T08:00:00+08:00'],
    [
      { date: '2026-03-10 08:00:00.000000', timezone_type: 3, timezone: 'Asia/Taipei' },
      '2026-03-10T08:00:00+08:00',
    ],
    [{ date: '2026-03-10 00:00:00.000000', timezone_type: 3, timezone: 'UTC' }, '2026-03-10T08:00:00+08:00'],
    [{ date: '2026-03-10 08:00:00', timezone_type: 1, timezone: '+08:00' }, '2026-03-10T08:00:00+08:00'],
  ])('date %j', async (date, expected) => {
    const { datasets } = await readText(
      JSON.stringify([element(1, { 上架日期: date, 詮釋資料更新時間: date })]),
    )
    expect(datasets[0]).toMatchObject({ issued: expected, modified: expected, extra: {} })
  })

  test('a date that cannot be read stays as it was', async () => {
    const { datasets } = await readText(JSON.stringify([element(1, { 詮釋資料更新時間: { date: '昨天' } })]))
    expect(datasets[0]).not.toHaveProperty('modified')
    expect(datasets[0]?.extra).toEqual({ 詮釋資料更新時間: '昨天' })
  })

  test('lists in a cell', async () => {
    const cells = { 資料下載網址: ['https://a.tw/1', 'https://a.tw/2'], 檔案格式: ['CSV', 'XML'] }
    const { datasets } = await readText(JSON.stringify([element(1, cells)]))
    expect(datasets[0]?.resources).toMatchObject([
      { id: '1', url: 'https://a.tw/1', format: 'CSV' },
      { id: '2', url: 'https://a.tw/2', format: 'XML' },
    ])
  })

  test.each([
    ['array', `[${text(1)},${text(2)}]`],
    ['pretty, with a byte order mark', `\ufeff\r\n${JSON.stringify([element(1), element(2)], null, 2)}\r\n`],
    ['{result}', `{"success":true,"result":[${text(1)},${text(2)}],"total":2}`],
    ['{result:{records}}', `{"success":true,"result":{"records":[${text(1)},${text(2)}]}}`],
    ['{data}', `{"data":[${text(1)},${text(2)}]}`],
    ['brackets and escapes in strings', `[${text(1, { 備註: ']},{"[\\"\n' })},${text(2)}]`],
  ])('%s', async (_, content) => {
    const read = await readText(content)
    expect(read.problems).toEqual([])
    expect(ids(read)).toEqual(['1', '2'])
    for (const chunkSize of [1, 3, 64]) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('nothing', async () => {
    expect(await readText('[]')).toMatchObject({ datasets: [], problems: [] })
  })
})

describe('broken elements', () => {
  const [one, two, three] = [text(1), text(2), text(3)]
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['a value missing', `[${one},${text(2).replace(/"名稱2"/, '')},${three}]`, ['bad-row@2'], ['1', '3']],
    ['a quote missing', `[${one},${two.replace('名稱2"', '名稱2')},${three}]`, ['bad-row@2'], ['1', '3']],
    [
      'a quote missing in the first',
      `[${one.replace('名稱1"', '名稱1')},${two},${three}]`,
      ['bad-row@1'],
      ['2', '3'],
    ],
    [
      'a quote missing, on lines',
      `[\n${one},\n${two.replace('名稱2"', '名稱2')},\n${three}\n]`,
      ['bad-row@2'],
      ['1', '3'],
    ],
    ['a brace missing', `[${one},${two.slice(0, -1)},${three}]`, ['bad-row@2'], ['1', '3']],
    ['a number', `[${one},2,${three}]`, ['bad-row@2'], ['1', '3']],
    [
      'a string, null and a list',
      `[${one},"x",null,[2],${three}]`,
      ['bad-row@2', 'bad-row@3', 'bad-row@4'],
      ['1', '3'],
    ],
    ['a bare word', `[${one},無,${three}]`, ['bad-row@2'], ['1', '3']],
    ['a comma too many', `[${one},,${three},]`, [], ['1', '3']],
    ['cut inside', `[${one},${two.slice(0, 40)}`, ['cut-short@2'], ['1']],
    ['cut between', `[${one},${two}`, ['cut-short@3'], ['1', '2']],
    ['no id', `[${text('')},${two}]`, ['no-id@1'], ['2']],
    ['same id', `[${text(1)},${text('1')}]`, ['duplicate-id@2'], ['1']],
    ['empty objects', `[${one},{},${three},{"資料集名稱":null}]`, ['bad-row@2', 'bad-row@4'], ['1', '3']],
    ['an empty object first', `[{},${three}]`, ['bad-row@1'], ['3']],
  ])('%s', async (_, content, codes, expected) => {
    const read = await readText(content)
    expect(read.codes).toEqual(codes)
    expect(ids(read)).toEqual(expected)
    for (const chunkSize of [1, 3, 64]) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('the line is told', async () => {
    const { problems } = await readText(`[\n${one},\n{"資料集識別碼": 無},\n${three}]`)
    expect(problems[0]?.detail).toMatch(/^第 3 行起/)
  })

  test('an element without end is dropped and the next is found', async () => {
    const read = await readText(`[${one},{"資料集識別碼":2,"資料集名稱":"${'x'.repeat(3 << 20)},${three}]`)
    expect(read.codes).toEqual(['bad-row@2'])
    expect(ids(read)).toEqual(['1', '3'])
  })

  test('an element without end is given up early', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<string> {
      for (; given < 200; given++) yield 'x'.repeat(1 << 16)
    }
    const first = await jsonElements('{"a":"', endless(), 1).next()
    expect(first.value).toMatchObject({ code: 'bad-row', position: 1 })
    expect(given).toBeLessThan(20)
  })

  test.each([
    ['quote', (each: string): string => each.replace('"資料下載', '資料下載')],
    ['brace', (each: string): string => each.slice(0, -1)],
  ])('a missing %s in every element takes linear time', async (_, breaks) => {
    const elements = Array.from({ length: 10_000 }, (_, at) => breaks(text(at)))
    const started = performance.now()
    const { problems } = await readText(`[${elements.join(',')}]`)
    expect(problems).toHaveLength(10_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
