import iconv from 'iconv-lite'
import type { TotalRow } from '../core/artifacts.ts'
import { isTotalLabel, numberOf, totalSuffix } from '../core/labels.ts'
import { decodeEither } from './decode.ts'

/** Rows and cells kept to check a total's arithmetic; a total over more rows is reported without it. */
const MAX_ROWS = 2_000
const MAX_CELLS = 100_000
const LABEL_COLUMNS = 8
const MAX_LABEL_BYTES = 60

/** First two bytes (UTF-8 and CP950) of everything a total label can start with, by `a << 8 | b`. */
const STARTS = startTable(
  ['小', '合', '總', '共', '累', '統', '加', '本', '全', '（', '【', '〔', '　'],
  ['(', '[', ' ', 'To', 'TO', 'to', 'Su', 'SU', 'su', 'Gr', 'GR', 'gr'],
)

export function startTable(wide: readonly string[], narrow: readonly string[]): Uint8Array {
  const table = new Uint8Array(65536)
  for (const text of wide) {
    for (const bytes of [Buffer.from(text), iconv.encode(text, 'cp950')])
      table[(bytes[0]! << 8) | bytes[1]!] = 1
  }
  for (const text of narrow) {
    if (text.length === 2) table[(text.charCodeAt(0) << 8) | text.charCodeAt(1)] = 1
    else for (let second = 0; second < 256; second++) table[(text.charCodeAt(0) << 8) | second] = 1
  }
  return table
}

export interface TotalSeeker {
  /** Looks at one record whose cells are latin1. */
  see(row: number, cells: readonly string[]): TotalRow | undefined
}

export function totalSeeker(): TotalSeeker {
  const rows: { row: number; cells: readonly string[]; total: boolean }[] = []
  let first = 0
  let held = 0

  function keep(row: number, cells: readonly string[], total: boolean) {
    rows.push({ row, cells, total })
    held += cells.length
    while (rows.length - first > MAX_ROWS || (held > MAX_CELLS && rows.length - first > 1))
      held -= rows[first++]!.cells.length
    if (first > MAX_ROWS) {
      rows.splice(0, first)
      first = 0
    }
  }

  return {
    see(row, cells) {
      const label = findLabel(cells)
      if (!label) {
        keep(row, cells, false)
        return undefined
      }
      const found = sums(rows, first, cells, label.column)
      keep(row, cells, true)
      if (!label.sure && found.sums.length === 0) return undefined
      return { row, label: label.text, column: label.column, ...found }
    },
  }
}

function findLabel(cells: readonly string[]): { text: string; column: number; sure: boolean } | undefined {
  const end = Math.min(cells.length, LABEL_COLUMNS)
  for (let c = 0; c < end; c++) {
    const cell = cells[c]!
    if (cell.length < 3 || cell.length > MAX_LABEL_BYTES) continue
    const last = cell.charCodeAt(cell.length - 1)
    // 計 ends in 0x88 in UTF-8 and in 0x70 in Big5.
    const suffix = c < 2 && (last === 0x88 || last === 0x70 || last === 0x3a || last === 0x9a)
    if (!suffix && STARTS[(cell.charCodeAt(0) << 8) | cell.charCodeAt(1)] === 0) continue
    const text = decodeEither(cell).trim()
    const whole = isTotalLabel(text)
    const tail = whole || !suffix ? undefined : totalSuffix(text)
    if ((whole || tail) && hasNumber(cells, c)) return { text, column: c + 1, sure: whole || tail === '小計' }
  }
  return undefined
}

/** A header names totals too (男, 女, 合計); only a record counts them. */
function hasNumber(cells: readonly string[], except: number): boolean {
  for (let c = 0; c < cells.length; c++) if (c !== except && numberOf(cells[c]!) !== undefined) return true
  return false
}

type Sums = Pick<TotalRow, 'sums' | 'sumFrom'>

/** Goes back from the total until the first numeric column adds up, then asks the other columns. */
function sums(
  rows: readonly { row: number; cells: readonly string[]; total: boolean }[],
  first: number,
  cells: readonly string[],
  label: number,
): Sums {
  const targets: { c: number; value: number }[] = []
  for (let c = label; c < cells.length && targets.length < 50; c++) {
    const value = numberOf(cells[c]!)
    if (value !== undefined && value !== 0) targets.push({ c, value })
  }
  const lead = targets[0]
  if (!lead) return { sums: [] }
  let sum = 0
  for (let i = rows.length - 1, taken = 0; i >= first; i--) {
    if (rows[i]!.total) continue
    sum += numberOf(rows[i]!.cells[lead.c] ?? '') ?? 0
    if (++taken >= 2 && close(sum, lead.value)) return agreeing(rows, i, targets, cells)
  }
  return { sums: [] }
}

function agreeing(
  rows: readonly { row: number; cells: readonly string[]; total: boolean }[],
  from: number,
  targets: readonly { c: number; value: number }[],
  cells: readonly string[],
): Sums {
  const parts = rows.slice(from).filter((entry) => !entry.total)
  const found = targets.filter(({ c, value }) =>
    close(
      parts.reduce((sum, entry) => sum + (numberOf(entry.cells[c] ?? '') ?? 0), 0),
      value,
    ),
  )
  return {
    sumFrom: rows[from]!.row,
    sums: found.map(({ c }) => ({ column: c + 1, value: cells[c]!.trim() })),
  }
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-6, Math.abs(b) * 1e-9)
