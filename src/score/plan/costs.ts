import type { Indicator } from '../../core/badge.ts'
import { INDICATORS } from '../../core/badge.ts'
import type { Finding } from '../../core/finding.ts'
import { LADDER } from '../indicators.ts'
import type { Profile } from '../profile.ts'

/** What a finding costs: the lowest badge it keeps away, 0 for bronze. */
export interface Cost {
  readonly indicator: Indicator
  readonly level: number
  /** It does not fail the badge, it only keeps it open. */
  readonly doubt: boolean
}

export type Costs = (finding: Pick<Finding, 'rule' | 'messageId' | 'outcome'>) => Cost | undefined

/** Reads a profile from the side of the findings: nothing for those that cost no badge. */
export function costsUnder(profile: Profile): Costs {
  const prices = new Map<string, (Omit<Cost, 'doubt'> & { readonly messageId?: string })[]>()
  for (const indicator of INDICATORS) {
    const level = LADDER.findIndex((badge) => profile.badges[badge].includes(indicator))
    if (level === -1) continue
    for (const selector of profile.indicators[indicator]) {
      const [rule = '', messageId] = selector.split('#')
      const price = { indicator, level, ...(messageId !== undefined && { messageId }) }
      prices.set(rule, [...(prices.get(rule) ?? []), price])
    }
  }
  const costOf: Costs = ({ rule, messageId, outcome }) => {
    const named = prices.get(rule)?.filter((price) => price.messageId === messageId) ?? []
    const plain = prices.get(rule)?.filter((price) => price.messageId === undefined) ?? []
    const failing = [...named, ...(outcome === 'fail' ? plain : [])]
    const costly = outcome === 'unknown' ? (prices.get(rule) ?? []) : failing
    const [lowest] = costly.toSorted((a, b) => a.level - b.level)
    return lowest && { indicator: lowest.indicator, level: lowest.level, doubt: failing.length === 0 }
  }
  // A ledger asks the same few hundred questions half a million times.
  const known = new Map<string, Cost | undefined>()
  return (finding) => {
    const key = `${finding.rule}#${finding.messageId} ${finding.outcome}`
    if (!known.has(key)) known.set(key, costOf(finding))
    return known.get(key)
  }
}
