import type { Badge, BadgeInterval, Indicator, IndicatorOutcomes, Outcome } from '../core/badge.ts'
import { combine, INDICATORS } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'
import type { Verdict } from '../core/judge.ts'
import type { AwardedBadge, Profile, Selector } from './profile.ts'

export const LADDER: readonly AwardedBadge[] = ['bronze', 'silver', 'gold']

/** As much of a {@link Verdict} as policy looks at. */
export interface Answered extends Pick<Verdict, 'rule' | 'outcome'> {
  readonly findings: readonly Pick<Finding, 'messageId'>[]
}

/**
 * How the five indicators come out for one resource, or for the rules about the dataset as a whole.
 * A selector whose rule is not among the verdicts says nothing; an indicator with none is not applicable.
 */
export function indicatorsOf(verdicts: readonly Answered[], profile: Profile): IndicatorOutcomes {
  const byRule = new Map(verdicts.map((verdict) => [verdict.rule, verdict]))
  let stopped = false
  return perIndicator((indicator) => {
    const selectors = profile.indicators[indicator]
    if (stopped) return selectors.length > 0 ? 'unknown' : 'not-applicable'
    const outcome = combine(selectors.flatMap((selector) => select(selector, byRule) ?? []))
    stopped = outcome === 'fail' && profile.stopAfter.includes(indicator)
    return outcome
  })
}

/**
 * The dataset's indicators: 交集 of its resources and of the rules about the whole. Where unknown is
 * `ignored`, it counts only when there is nothing else. Without a resource there is no link that works.
 */
export function intersect(
  resources: readonly IndicatorOutcomes[],
  whole: IndicatorOutcomes,
  profile: Profile,
): IndicatorOutcomes {
  return perIndicator((indicator) => {
    if (resources.length === 0 && indicator === 'link') return 'fail'
    const outcomes = [...resources, whole].map((outcome) => outcome[indicator])
    if (profile.unknown === 'widens') return combine(outcomes)
    const known = combine(outcomes.filter((outcome) => outcome !== 'unknown'))
    return known === 'not-applicable' ? combine(outcomes) : known
  })
}

/**
 * 標章 of a dataset. Not applicable counts as passed; unknown fails for `atLeast` and passes for `atMost`. Where a
 * profile ignores unknown, {@link intersect} has dropped it already; what is left is a dataset nobody saw.
 */
export function badgeOf(outcomes: IndicatorOutcomes, profile: Profile): BadgeInterval {
  return {
    atLeast: climb(outcomes, profile, ['pass', 'not-applicable']),
    atMost: climb(outcomes, profile, ['pass', 'not-applicable', 'unknown']),
  }
}

function climb(outcomes: IndicatorOutcomes, profile: Profile, good: readonly Outcome[]): Badge {
  let reached: Badge = 'none'
  for (const badge of LADDER) {
    if (!profile.badges[badge].every((indicator) => good.includes(outcomes[indicator]))) break
    reached = badge
  }
  return reached
}

function select(selector: Selector, byRule: ReadonlyMap<string, Answered>): Outcome | undefined {
  const [rule = '', messageId] = selector.split('#')
  const verdict = byRule.get(rule)
  if (!verdict || messageId === undefined) return verdict?.outcome
  if (verdict.findings.some((finding) => finding.messageId === messageId)) return 'fail'
  // The rule failed for another reason; what this selector asks for was looked for and not found.
  return verdict.outcome === 'fail' ? 'pass' : verdict.outcome
}

const perIndicator = (outcome: (indicator: Indicator) => Outcome): IndicatorOutcomes =>
  Object.fromEntries(INDICATORS.map((indicator) => [indicator, outcome(indicator)])) as IndicatorOutcomes
