import type { ColumnPeriods, PeriodValue } from '../core/artifacts.ts'
import { type Period, type PeriodName, periodName, readPeriod } from '../core/period.ts'
import { decodeEither } from './decode.ts'

/** Rows in which a name may stand; the header is settled later. */
const NAMES = 8
const WATCHED = 16
const TEXT = 120
/** So many rows are all read; below them one in {@link STEP}, and what may be newer. */
const EVERY = 5_000
const STEP = 16
/** Different values of one column that are read once: years, months and days come again and again. */
const KNOWN = 1_000
const ASCII = /^[\0-\x7f]*$/

interface Watched {
  readonly column: number
  readonly named: number
  readonly kind: PeriodName
  values: number
  read: number
  last: string
  wasRead: boolean
  /** The cell of `newest`, as it came. */
  top: string
  readonly known: Map<string, Period | undefined>
  newest?: PeriodValue
}

/** Keeps the newest periods of columns whose name speaks of time. Cells are ASCII-compatible bytes as latin1. */
export function periodFold() {
  const watched: Watched[] = []
  let rows = 0

  function lookForNames(row: number, cells: readonly string[]) {
    for (let c = 0; c < cells.length && watched.length < WATCHED; c++) {
      const cell = cells[c]!
      if (cell === '' || cell.length > TEXT || watched.some(({ column }) => column === c + 1)) continue
      const kind = periodName(decodeEither(cell))
      if (kind)
        watched.push({
          column: c + 1,
          named: row,
          kind,
          values: 0,
          read: 0,
          last: '',
          wasRead: false,
          top: '',
          known: new Map(),
        })
    }
  }

  function see(column: Watched, row: number, cell: string) {
    column.values++
    // Records of one period mostly stand together.
    if (cell === column.last) {
      if (column.wasRead) column.read++
      return
    }
    column.last = cell
    const period = periodOf(column, cell)
    column.wasRead = period !== undefined
    if (!period) return
    column.read++
    if (column.newest && period.to <= column.newest.to) return
    column.newest = { row, text: textOf(cell), ...period }
    column.top = cell
  }

  function periodOf({ known, kind }: Watched, cell: string): Period | undefined {
    const before = known.get(cell)
    if (before || known.has(cell)) return before
    const period = readPeriod(textOf(cell), kind)
    if (known.size < KNOWN) known.set(cell, period)
    return period
  }

  return {
    row(row: number, cells: readonly string[]): void {
      const every = row <= EVERY || row % STEP === 0
      for (let w = 0; w < watched.length; w++) {
        const column = watched[w]!
        const cell = cells[column.column - 1]
        // What is shorter, or comes before in the alphabet, came before in time, but for months without a zero.
        if (!every && cell !== undefined && mayPrecede(cell, column.top)) continue
        if (cell !== undefined && cell !== '' && cell.trim() !== '') see(column, row, cell)
      }
      if (rows++ < NAMES) lookForNames(row, cells)
    },
    periods: (): ColumnPeriods[] =>
      watched.flatMap(({ column, named, values, read, newest }) =>
        newest ? [{ column, named, values, read, newest }] : [],
      ),
  }
}

const mayPrecede = (cell: string, top: string): boolean =>
  cell.length < top.length || (cell.length === top.length && cell <= top)

const textOf = (cell: string): string =>
  cell.length > TEXT ? '' : (ASCII.test(cell) ? cell : decodeEither(cell)).trim()
