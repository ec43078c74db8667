import { hash } from 'node:crypto'
import type { SameRows } from '../core/artifacts.ts'
import { Collector } from '../core/observed.ts'

/** Rows remembered, by a digest each; what comes later is not looked at. */
const MAX_ROWS = 50_000
/** Rows that may be a header, which may come again. */
const HEAD = 8
const SAMPLE = 20

/** Looks for rows that come twice. */
export function sameRows() {
  const known = new Map<string, number>()
  const found = new Collector<{ row: number; of: number }>(SAMPLE)
  const ofHead = new Map<number, { readonly of: number; readonly row: number; count: number }>()
  let rows = 0

  return {
    row(row: number, cells: readonly string[]): void {
      if (rows > MAX_ROWS || cells.length < 2) return
      rows++
      const mark = markOf(cells)
      const of = known.get(mark)
      if (of === undefined) known.set(mark, row)
      else if (of > HEAD) found.add({ row, of })
      else {
        const again = ofHead.get(of)
        if (again) again.count++
        else ofHead.set(of, { of, row, count: 1 })
      }
    },
    end: (): SameRows => ({
      looked: Math.max(0, rows - 1),
      ofHead: [...ofHead.values()].sort((a, b) => a.row - b.row),
      found: found.sample(),
    }),
  }
}

/** No two rows share a digest by accident or by design; what joins the cells is in none of them, for they are bytes. */
const markOf = (cells: readonly string[]): string => hash('sha256', cells.join('\u0100'), 'base64')
