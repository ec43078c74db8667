import { dateOf, isDateFormat } from './office-dates.ts'
import type { Attributes, Office } from './office-parts.ts'

/** Rows and columns of a catalogue; a sheet may claim a million of either. */
const MAX_ROWS = 200_000
const MAX_COLUMNS = 500
const MAX_STRINGS = 1_000_000
/** What a cell takes besides its characters. */
const CELL = 16
/** Characters of all cells together. */
const MAX_TEXT = 128 * 2 ** 20

export const isExcel = (office: Office): boolean => office.has('xl/workbook.xml')

/** Gathers rows; those without a value below the last one that has one are dropped. */
class Rows {
  readonly rows: string[][] = []
  #row: string[] = []
  #size = 0

  cell(column: number, text: string): void {
    const value = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
    if (value === '' || column >= MAX_COLUMNS) return
    this.#size += value.length + CELL
    // Leaving rows out would lose datasets in silence.
    if (this.#size > MAX_TEXT) throw new Error(`> ${MAX_TEXT} bytes of cells`)
    while (this.#row.length < column) this.#row.push('')
    this.#row[column] = value
  }

  /** @param at from 0; rows without a cell may be missing before it. */
  end(at: number): void {
    if (this.#row.length > 0) {
      if (at >= MAX_ROWS) throw new Error(`> ${MAX_ROWS} rows`)
      while (this.rows.length < at) this.rows.push([])
      this.rows[at] = this.#row
    }
    this.#row = []
  }
}

/** The first sheet of an Office Open XML workbook. */
export async function excelRows(office: Office): Promise<readonly string[][]> {
  const { part, from1904 } = await firstSheet(office)
  const strings = await sharedStrings(office)
  const isDate = await dateStyles(office)
  const rows = new Rows()
  let [row, column] = [-1, -1]
  let [kind, style, text] = ['', 0, '']
  let wanted = false
  await office.read(part, {
    open(name, attributes) {
      if (name === 'row') [row, column] = [numberOr(attributes['r'], row + 2) - 1, -1]
      else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        kind = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        text = ''
      } else wanted = name === 'v' || name === 't'
    },
    text(piece) {
      if (wanted) text += piece
    },
    close(name) {
      wanted = false
      if (name === 'c') {
        const serial =
          kind === 'n' && isDate(style) ? dateOf(Number(text) + (from1904 ? FROM_1904 : 0)) : undefined
        rows.cell(column, kind === 's' ? (strings[Number(text)] ?? '') : (serial ?? text))
      } else if (name === 'row') rows.end(row)
    },
  })
  return rows.rows
}

const numberOr = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : otherwise

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Days between the two calendars of Excel. */
const FROM_1904 = 1_462

async function firstSheet(office: Office): Promise<{ readonly part: string; readonly from1904: boolean }> {
  let from1904 = false
  let id: string | undefined
  await office.read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      if (name === 'sheet' && !hidden) id ??= attributes['r:id']
    },
  })
  let target: string | undefined
  await office.read('xl/_rels/workbook.xml.rels', {
    open(_, attributes) {
      if (id !== undefined && attributes['Id'] === id) target = attributes['Target']
    },
  })
  if (target === undefined) return { part: 'xl/worksheets/sheet1.xml', from1904 }
  return { part: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 }
}

async function sharedStrings(office: Office): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let size = 0
  let wanted = false
  await office.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      // Readings of Japanese names stand beside them.
      wanted = name === 't' || (wanted && name !== 'rPh')
    },
    text(piece) {
      size += piece.length
      if (wanted && size <= MAX_TEXT) text += piece
    },
    close(name) {
      if (name === 't') wanted = false
      if (name === 'si' && strings.length < MAX_STRINGS) strings.push(text)
    },
  })
  return strings
}

async function dateStyles(office: Office): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inside = false
  await office.read('xl/styles.xml', {
    open(name, attributes) {
      if (name === 'cellXfs') inside = true
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'xf' && inside) {
        const id = Number(attributes['numFmtId'] ?? 0)
        styles.push(isDateFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return (style) => styles[style] ?? false
}

/** The first sheet of an OpenDocument spreadsheet. */
export async function calcRows(office: Office): Promise<readonly string[][]> {
  const rows = new Rows()
  let [table, row, column] = [0, 0, 0]
  let [repeatedRows, repeated] = [1, 1]
  let date: string | undefined
  let text = ''
  let inParagraph = false
  const count = (attributes: Attributes, name: string) =>
    Math.max(1, numberOr(attributes[`table:number-${name}-repeated`], 1))
  await office.read('content.xml', {
    open(name, attributes) {
      if (name === 'table') table++
      if (name === 'table-row') [column, repeatedRows] = [0, count(attributes, 'rows')]
      if (name === 'table-cell' || name === 'covered-table-cell') {
        repeated = count(attributes, 'columns')
        date = attributes['office:date-value']?.replace('T', ' ')
        text = ''
      }
      if (name === 'p') inParagraph = true
    },
    text(piece) {
      if (inParagraph) text += piece
    },
    close(name) {
      if (name === 'p') {
        inParagraph = false
        text += ' '
      }
      if (table !== 1) return
      if (name === 'table-cell' || name === 'covered-table-cell') {
        if (text !== '' || date !== undefined)
          for (let at = 0; at < Math.min(repeated, MAX_COLUMNS); at++) rows.cell(column + at, date ?? text)
        column += repeated
      }
      if (name === 'table-row') {
        rows.end(row)
        // The rest of a sheet is one row repeated a million times; a row of data stands once.
        row += repeatedRows
      }
    },
  })
  return rows.rows
}
