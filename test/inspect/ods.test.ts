import { describe, expect, it } from 'vitest'
import { odsContent, odsFrom } from '../support/workbooks.ts'
import { read, tables, workbook } from './read-workbook.ts'

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

  it('a copy of a table of another file does not hide what follows', async () => {
    const copy = `<table:table table:name="'file:///C:/a.ods'#甲">${NAMES}</table:table>`
    const own = `<table:table table:name="乙">${NAMES}${row(cell('臺東') + cell('1'))}</table:table>`
    expect((await tables(odsFrom(odsContent(copy + own)))).map(({ sheet }) => sheet.name)).toEqual(['乙'])
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
