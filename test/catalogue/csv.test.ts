import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEADER, ids, readText } from './make.ts'

const SHORT = '資料集識別碼,資料集名稱,提供機關,資料下載網址'
const row = (id: string | number): string => `${id},名稱${id},機關,https://a.tw/${id}`
const short = (...lines: readonly string[]): string => `${[SHORT, ...lines].join('\n')}\n`

const RESERVOIR = [
  '41568',
  '水庫每日營運狀況',
  '檔案資料',
  '公共資訊',
  '白金',
  'JSON;CSV;XML',
  'https://opendata.wra.gov.tw/Service/OpenData.aspx?format=json&id=50C8256D-30C5-4B8D-9B84-2E14D5C6DF71;https://opendata.wra.gov.tw/Service/OpenData.aspx?format=csv&id=50C8256D-30C5-4B8D-9B84-2E14D5C6DF71;https://opendata.wra.gov.tw/Service/OpenData.aspx?format=xml&id=50C8256D-30C5-4B8D-9B84-2E14D5C6DF71',
  'UTF-8;UTF-8;UTF-8',
  '系統介接程式',
  '各水庫的「每日」營運狀況',
  '"BasinRainfall(集水區雨量,前一日累積降雨量[單位為毫米]);Capacity(有效容量,單位為萬立方公尺)"',
  '經濟部水利署',
  '每1日',
  '政府資料開放授權條款-第1版',
  '',
  '免費',
  '王小明',
  '02-1234-5678',
  '2017-09-12 15:49:25',
  '2025-02-05 16:08:38',
  '"第一行\r\n說明 ""引號"" 與,逗號"',
  '56;56;56',
].join(',')

const EXPORT = `\ufeff${HEADER}\r\n${RESERVOIR}\r\n`

describe('the export', () => {
  test('a real row', async () => {
    const { datasets, problems } = await readText(EXPORT)
    expect(problems).toEqual([])
    const link = (format: string): string =>
      `https://opendata.wra.gov.tw/Service/OpenData.aspx?format=${format}&id=50C8256D-30C5-4B8D-9B84-2E14D5C6DF71`
    expect(datasets).toEqual([
      {
        id: '41568',
        title: '水庫每日營運狀況',
        publisher: '經濟部水利署',
        fields: 'BasinRainfall(集水區雨量,前一日累積降雨量[單位為毫米]);Capacity(有效容量,單位為萬立方公尺)',
        updateFrequency: '每1日',
        issued: '2017-09-12T15:49:25+08:00',
        modified: '2025-02-05T16:08:38+08:00',
        contact: { name: '王小明', phone: '02-1234-5678' },
        portalBadge: '白金',
        resources: [
          { id: '1', url: link('json'), format: 'JSON', encoding: 'UTF-8' },
          { id: '2', url: link('csv'), format: 'CSV', encoding: 'UTF-8' },
          { id: '3', url: link('xml'), format: 'XML', encoding: 'UTF-8' },
        ],
        extra: {
          資料提供屬性: '檔案資料',
          服務分類: '公共資訊',
          資料集上架方式: '系統介接程式',
          資料集描述: '各水庫的「每日」營運狀況',
          授權方式: '政府資料開放授權條款-第1版',
          計費方式: '免費',
          備註: '第一行\n說明 "引號" 與,逗號',
          資料量: '56;56;56',
        },
        blank: ['相關網址'],
        position: 2,
      },
    ])
  })

  test('of daily changes: no 檔案格式, one more column', async () => {
    const { datasets, problems } = await readText(
      `${SHORT},檔案格式,資料集變動狀態\n${row(1)};https://a.tw/2,,資料集修改\n`,
    )
    expect(problems).toEqual([])
    expect(datasets[0]?.resources).toEqual([
      { id: '1', url: 'https://a.tw/1', unclear: ['format', 'encoding'] },
      { id: '2', url: 'https://a.tw/2', unclear: ['format', 'encoding'] },
    ])
    expect(datasets[0]?.extra).toEqual({ 資料集變動狀態: '資料集修改' })
  })

  test.each([
    [
      'columns in another order',
      '提供機關,資料集識別碼,資料下載網址,資料集名稱\n機關,1,https://a.tw/1,名稱1',
    ],
    [
      'noise in the names',
      ' 資料集識別碼　,資料集\u200b名稱, 提供機關 ,"資料下載網址"\n1,名稱1,機關,https://a.tw/1',
    ],
    [
      'a look-alike in the names',
      '資\uf9be集識別碼,資料集名稱,提供機關,資料下載網址\n1,名稱1,機關,https://a.tw/1',
    ],
    ['blank lines before the header', `\n ,,\n${short(row(1))}`],
    ['no line end at the end', short(row(1)).trimEnd()],
    ['cells padded', short(' 1 , 名稱1 ,　機關, https://a.tw/1 ')],
  ])('%s', async (_, content) => {
    const { datasets, problems } = await readText(content)
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([
      { id: '1', title: '名稱1', publisher: '機關', resources: [{ url: 'https://a.tw/1' }] },
    ])
  })

  test('both spellings of 資料集上架方式, and a column without a name', async () => {
    const { datasets } = await readText('資料集識別碼,資料集名稱,資料集上架方式,\n1,名稱,人工,別的\n')
    expect(datasets[0]?.extra).toEqual({ 資料集上架方式: '人工', '第 4 欄': '別的' })
  })

  test('one column twice: what is filled counts', async () => {
    const { datasets } = await readText('資料集識別碼,資料集名稱,備註,備註\n1,名稱,前,\n2,名稱,,後\n')
    expect(datasets.map(({ extra }) => extra)).toEqual([{ 備註: '前' }, { 備註: '後' }])
  })

  test('counts that do not fit are told, and the dataset comes out', async () => {
    const read = await readText(
      '資料集識別碼,資料集名稱,檔案格式,資料下載網址\n1,名稱,CSV;XML,https://a.tw/1\n',
    )
    expect(read.codes).toEqual(['resource-count@2'])
    expect(read.problems[0]?.detail).toBe('資料集 1 的「資料下載網址」有 1 個連結，「檔案格式」有 2 個值')
    expect(read.datasets[0]?.resources).toEqual([
      { id: '1', url: 'https://a.tw/1', encoding: '', unclear: ['format'] },
    ])
  })

  test('an unreadable date stays as it was', async () => {
    const { datasets } = await readText(
      '資料集識別碼,資料集名稱,上架日期,詮釋資料更新時間\n1,名稱,106年,2013/03/18\n',
    )
    expect(datasets[0]).toMatchObject({ modified: '2013-03-18T00:00:00+08:00', extra: { 上架日期: '106年' } })
    expect(datasets[0]).not.toHaveProperty('issued')
  })
})

describe('line ends', () => {
  test.each(['\n', '\r\n', '\r'])('%j', async (end) => {
    const read = await readText([SHORT, row(1), '2,"a', 'b",機關,https://a.tw/2', row(3)].join(end))
    expect(read.datasets.map(({ id, position }) => [id, position])).toEqual([
      ['1', 2],
      ['2', 3],
      ['3', 5],
    ])
    expect(read.datasets[1]?.title).toBe('a\nb')
  })

  test('mixed', async () => {
    const read = await readText(`${SHORT}\r\n${row(1)}\n${row(2)}\r\n\r\n${row(3)}\r${row(4)}\n`)
    expect(read.codes).toEqual([])
    expect(read.datasets.map(({ position }) => position)).toEqual([2, 3, 5, 6])
  })
})

describe('rows that are no dataset', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['too narrow', ['1,名稱', row(2)], ['row-width@2'], ['2']],
    ['too wide', [`${row(1)},多`, row(2)], ['row-width@2'], ['2']],
    ['too narrow over two lines', ['1,"名', '稱"', row(2)], ['row-width@2'], ['2']],
    ['blank', ['', ' ', '　', ',,,', '"","","",""', row(2)], [], ['2']],
    ['no id', [',名稱,機關,https://a.tw/1', row(2)], ['no-id@2'], ['2']],
    ['no title', ['1,,機關,https://a.tw/1', row(2)], ['no-title@2'], ['1', '2']],
    ['no link', ['1,名稱,機關,', row(2)], ['no-resource@2'], ['1', '2']],
    ['same id', [row(1), row(2), row(1)], ['duplicate-id@4'], ['1', '2']],
    ['quote open to the end', ['1,"名稱,機關,https://a.tw/1', row(2), row(3)], ['bad-row@2'], ['2', '3']],
    [
      'quote open, next row quoted',
      ['1,"名稱,機關,x', '2,"名,稱",機關,x', row(3)],
      ['bad-row@2'],
      ['2', '3'],
    ],
    [
      'quote open, closed rows later',
      ['1,"名,機,x', row(2), '3,"",機,x', '4,",x",機,x'],
      ['bad-row@2', 'no-title@4'],
      ['2', '3', '4'],
    ],
    [
      'quote open, closed too early for the width',
      ['1,"名,機,x', row(2), '3,機,x', '4",x'],
      ['bad-row@2', 'row-width@4', 'row-width@5'],
      ['2'],
    ],
    ['quote inside quotes', ['1,"名"稱",機關,x', row(2)], ['bad-row@2'], ['2']],
    ['quote in a bare cell', ['1,5" 管,機關,x', row(2)], [], ['1', '2']],
    ['space after the quote', ['1,"名稱" ,機關,x', row(2)], [], ['1', '2']],
  ])('%s', async (_, lines, codes, expected) => {
    const read = await readText(short(...lines))
    expect(read.codes).toEqual(codes)
    expect(ids(read)).toEqual(expected)
    for (const chunkSize of [1, 2, 7]) expect(await readText(short(...lines), { chunkSize })).toEqual(read)
  })
})

test('the result does not depend on where chunks are cut', async () => {
  const whole = await readText(EXPORT)
  for (const chunkSize of [1, 2, 3, 5, 64]) expect(await readText(EXPORT, { chunkSize })).toEqual(whole)
})

test('what a CSV writer writes is read back', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '臺', '𠮷') })
  const title = text.map((inner) => `x${inner}x`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(title, { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (titles, size) => {
        const lines = titles.map((each, at) => `${at},"${each.replaceAll('"', '""')}",機關,https://a.tw/`)
        const { datasets, problems } = await readText(short(...lines), { chunkSize: size })
        expect(problems).toEqual([])
        expect(datasets.map((dataset) => dataset.title)).toEqual(titles)
      },
    ),
    { numRuns: 60 },
  )
})

describe('size', () => {
  test.each<[string, string, string]>([
    ['an open quote', '1,"名稱,機關,x', '名稱,機關,x'],
    ['an open quote in every row', '1,"名稱,機關,x', '"名稱,機關,x'],
    ['lines that leave a quote open from either side', '1,"名稱,機關,x', 'a","c'],
  ])('%s costs its row, not the file', async (_, first, others) => {
    const lines = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at + 2},${others}`)
    const started = performance.now()
    const { datasets, problems } = await readText(short(first, ...lines(50_000)))
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(datasets.length + problems.length).toBe(50_001)
    expect(problems[0]).toMatchObject({ code: 'bad-row', position: 2 })
  })

  test.each([
    ['short lines', Array.from({ length: 1_500 }, () => 'x'), /很長一段/],
    ['long lines', Array.from({ length: 3 }, () => 'x'.repeat(900_000)), /很長一段/],
    ['lines with commas', ['x', '', 'x,","y', 'x,","y', 'x,","y', 'x,","y'], /併進同一筆/],
    ['the end', ['x'], /檔案結尾/],
  ])('an open quote is given up at %s', async (_, lines, detail) => {
    const { problems } = await readText(short('1,"名稱', ...lines))
    expect(problems[0]).toMatchObject({ code: 'bad-row', position: 2, detail: expect.stringMatching(detail) })
  })

  test('a line without an end is dropped, the next row is read', async () => {
    const read = await readText(short(`1,${'名'.repeat(3_000_000)},機關,x`, row(2)))
    expect(read.codes).toEqual(['bad-row@2'])
    expect(ids(read)).toEqual(['2'])
  })
})
