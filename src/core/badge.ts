/** The five 評核指標 of the measure (貳、二、(二)), in its order. */
export const INDICATORS = ['link', 'download', 'structure', 'metadata', 'timeliness'] as const
export type Indicator = (typeof INDICATORS)[number]

export const OUTCOMES = ['pass', 'fail', 'not-applicable', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** 標章, worst first: the position is the rank. */
export const BADGES = ['none', 'bronze', 'silver', 'gold'] as const
export type Badge = (typeof BADGES)[number]

/** Datasets by badge. */
export type BadgeCounts = Readonly<Record<Badge, number>>

export type IndicatorOutcomes = Readonly<Record<Indicator, Outcome>>

/** What is certain and what is still possible: an award is never won or lost by our failure to look. */
export interface BadgeInterval {
  readonly atLeast: Badge
  readonly atMost: Badge
}

export const rank = (badge: Badge): number => BADGES.indexOf(badge)

/** One failure fails; else one unknown leaves it open; else one pass passes; else nothing applied. */
export function combine(outcomes: Iterable<Outcome>): Outcome {
  const found = new Set(outcomes)
  if (found.has('fail')) return 'fail'
  if (found.has('unknown')) return 'unknown'
  return found.has('pass') ? 'pass' : 'not-applicable'
}
