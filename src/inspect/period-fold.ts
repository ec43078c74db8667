import { type ColumnPeriods, periodName } from '../core/period.ts'
import { decodeEither } from './decode.ts'
import { PeriodWatch, WATCHED } from './period-watch.ts'

/** Rows in which a name may stand; the header is settled later. */
const NAMES = 8
const TEXT = 120
const ASCII = /^[\0-\x7f]*$/

interface Watched {
  readonly column: number
  readonly named: number
  readonly watch: PeriodWatch
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
      if (kind) watched.push({ column: c + 1, named: row, watch: new PeriodWatch(kind, textOf) })
    }
  }

  return {
    row(row: number, cells: readonly string[]): void {
      for (let w = 0; w < watched.length; w++) {
        const { column, watch } = watched[w]!
        const cell = cells[column - 1]
        if (cell !== undefined) watch.see(row, cell)
      }
      if (rows++ < NAMES) lookForNames(row, cells)
    },
    periods: (): ColumnPeriods[] =>
      watched.flatMap(({ column, named, watch }) => watch.periods(column, named)),
  }
}

const textOf = (cell: string): string =>
  cell.length > TEXT ? '' : (ASCII.test(cell) ? cell : decodeEither(cell)).trim()
