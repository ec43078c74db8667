import type { Finding } from '../../core/finding.ts'
import type { LedgerLine } from '../../core/ledger.ts'
import { kindOf, noResource } from './items.ts'

/** What earlier ledgers say is wrong: since when, by dataset and fingerprint. */
export interface Seen {
  readonly since: ReadonlyMap<string, string>
  /** Rules that a dataset failed, of the last ledger. */
  readonly failing: ReadonlyMap<string, ReadonlySet<string>>
}

/** Advice that has become a failure is something new. */
export const seenKey = (dataset: string, finding: Pick<Finding, 'fingerprint' | 'outcome'>): string =>
  `${dataset} ${finding.fingerprint}${kindOf(finding) === 'blocking' ? '!' : ''}`

/** @param ledgers oldest first; what one of them does not have begins anew. */
export async function seenIn(
  ledgers: readonly { readonly now: string; readonly lines: AsyncIterable<LedgerLine> }[],
): Promise<Seen> {
  let since = new Map<string, string>()
  let failing = new Map<string, Set<string>>()
  for (const { now, lines } of ledgers) {
    const [before, still] = [since, new Map<string, string>()]
    failing = new Map()
    for await (const line of lines) {
      if (line.kind !== 'dataset') continue
      const unasked = noResource(line) ?? []
      const found = [line, ...line.resources].flatMap(({ findings }) => findings)
      for (const finding of found.concat(unasked)) {
        const key = seenKey(line.id, finding)
        still.set(key, before.get(key) ?? now)
        if (kindOf(finding) !== 'blocking') continue
        const rules = failing.get(line.id) ?? new Set()
        failing.set(line.id, rules.add(finding.rule))
      }
    }
    since = still
  }
  return { since, failing }
}
