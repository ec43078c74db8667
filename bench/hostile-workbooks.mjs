// Workbooks made to exhaust a reader, for hostile.mjs.
import { packed, zip } from './hostile-archives.mjs'
import { xlsxMembers } from './make-workbook.mjs'

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/** Of bijective base 26: 1 is A, 27 is AA, 1,000,000 is BDWGN. */
function columnName(column) {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

function xlsx(sheetData) {
  const sheet = [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  ]
  return zip(xlsxMembers(sheet).map(([name, pieces]) => packed(name, pieces.join(''))))
}

const ods = (rows) =>
  zip([
    packed('mimetype', SPREADSHEET),
    packed(
      'content.xml',
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  ])

const cell = (value, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${value}</text:p></table:table-cell>`
const row = (cells) => `<table:table-row>${cells}</table:table-row>`
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n)).join('')

/** @returns content with the honest outcome of its structure, as in hostile.mjs. */
export const WORKBOOKS = (share) => {
  const columns = 1_000_000 * share
  return {
    'million columns.xlsx': [
      'fail',
      () => xlsx(`<row r="1">${many(columns, (n) => `<c r="${columnName(n + 1)}1"><v>${n}</v></c>`)}</row>`),
    ],
    'unnamed columns.xlsx': [
      'fail',
      () => xlsx(many(3, () => `<row>${'<c><v>1</v></c>'.repeat(columns)}</row>`)),
    ],
    'million columns.ods': ['fail', () => ods(many(3, () => row(many(columns / 3, cell))))],
    'repeated columns.ods': [
      'fail',
      () => ods(many(40, (n) => row(cell(n, ` table:number-columns-repeated="${columns}"`)).repeat(40))),
    ],
  }
}
