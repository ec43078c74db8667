import type { Badge, BadgeCounts, BadgeInterval, Indicator } from './badge.ts'
import { rank } from './badge.ts'

/**
 * How the portal's verdict (品質檢測) and ours go together. `undecided`: ours is not known well enough to tell;
 * `portal-unknown`: the portal says nothing, or says it in words that nobody here knows.
 */
export const AGREEMENTS = ['agree', 'portal-higher', 'portal-lower', 'undecided', 'portal-unknown'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** Findings of one message that stand between our badge and the portal's. */
export interface PortalCause {
  readonly rule: string
  readonly messageId: string
  readonly indicator: Indicator
  /** 0 when it was found about the dataset as a whole. */
  readonly resources: number
}

export interface PortalComparison {
  readonly agreement: Agreement
  /** Why ours is lower, or cannot be told; gravest first. */
  readonly because: readonly PortalCause[]
}

/** The portal's verdicts on a catalogue beside ours. */
export interface PortalSummary {
  readonly datasets: Readonly<Record<Agreement, number>>
  /** Each word of the portal, and which badges we gave to the datasets that have it; '' where it says nothing. */
  readonly words: readonly PortalWord[]
  /** What keeps us from agreeing where the portal is higher, most datasets first. */
  readonly causes: readonly { readonly rule: string; readonly messageId: string; readonly datasets: number }[]
}

export interface PortalWord {
  readonly word: string
  /** Null for a word that is not known. */
  readonly understood: Badge | null
  readonly datasets: number
  readonly atLeast: BadgeCounts
  readonly atMost: BadgeCounts
}

/**
 * 品質檢測 as a badge of the measure: 白金 counts as gold, since the measure has nothing above. The export's words for
 * the lower ones are not documented, so that beginnings decide, and `無法檢測` is no verdict.
 */
export function portalBadge(word: string): Badge | undefined {
  const name = word.trim()
  if (/^白?金/.test(name)) return 'gold'
  if (/^銀/.test(name)) return 'silver'
  if (/^銅/.test(name)) return 'bronze'
  return /^無(?:標章|$)/.test(name) ? 'none' : undefined
}

export function agreementOf(portal: Badge | undefined, { atLeast, atMost }: BadgeInterval): Agreement {
  if (portal === undefined) return 'portal-unknown'
  if (rank(portal) > rank(atMost)) return 'portal-higher'
  if (rank(portal) < rank(atLeast)) return 'portal-lower'
  return atLeast === atMost ? 'agree' : 'undecided'
}
