import type { BadgeInterval } from '../../core/badge.ts'
import { rank } from '../../core/badge.ts'
import type { DatasetPlan, Fix } from '../../core/mending.ts'
import { LADDER } from '../indicators.ts'
import { type Counted, minutesFor } from './causes.ts'
import type { Condensed, Condenser } from './condensed.ts'

/** The fewest fixes that bring a dataset to its next badge, and what stays open even then. */
export function planDataset(
  dataset: Condensed,
  causes: readonly Counted[],
  badgeWith: Condenser['badgeWith'],
): DatasetPlan {
  const { id, title, publisher, contact, body, badge, open } = dataset
  const fixes = fewest(dataset, causes, badgeWith)
  return {
    id,
    title,
    publisher,
    contact,
    body,
    badge,
    fixes: fixes.map((cause) => fixOf(dataset, cause, causes[cause]!)),
    reaches: fixes.length === 0 ? badge : badgeWith(dataset, (cause) => fixes.includes(cause)),
    open,
  }
}

function fewest(
  dataset: Condensed,
  causes: readonly Counted[],
  badgeWith: Condenser['badgeWith'],
): readonly number[] {
  for (const level of LADDER.keys()) {
    const set = [...dataset.causes.keys()].filter((cause) => causes[cause]!.level <= level)
    if (set.length === 0) continue
    const then = badgeWith(dataset, (cause) => set.includes(cause))
    if (!isBetter(then, dataset.badge)) continue
    // A profile that ignores unknowns needs only some of them cleared.
    return set.reduce((needed, cause) => {
      const without = needed.filter((other) => other !== cause)
      const less = badgeWith(dataset, (other) => without.includes(other))
      return less.atLeast === then.atLeast && less.atMost === then.atMost ? without : needed
    }, set)
  }
  return []
}

const isBetter = (then: BadgeInterval, now: BadgeInterval): boolean =>
  rank(then.atLeast) > rank(now.atLeast) || rank(then.atMost) > rank(now.atMost)

function fixOf(dataset: Condensed, cause: number, { rule, messageId, effort }: Counted): Fix {
  const resources = dataset.causes.get(cause)?.resources ?? 0
  const exceptions = dataset.exceptions.get(cause)
  const minutes = minutesFor(effort, 1, resources)
  return { rule, messageId, resources, minutes, ...(exceptions && { exceptions }) }
}
