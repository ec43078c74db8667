import {
  type Column,
  type Columns,
  type Digits,
  type Example,
  VALUE_KINDS,
  type ValueKind,
  valueKind,
} from '../core/column.ts'
import { decodeEither } from './decode.ts'
import { startTest } from './totals.ts'

const COLUMNS = 256
/** Longer ones are counted with these. */
const DIGITS = 24
const KINDS = VALUE_KINDS.length
/** So many rows are all looked at; below them, one in {@link STEP}. */
const EVERY = 50_000
const STEP = 16
const TEXT = 60

const EMPTY = VALUE_KINDS.indexOf('empty')
const NUMBER = VALUE_KINDS.indexOf('number')
const PLAIN = VALUE_KINDS.indexOf('text')

/** Beginnings of values that are no plain text; those of digits are known before. */
const mayBeMore = startTest(
  [...'０１２３４５６７８９－＋—─–…＊無民中', '　'],
  ['+', '-', '.', '*', '#', ' ', '\t', 'x', 'X', 'NR', 'NA', 'N/', 'na', 'Na', 'Nu', 'NU', 'nu', 'n/', 'nr'],
)

/** Counts what the values of each column look like. Cells are ASCII-compatible bytes as latin1. */
export function columnFold() {
  const counts = new Int32Array(COLUMNS * KINDS)
  const lengths = new Int32Array(COLUMNS * DIGITS)
  const zeroLed = new Int32Array(COLUMNS * DIGITS)
  const serials = new Int32Array(COLUMNS)
  const firstOfKind = new Map<number, Example>()
  const firstOfLength = new Map<number, Example>()
  const firstSerial = new Map<number, Example>()
  let rows = 0
  let width = 0

  const example = (row: number, cell: string): Example => ({
    row,
    text: decodeEither(cell.slice(0, TEXT)).trim(),
  })

  function count(column: number, kind: number, row: number, cell: string) {
    const at = column * KINDS + kind
    if (counts[at]!++ === 0 && kind !== EMPTY && kind !== PLAIN) firstOfKind.set(at, example(row, cell))
  }

  function countDigits(column: number, row: number, cell: string) {
    const at = column * DIGITS + Math.min(cell.length, DIGITS - 1)
    const first = cell.charCodeAt(0)
    if (lengths[at]!++ === 0) firstOfLength.set(at, example(row, cell))
    if (first === 0x30) zeroLed[at]!++
    if (cell.length === 5 && first >= 0x33 && first <= 0x35 && serials[column]!++ === 0)
      firstSerial.set(column, example(row, cell))
  }

  function see(column: number, row: number, cell: string) {
    const first = cell.charCodeAt(0)
    if (first >= 0x30 && first <= 0x39) {
      let at = 1
      while (at < cell.length && isDigit(cell.charCodeAt(at))) at++
      if (at === cell.length) {
        counts[column * KINDS + NUMBER]!++
        return countDigits(column, row, cell)
      }
    } else if (!mayBeMore(cell)) return count(column, PLAIN, row, cell)
    const kind = cell.length > 120 ? PLAIN : VALUE_KINDS.indexOf(valueKind(decodeEither(cell)))
    count(column, kind, row, cell)
  }

  return {
    row(row: number, cells: readonly string[]): void {
      if (row === 1 || (row > EVERY && row % STEP !== 0)) return
      rows++
      const end = Math.min(cells.length, COLUMNS)
      if (end > width) width = end
      for (let c = 0; c < end; c++) {
        const cell = cells[c]!
        if (cell === '') counts[c * KINDS + EMPTY]!++
        else see(c, row, cell)
      }
    },
    columns(): Columns {
      const list = Array.from({ length: width }, (_, c): Column => {
        const kinds = VALUE_KINDS.map((kind, k) => [kind, counts[c * KINDS + k]!] as const)
        const found = VALUE_KINDS.flatMap((kind, k) => {
          const first = firstOfKind.get(c * KINDS + k)
          return first ? [[kind, first] as const] : []
        })
        const serial = firstSerial.get(c)
        return {
          counts: Object.fromEntries(kinds) as Record<ValueKind, number>,
          first: Object.fromEntries(found),
          digits: digitsOf(c),
          serials: serials[c]!,
          ...(serial && { firstSerial: serial }),
        }
      })
      return { rows, list }
    },
  }

  function digitsOf(column: number): Digits[] {
    return Array.from({ length: DIGITS }, (_, length) => length).flatMap((length) => {
      const at = column * DIGITS + length
      const first = firstOfLength.get(at)
      return first ? [{ length, count: lengths[at]!, zeroLed: zeroLed[at]!, ...first }] : []
    })
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
