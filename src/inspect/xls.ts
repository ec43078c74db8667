import type { Reason } from '../core/observed.ts'
import { cellName } from '../core/workbook.ts'
import { type Biff, readBiff, scanSheet } from './biff.ts'
import type { BookFacts } from './book-reader.ts'
import { openCfb } from './cfb.ts'
import { cellBytes } from './office-xml.ts'
import { type SheetFact, type SheetFold, sheetFold } from './sheet-fold.ts'
import type { Source } from './source.ts'
import { type XlsSheet, type XlsValue, xlsValues } from './xls-values.ts'

/** Both hucre and the scan hold the file. */
const MAX_SIZE = 32 * 2 ** 20

/** A workbook that is not looked into, and why. */
export const refused = (because: Reason, encrypted = false): BookFacts => ({
  workbook: {
    sheets: { count: 0, first: [] },
    dates: 1900,
    macros: false,
    encrypted,
    ...(because.code === 'part-damaged' && { damage: because }),
  },
  sheets: [],
  because,
})

const damaged = (error: unknown): BookFacts => {
  if (!(error instanceof RangeError)) throw error
  return refused({ code: 'part-damaged', data: { part: 'Workbook', detail: error.message } })
}

/** An Excel 97–2003 workbook, or one of Office Open XML that is encrypted, which comes in the same container. */
export async function readXls(source: Source): Promise<BookFacts> {
  if (source.size > MAX_SIZE)
    return refused({ code: 'old-xls', data: { detail: `> ${MAX_SIZE / 2 ** 20} MiB` } })
  const bytes = await source.read(0, source.size)
  let stream: Buffer | undefined
  let book: Biff
  let macros: boolean
  try {
    const file = openCfb(bytes)
    if (file.names.includes('EncryptedPackage')) return refused({ code: 'workbook-encrypted' }, true)
    macros = file.names.some((name) => name === '_VBA_PROJECT_CUR' || name === 'VBA')
    stream = file.stream('Workbook') ?? file.stream('Book')
    if (!stream) throw new RangeError('no Workbook stream')
    book = readBiff(stream)
  } catch (error) {
    return damaged(error)
  }
  if (book.encrypted) return refused({ code: 'workbook-encrypted' }, true)
  if (book.version !== 0x600)
    return refused({ code: 'old-xls', data: { detail: `BIFF 0x${book.version.toString(16)}` } })
  const values = await xlsValues(bytes)
  if ('code' in values) return refused(values)
  const facts: SheetFact[] = []
  try {
    for (const [i, { name, state, offset, isTable }] of book.sheets.entries()) {
      if (!isTable) continue
      const fold = sheetFold(name, state)
      scan(stream, offset, fold)
      pour(values[i], fold)
      facts.push(fold.end())
    }
  } catch (error) {
    return damaged(error)
  }
  const sheets = { count: facts.length, first: facts.map(({ sheet }) => sheet) }
  return { workbook: { sheets, dates: book.dates, macros, encrypted: false }, sheets: facts }
}

function scan(stream: Buffer, offset: number, fold: SheetFold): void {
  scanSheet(stream, offset, {
    // The formula itself is kept as tokens.
    formula: (row, column) => fold.formula(row, column, '='),
    merge: (top, bottom, left, right) => fold.merge(`${cellName(top, left)}:${cellName(bottom, right)}`),
    hideRow: (row) => fold.hideRows(row, row),
    hideColumns: (from, to) => fold.hideColumns(from, to),
    filter: () => fold.filter(''),
    draw: () => fold.draw(1),
  })
}

function pour(sheet: XlsSheet | undefined, fold: SheetFold): void {
  for (const [at, row] of (sheet?.rows ?? []).entries()) {
    if (!row) continue
    const cells = Array.from(row, cellText)
    while (cells.at(-1) === '') cells.pop()
    fold.row(at + 1, cells)
  }
}

function cellText(value: XlsValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return cellBytes('…')
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : cellBytes(String(value))
}
