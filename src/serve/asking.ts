import { BADGES } from '../core/badge.ts'
import type { Summary } from '../core/ledger.ts'
import type { Filter } from './datasets.ts'
import { isReadable, type ReadableRun } from './ledgers/run.ts'
import type { Shelf } from './ledgers/shelf.ts'
import { chosen, required, searchIn, type Target } from './query.ts'
import { Refusal } from './refusal.ts'
import type { Asked } from './routes.ts'

/** The run of the address. @throws {Refusal} 404, or 409 when its file is damaged. */
export const readableRun = ({ shelf, part }: Asked): Promise<ReadableRun> => readable(shelf, part)

async function readable(shelf: Shelf, id: string): Promise<ReadableRun> {
  const run = await shelf.run(id)
  if (!isReadable(run)) throw new Refusal(409, 'notReadable')
  return run
}

/** The two runs of `old` and `new`. */
export async function comparedRuns({ shelf, target: { query } }: Asked): Promise<[ReadableRun, ReadableRun]> {
  const [old, recent] = [required(query, 'old'), required(query, 'new')]
  return [await readable(shelf, old), await readable(shelf, recent)]
}

/** From the footer, or counted. @throws {Refusal} 409 when nobody can tell. */
export async function summaryOf(shelf: Shelf, run: ReadableRun): Promise<Summary> {
  if (run.summary) return run.summary
  await shelf.rows(run)
  const { summary } = await shelf.run(run.id)
  if (!summary) throw new Refusal(409, 'noProfile', { profile: run.header.profile.id })
  return summary
}

export function filterIn(query: Target['query']): Filter {
  const badge = chosen(query, 'badge', BADGES)
  const body = query.get('body') ?? ''
  return { search: searchIn(query), ...(badge && { badge }), ...(body !== '' && { body }) }
}

/** Every run that can be shown, the last judged first. */
export async function readableRuns(shelf: Shelf): Promise<readonly ReadableRun[]> {
  return (await shelf.runs()).runs.filter(isReadable)
}

/** Runs that are whole: half an audit has other shares of badges. */
export const finishedRuns = async (shelf: Shelf): Promise<readonly ReadableRun[]> =>
  (await readableRuns(shelf)).filter(({ state }) => state === 'finished')
