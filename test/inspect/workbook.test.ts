import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/artifacts.ts'
import type { Sheet } from '../../src/core/workbook.ts'
import { type MadeSheet, odsContent, odsFrom, odsOf, sheet, xlsxOf, xlsxParts } from '../support/workbooks.ts'
import { biffOf, cfbOf, xlsOf } from '../support/xls.ts'
import { zipOf } from '../support/zip.ts'
import { inspectPieces } from './bytes-source.ts'

const read = (bytes: Buffer) => inspectPieces([bytes])

async function workbook(bytes: Buffer) {
  const { content } = await read(bytes)
  if (!content.workbook.seen) throw new Error(content.workbook.because.code)
  return content.workbook
}

async function tables(bytes: Buffer): Promise<(Table & { sheet: Sheet })[]> {
  return ((await read(bytes)).parts ?? []).map(({ content: { table } }) => {
    if (!table.seen || !table.value.sheet) throw new Error('no table')
    return { ...table.value, sheet: table.value.sheet }
  })
}

const MAKERS = [
  ['XLSX', xlsxOf],
  ['ODS', odsOf],
  ['XLS', xlsOf],
] as const
const HEADER = ['鄉鎮', '日期', '人數']
const EVERYTHING: MadeSheet = sheet(
  [
    HEADER,
    ['臺東市', { date: 43_831 }, 30],
    ['a & <b>', { date: 60 }, 1.5],
    [],
    ['合計', null, { formula: 'SUM(C2:C3)', value: 31.5 }],
    ['成功鎮', null, { formula: 'C99/0', error: '#DIV/0!' }],
    ['備註：暫定', null, null],
  ],
  { merged: ['A5:B5'], hiddenRows: [2, 3, 6], hiddenColumns: [2, 3], pictures: 2 },
)

describe.each(MAKERS)('%s', (_, make) => {
  it('tells the same facts as the other kinds', async () => {
    const [table] = await tables(make([EVERYTHING]))
    expect(table!.head.map(({ cells }) => cells)).toEqual([
      HEADER,
      ['臺東市', '2020-01-01', '30'],
      ['a & <b>', expect.stringMatching(/^1900-02-2[89]$/), '1.5'],
      ['合計', '', '31.5'],
      ['成功鎮', '', '#DIV/0!'],
      ['備註：暫定', '', ''],
    ])
    expect(table).toMatchObject({
      rows: 7,
      widths: [{ width: 3, count: 6 }],
      blank: { count: 1, first: [{ from: 4, to: 4 }] },
      totals: { count: 1, first: [{ row: 5, sumFrom: 2, sums: [{ column: 3, value: '31.5' }] }] },
      notes: { count: 1, first: [{ row: 7 }] },
      errors: { count: 1, first: [{ row: 6, column: 3, text: '#DIV/0!' }] },
      trailing: { rows: 0 },
    })
    expect(table!.sheet).toMatchObject({
      name: '工作表1',
      state: 'visible',
      kind: 'data',
      rows: 7,
      columns: 3,
      merged: { count: 1, first: ['A5:B5'] },
      formulas: { count: 2, first: [{ cell: 'C5' }, { cell: 'C6' }] },
      hiddenRows: { first: ['2:3', '6'] },
      hiddenColumns: { first: ['B:C'] },
      drawings: 2,
    })
  })

  it('takes sheets with data for parts, and lists the others', async () => {
    const data = [HEADER, ['臺東市', 1, 2]]
    const bytes = make([
      sheet(data, { name: '甲' }),
      sheet([['說明：本表為初步統計，俟定案後更新。'], ['資料來源：本局']], { name: '說明' }),
      sheet([], { name: 'Sheet2' }),
      sheet(data, { name: '乙' }),
      sheet(data, { name: '丙', hidden: true }),
    ])
    const { parts } = await read(bytes)
    expect(parts?.map((part) => part.sheet)).toEqual(['甲', '乙'])
    expect(
      (await workbook(bytes)).value.sheets.first.map(({ name, kind, state }) => [name, kind, state]),
    ).toEqual([
      ['甲', 'data', 'visible'],
      ['說明', 'notes', 'visible'],
      ['Sheet2', 'empty', 'visible'],
      ['乙', 'data', 'visible'],
      ['丙', 'data', 'hidden'],
    ])
  })

  it('looks at a hidden sheet when there is no other', async () => {
    const { parts } = await read(make([sheet([HEADER, ['臺東市', 1, 2]], { hidden: true })]))
    expect(parts).toHaveLength(1)
  })
})

const XLSX = (
  change: (part: string) => string,
  sheets = [sheet([HEADER, ['臺東市', 1, 2], ['成功鎮', 3, 4]])],
) => {
  const parts = xlsxParts(sheets)
  parts['xl/worksheets/sheet1.xml'] = change(parts['xl/worksheets/sheet1.xml']!)
  return zipOf(parts)
}
const cellsOf = async (bytes: Buffer) =>
  (await tables(bytes))[0]?.head.map(({ row, cells }) => [row, ...cells])
const PLAIN = [
  [1, ...HEADER],
  [2, '臺東市', '1', '2'],
  [3, '成功鎮', '3', '4'],
]

describe('Office Open XML as other programs write it', () => {
  it.each([
    ['no references', (xml: string) => xml.replace(/ r="[A-Z]*\d+"/g, '')],
    [
      'prefixes',
      (xml: string) =>
        xml.replace(/<(\/?)(?=\w)(?!\?)/g, '<$1x:').replace('<x:worksheet', '<x:worksheet xmlns:x="m"'),
    ],
    [
      'a dimension that lies',
      (xml: string) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
    ],
    ['cells out of order', (xml: string) => xml.replace(/(<c r="A2".*?<\/c>)(<c r="B2".*?<\/c>)/, '$2$1')],
    [
      'a name space of Strict',
      (xml: string) => xml.replace('schemas.openxmlformats.org', 'purl.oclc.org/ooxml'),
    ],
    ['comments and CDATA', (xml: string) => xml.replace('<v>1</v>', '<v><!-- one --><![CDATA[1]]></v>')],
  ])('%s', async (_, change) => {
    expect(await cellsOf(XLSX(change))).toEqual(PLAIN)
  })

  it('inline strings, rich text without its readings', async () => {
    const parts = xlsxParts([sheet([HEADER, ['臺東市', 1, 2], ['成功鎮', 3, 4]])], { shared: false })
    expect(await cellsOf(zipOf(parts))).toEqual(PLAIN)
    const rich = xlsxParts([sheet([HEADER, ['臺東市', 1, 2], ['成功鎮', 3, 4]])])
    rich['xl/sharedStrings.xml'] = rich['xl/sharedStrings.xml']!.replace(
      '<t>臺東市</t>',
      '<r><t>臺東</t></r><r><rPr/><t>市</t></r><rPh sb="0" eb="1"><t>タイトウ</t></rPh>',
    )
    expect(await cellsOf(zipOf(rich))).toEqual(PLAIN)
  })

  it('dates since 1904', async () => {
    const parts = xlsxParts(
      [sheet([HEADER, ['臺東市', { date: 42_369 }, 2], ['成功鎮', { date: 0.5 }, 4]])],
      { dates: 1904 },
    )
    expect((await cellsOf(zipOf(parts)))?.map((row) => row[2])).toEqual(['日期', '2020-01-01', '12:00:00'])
  })

  it('rows that go back are not taken for rows further down', async () => {
    const { parts } = await read(XLSX((xml) => xml.replace('<row r="3">', '<row r="1">')))
    expect(parts?.[0]?.content.table).toMatchObject({ whole: false, because: { code: 'rows-out-of-order' } })
  })

  it('tells an unreadable part, a missing one and a binary workbook apart', async () => {
    const parts = xlsxParts([sheet([HEADER, ['臺東市', 1, 2]])])
    const without = (name: string) =>
      zipOf(Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name)))
    const bad = XLSX((xml) => xml.slice(0, -30))
    expect((await workbook(bad)).value.damage).toMatchObject({ code: 'part-damaged' })
    expect((await read(bad)).parts?.[0]?.content.table).toMatchObject({ whole: false })
    expect((await workbook(without('xl/worksheets/sheet1.xml'))).value.damage).toMatchObject({
      code: 'part-missing',
    })
    const binary = zipOf({
      ...parts,
      '_rels/.rels': parts['_rels/.rels']!.replace('workbook.xml', 'workbook.bin'),
    })
    expect(await workbook(binary)).toMatchObject({ whole: false, because: { code: 'xlsb' } })
  })

  it('sees macros and a password', async () => {
    const parts = { ...xlsxParts([sheet([HEADER])]), 'xl/vbaProject.bin': 'macro' }
    expect((await workbook(zipOf(parts))).value.macros).toBe(true)
    const sealed = cfbOf('EncryptedPackage', Buffer.alloc(5_000))
    expect(await workbook(sealed)).toMatchObject({
      whole: false,
      value: { encrypted: true, sheets: { count: 0 } },
    })
  })
})

const row = (cells: string, attributes = '') => `<table:table-row${attributes}>${cells}</table:table-row>`
const cell = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`
const table = (rows: string) => odsFrom(odsContent(`<table:table table:name="甲">${rows}</table:table>`))
const times = (count: number, of: 'rows' | 'columns') => ` table:number-${of}-repeated="${count}"`
const NAMES = row(cell('鄉鎮') + cell('人數'))

describe('OpenDocument', () => {
  it.each([
    [
      'two paragraphs are two lines',
      NAMES + row(cell('臺東</text:p><text:p>市') + cell('1')),
      ['臺東\n市', '1'],
    ],
    ['spaces that are elements', NAMES + row(cell('臺<text:s text:c="2"/>東') + cell('1')), ['臺  東', '1']],
    [
      'what is noted at a cell is not in it',
      NAMES + row(cell('臺東<office:annotation><text:p>註</text:p></office:annotation>') + cell('1')),
      ['臺東', '1'],
    ],
    [
      'a table in a cell is not in the table',
      NAMES +
        row(
          `<table:table-cell><table:table table:name="乙">${NAMES}</table:table><text:p>臺東</text:p></table:table-cell>${cell('1')}`,
        ),
      ['臺東', '1'],
    ],
    [
      'what is covered is not there',
      NAMES +
        row(
          `${cell('臺東')}<table:covered-table-cell office:value-type="string"><text:p>暗</text:p></table:covered-table-cell>`,
        ),
      ['臺東', ''],
    ],
    ['a cell that comes again', NAMES + row(cell('－', times(2, 'columns'))), ['－', '－']],
    [
      'a value, not how it is shown',
      NAMES +
        row(
          `${cell('臺東')}<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1,235</text:p></table:table-cell>`,
        ),
      ['臺東', '1234.5'],
    ],
  ])('%s', async (_, rows, second) => {
    expect((await tables(table(rows)))[0]?.head[1]?.cells).toEqual(second)
  })

  it('counts repeated rows without reading them, in no time', async () => {
    const bytes = table(
      NAMES +
        row(cell('臺東') + cell('1'), times(1_000_000, 'rows')) +
        row('<table:table-cell/>', times(40_000, 'rows')) +
        row(cell('成功') + cell('2')) +
        row(`<table:table-cell${times(16_384, 'columns')}/>`, times(1_048_576, 'rows')),
    )
    const before = performance.now()
    const [found] = await tables(bytes)
    expect(performance.now() - before).toBeLessThan(500)
    expect(found).toMatchObject({
      rows: 1_040_002,
      blankRows: 40_000,
      widths: [{ width: 2, count: 1_000_002 }],
    })
    expect(found!.tail.at(-1)?.row).toBe(1_040_002)
  })

  it('gives up where repetition brings forth too much', async () => {
    const { parts } = await read(
      table(NAMES + row(cell('臺東', times(16_384, 'columns')), times(60, 'rows')).repeat(100)),
    )
    expect(parts?.[0]?.content.table).toMatchObject({ whole: false, because: { code: 'too-many-cells' } })
  })

  it('skips copies of tables in other files, and says when there is a password', async () => {
    const linked = odsContent(`<table:table table:name="'file:///C:/a.xls'#甲">${NAMES}</table:table>`)
    expect((await workbook(odsFrom(linked))).value.sheets.count).toBe(0)
    const sealed = odsFrom('not XML', {
      'META-INF/manifest.xml':
        '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
    })
    expect((await workbook(sealed)).value).toMatchObject({ encrypted: true })
  })
})

describe('XLS', () => {
  const biff = biffOf([sheet([HEADER, ...Array.from({ length: 300 }, (_, i) => [`第${i}區`, i, i])])])

  it.each([
    ['a password', cfbOf('Workbook', biffOf([sheet([HEADER])], { encrypted: true })), { encrypted: true }],
    [
      'a stream that breaks off',
      cfbOf('Workbook', biff.subarray(0, biff.length - 40)),
      { damage: { code: 'part-damaged' } },
    ],
    [
      'a file that breaks off',
      cfbOf('Workbook', biff).subarray(0, 6_000),
      { damage: { code: 'part-damaged' } },
    ],
  ])('tells %s', async (_, bytes, facts) => {
    expect(await workbook(bytes)).toMatchObject({ whole: false, value: facts })
  })

  it('does not read Excel 95', async () => {
    const old = cfbOf('Workbook', biffOf([sheet([HEADER])], { version: 0x500 }))
    expect(await workbook(old)).toMatchObject({ whole: false, because: { code: 'old-xls' } })
  })
})
