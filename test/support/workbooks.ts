import { cellName } from '../../src/core/workbook.ts'
import { zipOf } from './zip.ts'

export interface MadeCell {
  /** Without the equals sign; `value` is the result that was kept. */
  readonly formula?: string
  readonly value?: string | number
  readonly error?: string
  /** Serial number of a date. */
  readonly date?: number
}
export type Cell = string | number | null | MadeCell

export interface MadeSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merged?: readonly string[]
  readonly hidden?: boolean
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly [from: number, to: number]
  readonly filter?: string
  readonly pictures?: number
}

export type Parts = Readonly<Record<string, string | Buffer>>

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A sheet on its own, as most tests want it. */
export const sheet = (rows: MadeSheet['rows'], more: Partial<MadeSheet> = {}): MadeSheet => ({
  name: '工作表1',
  rows,
  ...more,
})

/** The parts of an Office Open XML workbook, by name; change or drop some to have a faulty one. */
export function xlsxParts(
  sheets: readonly MadeSheet[],
  { shared = true, dates = 1900 }: { readonly shared?: boolean; readonly dates?: 1900 | 1904 } = {},
): Record<string, string> {
  const strings: string[] = []
  const relations = (entries: readonly (readonly [id: string, type: string, target: string])[]) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const text = (value: string) => {
    if (!shared) return ['inlineStr', `<is><t>${escaped(value)}</t></is>`]
    const known = strings.indexOf(value)
    return ['s', `<v>${known === -1 ? strings.push(value) - 1 : known}</v>`]
  }
  const cell = (given: Cell, row: number, column: number): string => {
    const at = ` r="${cellName(row, column)}"`
    if (given === null || given === '') return ''
    if (typeof given === 'number') return `<c${at}><v>${given}</v></c>`
    if (typeof given === 'string') {
      const [type, content] = text(given)
      return `<c${at} t="${type}">${content}</c>`
    }
    const { formula, value, error, date } = given
    const f = formula === undefined ? '' : `<f>${escaped(formula)}</f>`
    if (error !== undefined) return `<c${at} t="e">${f}<v>${error}</v></c>`
    if (date !== undefined) return `<c${at} s="1"><v>${date}</v></c>`
    const type = typeof value === 'string' ? ' t="str"' : ''
    return `<c${at}${type}>${f}${value === undefined ? '' : `<v>${value}</v>`}</c>`
  }
  const worksheet = ({ rows, merged = [], hiddenRows = [], hiddenColumns, filter, pictures }: MadeSheet) =>
    [
      `${XML}<worksheet xmlns="${SHEETS}" xmlns:r="${OFFICE}">`,
      hiddenColumns && `<cols><col min="${hiddenColumns[0]}" max="${hiddenColumns[1]}" hidden="1"/></cols>`,
      '<sheetData>',
      ...rows.map((cells, i) => {
        const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : ''
        const content = cells.map((given, c) => cell(given, i + 1, c + 1)).join('')
        return content || hidden ? `<row r="${i + 1}"${hidden}>${content}</row>` : ''
      }),
      '</sheetData>',
      filter && `<autoFilter ref="${filter}"/>`,
      merged.length > 0 &&
        `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
      pictures && '<drawing r:id="rId1"/>',
      '</worksheet>',
    ]
      .filter(Boolean)
      .join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><workbookPr date1904="${dates === 1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rIdS', 'styles', 'styles.xml'],
      ['rIdT', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${SHEETS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  }
  sheets.forEach((made, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(made)
    if (!made.pictures) return
    parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations([
      ['rId1', 'drawing', `../drawings/drawing${i + 1}.xml`],
    ])
    parts[`xl/drawings/drawing${i + 1}.xml`] =
      `<xdr:wsDr xmlns:xdr="d">${'<xdr:pic/>'.repeat(made.pictures)}</xdr:wsDr>`
  })
  parts['xl/sharedStrings.xml'] = `${XML}<sst xmlns="${SHEETS}">${strings
    .map((value) => `<si><t>${escaped(value)}</t></si>`)
    .join('')}</sst>`
  return parts
}

export const xlsxOf = (sheets: readonly MadeSheet[]): Buffer => zipOf(xlsxParts(sheets))

/** The text of an OpenDocument spreadsheet's content with these tables. */
export const odsContent = (tables: string, styles = ''): string =>
  `${XML}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d" xmlns:style="s"><office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet'
export const odsFrom = (content: string, more: Parts = {}): Buffer =>
  zipOf([
    { name: 'mimetype', content: MIMETYPE },
    ...Object.entries({ 'content.xml': content, ...more }).map(([name, bytes]) => ({
      name,
      content: bytes,
      deflate: true,
    })),
  ])

function spans(ranges: readonly string[]): Map<string, readonly [columns: number, rows: number]> {
  return new Map(
    ranges.map((range) => {
      const [, a = '', b = '', c = '', d = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
      return [`${a}${b}`, [c.charCodeAt(0) - a.charCodeAt(0) + 1, Number(d) - Number(b) + 1]]
    }),
  )
}

export function odsTable({
  name,
  rows,
  merged = [],
  hidden,
  hiddenRows = [],
  hiddenColumns,
  pictures = 0,
}: MadeSheet): string {
  const merges = spans(merged)
  const cell = (given: Cell, at: string): string => {
    const [columns, high] = merges.get(at) ?? [1, 1]
    const span =
      columns * high > 1
        ? ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${high}"`
        : ''
    if (given === null || given === '') return `<table:table-cell${span}/>`
    const made: MadeCell = typeof given === 'object' ? given : { value: given }
    const value = made.error ?? made.value ?? ''
    const formula = made.formula === undefined ? '' : ` table:formula="of:=${escaped(made.formula)}"`
    if (made.date !== undefined)
      return `<table:table-cell office:value-type="date" office:date-value="${new Date(Date.UTC(1899, 11, 30 + made.date)).toISOString().slice(0, 10)}"/>`
    const type =
      typeof value === 'number'
        ? ` office:value-type="float" office:value="${value}"`
        : ' office:value-type="string"'
    return `<table:table-cell${span}${formula}${type}><text:p>${escaped(String(value))}</text:p></table:table-cell>`
  }
  const columns = hiddenColumns
    ? `<table:table-column table:number-columns-repeated="${hiddenColumns[0] - 1}"/><table:table-column table:visibility="collapse" table:number-columns-repeated="${hiddenColumns[1] - hiddenColumns[0] + 1}"/>`
    : ''
  const body = rows.map((cells, i) => {
    const hide = hiddenRows.includes(i + 1) ? ' table:visibility="collapse"' : ''
    return `<table:table-row${hide}>${cells.map((given, c) => cell(given, cellName(i + 1, c + 1))).join('')}</table:table-row>`
  })
  const shapes = pictures > 0 ? `<table:shapes>${'<draw:frame/>'.repeat(pictures)}</table:shapes>` : ''
  return `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="gone"' : ''}>${shapes}${columns}${body.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`
}

export const odsOf = (sheets: readonly MadeSheet[]): Buffer =>
  odsFrom(odsContent(sheets.map(odsTable).join('') + odsFilters(sheets)))

/** As LibreOffice writes it, behind the tables. */
function odsFilters(sheets: readonly MadeSheet[]): string {
  const ranges = sheets.flatMap(({ name, filter }, n) => {
    if (filter === undefined) return []
    const address = filter.replaceAll(/[A-Z]+\d+/g, (cell) => `'${name.replaceAll("'", "''")}'.${cell}`)
    return `<table:database-range table:name="__Anonymous_Sheet_DB__${n}" table:target-range-address="${escaped(address)}" table:display-filter-buttons="true"/>`
  })
  return ranges.length > 0 ? `<table:database-ranges>${ranges.join('')}</table:database-ranges>` : ''
}
