import type { Column } from '../core/column.ts'
import { BYTES, ColumnCounter, DigitCounter, isCounted } from './column-counter.ts'

/** Those further right are not looked at. */
export const COLUMNS = 256
/** Rows that may be a header. */
const HEAD = 8

/** Counts what the values of each column of a table look like. Cells are ASCII-compatible bytes as latin1. */
export function columnFold() {
  const counters: ColumnCounter[] = []

  return {
    row(row: number, cells: readonly string[]): void {
      if (row === 1 || !isCounted(row)) return
      const end = Math.min(cells.length, COLUMNS)
      while (counters.length < end) counters.push(new ColumnCounter(BYTES, HEAD, new DigitCounter()))
      for (let c = 0; c < end; c++) counters[c]!.see(row, cells[c]!)
    },
    columns: (): Column[] => counters.map((counter) => counter.column()),
  }
}
