import type { Comparison } from '../core/comparison.ts'
import { compare, type Snapshot, snapshot } from '../score/index.ts'
import { createQueue } from './ledgers/queue.ts'
import type { ReadableRun } from './ledgers/run.ts'
import { profileOf } from './ledgers/scan.ts'
import type { Shelf } from './ledgers/shelf.ts'
import { Refusal } from './refusal.ts'

export type Comparisons = (before: ReadableRun, after: ReadableRun) => Promise<Comparison>

/** Both ledgers are read in whole, which is why the last ones made are kept. */
const KEPT = 2
/** Comparisons waited for at once. */
const MAX_WAITING = 4

/** One at a time: two ledgers of the whole platform take some hundred megabytes while they are compared. */
export function comparisons(shelf: Shelf): Comparisons {
  const queue = createQueue()
  const made = new Map<string, Comparison>()
  let waiting = 0

  return async (before, after) => {
    const key = [before, after].map(({ id, file }) => `${id} ${file.version}`).join(' ')
    const known = made.get(key)
    if (known) return known
    if (waiting >= MAX_WAITING) throw new Refusal(503, 'busy', {}, { 'retry-after': '5' })
    waiting++
    try {
      return await queue.add(key, false, async () => {
        const old = await taken(shelf, before)
        const comparison = compare(old, await taken(shelf, after))
        made.set(key, comparison)
        for (const oldest of [...made.keys()].slice(0, -KEPT)) made.delete(oldest)
        return comparison
      })
    } finally {
      waiting--
    }
  }
}

async function taken(shelf: Shelf, run: ReadableRun): Promise<Snapshot> {
  const header = await shelf.header(run)
  // A footer has counted already.
  const profile = run.finishedAt === undefined ? profileOf(header) : undefined
  const found = await snapshot(header, shelf.lines(run), { ...(profile && { profile }) })
  if (!found) throw new Refusal(409, 'notReadable')
  return found
}
