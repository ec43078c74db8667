import type { TotalRow } from '../core/artifacts.ts'
import { numberOf } from '../core/labels.ts'
import { decodeEither } from './decode.ts'

/** Columns that are added up, and how many have to agree: a few might by chance. */
const COLUMNS = 50
const AGREE = 3
/** Rows of a group: one alone is not worth a total. */
const LEAST = 2
const LABEL = 180

interface Group {
  readonly row: number
  readonly label: string
  readonly cells: readonly string[]
  readonly sums: number[]
  count: number
}

/**
 * Finds rows that say no 合計 and are one: 南竿鄉 with nothing in the next column, above its 村里, which have nothing
 * in the first, and whose numbers it adds up in every column but rates.
 */
export function groupTotals(found: (total: TotalRow) => void) {
  let group: Group | undefined

  function close() {
    if (!group || group.count < LEAST) return
    const { row, label, cells, sums, count } = group
    const agreeing = cells.flatMap((cell, c) => {
      const value = c < 2 ? undefined : amountOf(cell)
      return value && sums[c] !== undefined && Math.abs(sums[c] - value) < 1e-6
        ? [{ column: c + 1, value: cell.trim() }]
        : []
    })
    if (agreeing.length >= AGREE)
      found({ row, label, column: 1, sums: agreeing, sumFrom: row + 1, sumTo: row + count })
  }

  return {
    row(row: number, cells: readonly string[]): void {
      // Most rows have both: of them nothing is asked.
      if (cells[0] !== '') {
        if (group) close()
        group = undefined
        if (cells[1] !== '' || cells.length < 2 + AGREE) return
        const label = decodeEither(cells[0]!.slice(0, LABEL)).trim()
        if (numberOf(label) === undefined)
          group = { row, label, cells: cells.slice(0, COLUMNS), sums: [], count: 0 }
      } else if (group) {
        if (cells[1] === '' || row !== group.row + group.count + 1) {
          close()
          group = undefined
          return
        }
        group.count++
        for (let c = 2; c < cells.length && c < COLUMNS; c++)
          group.sums[c] = (group.sums[c] ?? 0) + (amountOf(cells[c]!) ?? 0)
      }
    },
    end(): void {
      close()
      group = undefined
    },
  }
}

/** Full-width digits are the only numbers that do not begin in ASCII. */
const amountOf = (cell: string): number | undefined =>
  numberOf(cell.charCodeAt(0) < 0x80 || cell.length > 40 ? cell : decodeEither(cell))
