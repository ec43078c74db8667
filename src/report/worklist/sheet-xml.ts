import { isFormula } from './csv.ts'
import type { Cell } from './row.ts'

/** Positions in the list of formats of {@link STYLES}. */
export const STYLE = {
  plain: 0,
  heading: 1,
  text: 2,
  wrapped: 3,
  quoted: 4,
  title: 5,
  link: 6,
  number: 7,
} as const
type Style = keyof typeof STYLE

/** A cell with its format; `text` and `wrapped` become `quoted` where a text looks like a formula. */
export interface Styled {
  readonly value: Cell
  readonly style: Style
}

const CELL_FORMATS: readonly string[] = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>',
]

const font = (details: string, size = 11) =>
  `<font>${details}<sz val="${size}"/><name val="Microsoft JhengHei"/><family val="2"/></font>`

export const STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="4">${font('')}${font('<b/>')}${font('<b/>', 16)}`,
  '<font><u/><sz val="11"/><color rgb="FF0B57D0"/><name val="Microsoft JhengHei"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A94A6"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

/** XML holds neither control characters nor half a surrogate pair; Excel reads `_x000D_` as the character. */
export const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** `A`, `Z`, `AA`…, from 0. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)

/** Points; no program sets the height of a row by itself when all it reads is a file. */
const LINE = 16
/** Excel ends at 409 points. */
const MAX_LINES = 25

/** A Chinese character is as wide as two others; words that move to the next line want some room. */
function linesOf(value: Cell, width: number): number {
  let used = 0
  for (const character of String(value)) used += character.charCodeAt(0) >= 0x1100 ? 2 : 1
  return Math.ceil((used * 1.08) / width)
}

/** What a cell of Excel can hold. */
const MAX_TEXT = 32_767

/** @param widths of the columns whose texts wrap: the row becomes as high as the longest needs. */
export function rowXml(row: number, cells: readonly Styled[], widths: readonly (number | undefined)[] = []) {
  const xmls = cells.map(({ value, style }, at) => {
    if (value === '') return ''
    const name = `${columnName(at)}${row}`
    if (typeof value === 'number') return `<c r="${name}" s="${STYLE.number}"><v>${value}</v></c>`
    const format = isFormula(value) && (style === 'text' || style === 'wrapped') ? 'quoted' : style
    const text = value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value
    return `<c r="${name}" s="${STYLE[format]}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
  })
  const lines = Math.max(
    1,
    ...widths.map((width, at) => (width ? linesOf(cells[at]?.value ?? '', width) : 1)),
  )
  const height = lines > 1 ? ` ht="${Math.min(lines, MAX_LINES) * LINE}" customHeight="1"` : ''
  return `<row r="${row}"${height}>${xmls.join('')}</row>`
}

/** @param frozen rows that stay in sight. */
export function sheetStart(widths: readonly number[], frozen: number): string {
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
      : ''
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="16"/>',
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('')
}

export interface SheetEnd {
  /** Range with a filter on its first row. */
  readonly filter?: string
  /** Cells that lead to other sheets. */
  readonly links?: readonly { readonly cell: string; readonly to: string }[]
}

export function sheetEnd({ filter, links = [] }: SheetEnd): string {
  const hyperlinks = links.map(({ cell, to }) => `<hyperlink ref="${cell}" location="${xml(to)}"/>`)
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}
