import type { BodyChange, Comparison, DatasetChange, DatasetMark, Trend } from '../../core/comparison.ts'
import type { Body } from '../../core/ledger.ts'
import { changeOf } from './change.ts'
import type { Digest } from './digest.ts'
import { retention } from './retention.ts'
import type { Snapshot } from './snapshot.ts'

export { type Snapshot, snapshot } from './snapshot.ts'

/** What is better, worse, new and gone, and why. */
export function compare(before: Snapshot, after: Snapshot): Comparison {
  const changed: DatasetChange[] = []
  const appeared: DatasetMark[] = []
  let unchanged = 0
  for (const [key, digest] of after.datasets) {
    const old = before.datasets.get(key)
    const change = old && changeOf(old, digest, [before, after])
    if (!old) appeared.push(markOf(digest))
    else if (change) changed.push(change)
    else unchanged++
  }
  const gone = [...before.datasets].filter(([key]) => !after.datasets.has(key)).map(([, old]) => markOf(old))
  const lacking = (of: Snapshot, other: Snapshot) => of.rules.filter((rule) => !other.rules.includes(rule))
  return {
    ...trend([before, after]),
    rules: { added: lacking(after, before), removed: lacking(before, after) },
    changed: changed.sort(byId),
    appeared: appeared.sort(byId),
    gone: gone.sort(byId),
    unchanged,
  }
}

/** How every body fared from ledger to ledger. */
export function trend(ledgers: readonly Pick<Snapshot, 'mark' | 'summary'>[]): Trend {
  const bodies = new Map<string, Body>()
  for (const { summary } of ledgers) for (const { body } of summary.bodies) bodies.set(body.id, body)
  const summaries = ledgers.map(
    ({ summary }) => new Map(summary.bodies.map((each) => [each.body.id, each] as const)),
  )
  const kept = retention(ledgers.map(({ mark }) => mark.now))
  const change = (body: Body): BodyChange => ({
    body,
    scores: summaries.map((of) => {
      const found = of.get(body.id)
      return found ? { datasets: found.datasets, score: found.score } : null
    }),
  })
  return {
    ledgers: ledgers.map(({ mark }, at) => ({ ...mark, keep: kept[at]! })),
    bodies: [...bodies.values()].sort((a, b) => compareText(a.id, b.id)).map(change),
  }
}

const markOf = ({ id, title, body, badge }: Digest): DatasetMark => ({ id, title, body, badge })

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id)
