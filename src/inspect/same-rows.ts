import type { SameRows } from '../core/artifacts.ts'
import { Collector } from '../core/observed.ts'

/** Rows remembered, by 53 bits each; what comes later is not looked at. */
const MAX_ROWS = 50_000
const SAMPLE = 20

/** Looks for rows that come twice. */
export function sameRows() {
  const known = new Map<number, number>()
  const found = new Collector<{ row: number; of: number }>(SAMPLE)
  let rows = 0

  return {
    row(row: number, cells: readonly string[]): void {
      if (row === 1 || rows === MAX_ROWS || cells.length < 2) return
      rows++
      const mark = markOf(cells)
      const of = known.get(mark)
      if (of === undefined) known.set(mark, row)
      else found.add({ row, of })
    },
    end: (): SameRows => ({ looked: rows, found: found.sample() }),
  }
}

/** Two unlike hashes side by side; the end of a cell counts, so that `1,12` is not `11,2`. */
function markOf(cells: readonly string[]): number {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let c = 0; c < cells.length; c++) {
    const cell = cells[c]!
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13)
    }
    a = Math.imul(a ^ 0x100, 0x01000193)
    b = Math.imul(b + 0x100, 0x85ebca6b) ^ (b >>> 13)
  }
  return (a >>> 0) * 0x200000 + (b >>> 11)
}
