import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { odsContent, odsTable, sheet } from '../support/workbooks.ts'
import { read, tables, workbook } from './read-workbook.ts'

const NAMES =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"'
const book = (sheets: string, encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ${NAMES}>${sheets}</Workbook>`
const cell = (value: string | number, more = '') =>
  `<Cell${more}><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value}</Data></Cell>`
const row = (...cells: (string | number)[]) => `<Row>${cells.map((value) => cell(value)).join('')}</Row>`
const worksheet = (rows: string, name = '工作表1', options = '') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`
const HEADER = row('年度', '機關', '人數')

const cellsOf = async (content: string | Buffer) =>
  (await tables(Buffer.from(content)))[0]!.head.map(({ row, cells }) => [row, ...cells])

test('SpreadsheetML 2003 is a workbook of its own and its rows are a table', async () => {
  const content = book(worksheet(HEADER + row(113, '甲', 5) + row(114, '乙', 6)))
  expect((await read(Buffer.from(content))).content.bytes).toMatchObject({ value: { format: 'xmlss' } })
  expect(await cellsOf(content)).toEqual([
    [1, '年度', '機關', '人數'],
    [2, '113', '甲', '5'],
    [3, '114', '乙', '6'],
  ])
})

test('rows and cells may be left out, and dates, truth values and comments are told apart', async () => {
  const rows = [
    HEADER,
    `<Row ss:Index="4">${cell('甲', ' ss:Index="2"')}<Cell><Data ss:Type="DateTime">2026-01-31T00:00:00.000</Data></Cell></Row>`,
    `<Row><Cell><Data ss:Type="Boolean">1</Data><Comment><Data ss:Type="String">註</Data></Comment></Cell><Cell ss:Index="3"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>體</ss:Data></Cell></Row>`,
  ]
  expect(await cellsOf(book(worksheet(rows.join(''))))).toEqual([
    [1, '年度', '機關', '人數'],
    [4, '', '甲', '2026-01-31'],
    [5, 'TRUE', '', '粗體'],
  ])
})

test('what only a sheet has', async () => {
  const rows = `<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>${HEADER}<Row ss:Hidden="1">${cell('甲', ' ss:MergeAcross="1" ss:MergeDown="2"')}${cell(1, ' ss:Formula="=SUM(1)"')}</Row>`
  const options =
    '<AutoFilter x:Range="R1C1:R9C3" xmlns="urn:schemas-microsoft-com:office:excel"/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
  const { value } = await workbook(Buffer.from(book(worksheet(rows, '甲', options) + worksheet(HEADER))))
  expect(value.sheets.first).toMatchObject([
    {
      name: '甲',
      state: 'hidden',
      merged: { first: ['A2:B4'] },
      formulas: { first: [{ cell: 'C2', text: '=SUM(1)' }] },
      hiddenRows: { first: ['2'] },
      hiddenColumns: { first: ['B:C'] },
      filter: 'A1:C9',
    },
    { name: '工作表1', state: 'visible' },
  ])
})

test('Big5, as it is declared', async () => {
  const content = book(worksheet(HEADER + row(113, '許功蓋', 5)), 'big5')
  expect(await cellsOf(iconv.encode(content, 'cp950'))).toContainEqual([2, '113', '許功蓋', '5'])
})

test('a cell beyond the last one, and a document that breaks off, are damage', async () => {
  const beyond = book(worksheet(`<Row>${cell('甲', ' ss:Index="16385"')}</Row>`))
  expect((await workbook(Buffer.from(beyond))).value.damage).toMatchObject({
    data: { part: 'XML', detail: 'XFE1 > XFD1048576' },
  })
  const content = book(worksheet(HEADER))
  expect((await workbook(Buffer.from(content.slice(0, -30)))).value.damage?.code).toBe('part-damaged')
})

test('an OpenDocument spreadsheet that is not packed', async () => {
  const table = odsTable(
    sheet([
      ['年度', '人數'],
      [113, 5],
    ]),
  )
  const content = odsContent(table).replaceAll('office:document-content', 'office:document')
  const flat = content.replace(
    'xmlns:office="o"',
    'xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"',
  )
  expect((await read(Buffer.from(flat))).content.bytes).toMatchObject({ value: { format: 'fods' } })
  expect(await cellsOf(flat)).toEqual([
    [1, '年度', '人數'],
    [2, '113', '5'],
  ])
})

test('other XML with an element called Workbook is XML', async () => {
  const { content } = await read(Buffer.from('<Workbook><Row>1</Row><Row>2</Row></Workbook>'))
  expect(content.bytes).toMatchObject({ value: { format: 'xml' } })
})
