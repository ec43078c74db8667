import { describe, expect, it } from 'vitest'
import { sheet, xlsxParts } from '../support/workbooks.ts'
import { cfbOf } from '../support/xls.ts'
import { zipOf } from '../support/zip.ts'
import { read, tables, workbook } from './read-workbook.ts'

const HEADER = ['鄉鎮', '日期', '人數']
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
    [
      'numbers with more digits than there are',
      (xml: string) => xml.replace('<v>1</v>', '<v>1.0</v>').replace('<v>4</v>', '<v>4.0000000000000004</v>'),
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

  it.each([true, false])('characters that XML has no place for, in shared strings: %s', async (shared) => {
    const rows = [HEADER, ['臺東_x000D_市', '_x005F_x000D_', '_x00e9_']]
    expect(await cellsOf(zipOf(xlsxParts([sheet(rows)], { shared })))).toEqual([
      [1, ...HEADER],
      [2, '臺東\r市', '_x000D_', 'é'],
    ])
  })

  it('spaces of any width are nothing, and of a long text its beginning is kept', async () => {
    const rows = [
      ['鄉鎮', '人', '字'.repeat(5_000)],
      ['臺東市', '\u2003\u3000', '1'],
    ]
    const [table] = await tables(zipOf(xlsxParts([sheet(rows)])))
    expect(table!.head[1]!.cells).toEqual(['臺東市', '', '1'])
    expect(table!.names.get(1)![2]).toBe('字'.repeat(200))
  })

  it('dates since 1900, before and after the 29 February that never was', async () => {
    const rows = [1, 59, 61].map((date) => ['臺東市', { date }, 1])
    expect((await cellsOf(zipOf(xlsxParts([sheet([HEADER, ...rows])]))))?.map((row) => row[2])).toEqual([
      '日期',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ])
  })

  it('readings of an inline string are not in it', async () => {
    const parts = xlsxParts([sheet([HEADER, ['臺東市', 1, 2]])], { shared: false })
    const name = 'xl/worksheets/sheet1.xml'
    parts[name] = parts[name]!.replace(
      '<t>臺東市</t>',
      '<t>臺東市</t><rPh sb="0" eb="1"><t>タイトウ</t></rPh>',
    )
    expect((await cellsOf(zipOf(parts)))?.[1]?.[1]).toBe('臺東市')
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
