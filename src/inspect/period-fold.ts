import type { ColumnPeriods, PeriodValue } from '../core/artifacts.ts'
import { type PeriodName, periodName, readPeriod } from '../core/period.ts'
import { decodeEither } from './decode.ts'

/** Rows in which a name may stand; the header is settled later. */
const NAMES = 8
const WATCHED = 16
const TEXT = 120

interface Watched {
  readonly column: number
  readonly named: number
  readonly kind: PeriodName
  values: number
  read: number
  last: string
  wasRead: boolean
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
    const text = cell.length > TEXT ? '' : decodeEither(cell).trim()
    const period = readPeriod(text, column.kind)
    column.wasRead = period !== undefined
    if (!period) return
    column.read++
    if (!column.newest || period.to > column.newest.to) column.newest = { row, text, ...period }
  }

  return {
    row(row: number, cells: readonly string[]): void {
      for (const column of watched) {
        const cell = cells[column.column - 1]
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
