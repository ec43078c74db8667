import { BADGES, type Badge } from '../core/badge.ts'
import type { Row, Rows } from './ledgers/scan.ts'

/** What a list of datasets is narrowed to. */
export interface Filter {
  /** Id of a body. */
  readonly body?: string
  /** As `atLeast`, what is certain. */
  readonly badge?: Badge
  /** Words, all of which are in the id, the title or the publisher. */
  readonly search: string
}

export interface Chosen {
  readonly total: number
  readonly rows: readonly Row[]
}

/** A page of the rows that match, in the ledger's order. */
export function choose(rows: Rows, filter: Filter, offset: number, limit: number): Chosen {
  const chosen: Row[] = []
  let total = 0
  for (const row of matching(rows, filter)) {
    if (total >= offset && chosen.length < limit) chosen.push(row)
    total++
  }
  return { total, rows: chosen }
}

export function* matching(rows: Rows, { body, badge, search }: Filter): Generator<Row> {
  const words = folded(search).split(/\s+/).filter(Boolean)
  for (let at = 0; at < rows.count; at++) {
    const row = rows.row(at)
    if (body !== undefined && row.body.id !== body) continue
    if (badge !== undefined && row.badge.atLeast !== badge) continue
    if (words.length > 0) {
      const text = folded(`${row.id}\n${row.title}\n${row.publisher}`)
      if (!words.every((word) => text.includes(word))) continue
    }
    yield row
  }
}

/** 台 and 臺 are written for each other; nobody types full-width letters. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('台', '臺')

/** Best first, as people read them. */
export const BEST_FIRST: readonly Badge[] = [...BADGES].reverse()
