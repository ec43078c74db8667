import { BADGES } from '../core/badge.ts'
import type { DatasetRecord } from '../core/ledger.ts'
import { AGREEMENTS, type PortalSummary, portalBadge } from '../core/portal.ts'

/** The export has a handful of words; a column of anything must not fill the summary. */
const MAX_WORDS = 50

type Counts = Record<(typeof BADGES)[number], number>

/** Adds up what the portal says beside what we say. */
export function createPortalSummary() {
  const datasets = zeros(AGREEMENTS)
  const words = new Map<string, { datasets: number; atLeast: Counts; atMost: Counts }>()
  const causes = new Map<string, { rule: string; messageId: string; datasets: number }>()
  let compared = 0

  return {
    add({ portal, badge }: Pick<DatasetRecord, 'portal' | 'badge'>): void {
      const { comparison } = portal ?? {}
      // Ledgers made before there was a comparison keep none.
      if (portal?.badge !== undefined && !comparison) return
      if (comparison) compared++
      datasets[comparison?.agreement ?? 'portal-unknown']++
      const word = portal?.badge ?? ''
      const known = words.get(word) ?? { datasets: 0, atLeast: zeros(BADGES), atMost: zeros(BADGES) }
      if (words.has(word) || words.size < MAX_WORDS) words.set(word, known)
      known.datasets++
      known.atLeast[badge.atLeast]++
      known.atMost[badge.atMost]++
      if (comparison?.agreement !== 'portal-higher') return
      for (const { rule, messageId } of comparison.because) {
        const key = `${rule}#${messageId}`
        const cause = causes.get(key) ?? { rule, messageId, datasets: 0 }
        cause.datasets++
        causes.set(key, cause)
      }
    },
    /** Nothing when no portal said anything. */
    finish: (): PortalSummary | undefined =>
      compared === 0
        ? undefined
        : {
            datasets: { ...datasets },
            words: [...words]
              .map(([word, counts]) => ({ word, understood: portalBadge(word) ?? null, ...counts }))
              .sort((a, b) => b.datasets - a.datasets || (a.word < b.word ? -1 : 1)),
            causes: [...causes.entries()]
              .sort(([a, one], [b, two]) => two.datasets - one.datasets || (a < b ? -1 : 1))
              .map(([, cause]) => ({ ...cause })),
          },
  }
}

const zeros = <const Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
