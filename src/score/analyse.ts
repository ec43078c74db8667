import type { Analysis } from '../core/analysis.ts'
import type { Trend } from '../core/comparison.ts'
import type { LedgerHeader, LedgerLine, Summary } from '../core/ledger.ts'
import { score } from './decimal.ts'
import { type PlanOptions, planMending } from './plan/index.ts'
import { createRollUp } from './roll-up.ts'

export interface AnalyseOptions extends Omit<PlanOptions, 'target' | 'agency'> {
  readonly trend?: Trend
}

/** Everything a report shows that is not in the ledger itself, in one pass. */
export async function analyse(
  { header, summary }: { readonly header: LedgerHeader; readonly summary: Summary },
  lines: AsyncIterable<LedgerLine> | Iterable<LedgerLine>,
  { trend, ...options }: AnalyseOptions,
): Promise<Analysis> {
  const { profile } = options
  const rollUp = createRollUp(header.rules)
  async function* seen(): AsyncGenerator<LedgerLine> {
    for await (const line of lines) {
      if (line.kind === 'dataset') rollUp.add(line)
      yield line
    }
  }
  const plan = await planMending(header, seen(), options)
  const { atLeast, atMost, datasets } = summary
  return {
    score: {
      atLeast: score(atLeast, datasets, profile, 0),
      atMost: score(atMost, datasets, profile, 0),
    },
    rollUp: rollUp.finish(),
    plan,
    ...(trend && { trend }),
  }
}
