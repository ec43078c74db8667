import type { LedgerMark, Trend } from '../core/comparison.ts'
import { trend } from '../score/index.ts'
import type { ReadableRun } from './ledgers/run.ts'

export interface RunTrend {
  /** Oldest first, in the order of `bodies[].scores`. */
  readonly runs: readonly ({ readonly id: string } & Trend['ledgers'][number])[]
  readonly bodies: Trend['bodies']
}

/** How the badges of all and the score of each body went; of runs whose numbers are known. */
export function trendOf(latestFirst: readonly ReadableRun[]): RunTrend {
  const counted = latestFirst.flatMap((run) => (run.summary ? [{ run, summary: run.summary }] : [])).reverse()
  const { ledgers, bodies } = trend(
    counted.map(({ run, summary }) => ({ mark: markOf(run, summary), summary })),
  )
  return { runs: ledgers.map((mark, at) => ({ id: counted[at]!.run.id, ...mark })), bodies }
}

function markOf({ header }: ReadableRun, summary: NonNullable<ReadableRun['summary']>): LedgerMark {
  const { program, startedAt, now, profile, rejudged } = header
  const { atLeast, atMost } = summary
  return {
    program: rejudged?.program ?? program,
    startedAt,
    now,
    profile: profile.id,
    datasets: summary.datasets,
    badges: { atLeast, atMost },
  }
}
