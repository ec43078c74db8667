import type { Badge, BadgeInterval } from '../../core/badge.ts'
import { rank } from '../../core/badge.ts'
import type { BadgeCounts, Body, ScoreInterval } from '../../core/ledger.ts'
import type { BodyPlan, Step } from '../../core/mending.ts'
import { compareDecimals, plus, score } from '../decimal.ts'
import { LADDER } from '../indicators.ts'
import type { Profile } from '../profile.ts'
import { createBundles, keyOf } from './bundles.ts'
import { type Counted, minutesFor, shown } from './causes.ts'
import type { Condensed, Condenser } from './condensed.ts'

type Counts = { -readonly [Name in Badge]: BadgeCounts[Name] }

/** A body while its ledger passes by: badges of all its datasets, and those datasets that can get better. */
export interface Collected {
  readonly body: Body
  datasets: number
  readonly atLeast: Counts
  readonly atMost: Counts
  readonly open: Condensed[]
  readonly publishers: Set<string>
  /** Gold datasets of which nothing tells an end. */
  lasting: number
}

export interface BodyTerms {
  readonly profile: Profile
  readonly causes: readonly Counted[]
  readonly badgeWith: Condenser['badgeWith']
  /** Confirmed 加分 of this body, as decimal text. */
  readonly bonus: string
  readonly target?: string
}

/** Mends step by step, most points per minute first. Every total is the score of the ledger with these causes gone. */
export function planBody(collected: Collected, terms: BodyTerms): BodyPlan {
  const { profile, causes, badgeWith, bonus, target } = terms
  const { body, datasets } = collected
  const counts = { atLeast: { ...collected.atLeast }, atMost: { ...collected.atMost } }
  const now = new Map(collected.open.map((dataset) => [dataset, dataset.badge]))
  const withCause = new Map<number, Condensed[]>()
  for (const dataset of collected.open)
    for (const cause of dataset.causes.keys()) {
      const others = withCause.get(cause)
      if (others) others.push(dataset)
      else withCause.set(cause, [dataset])
    }
  const mended = new Set<number>()
  const given = new Map<Condensed, readonly Milestone[]>()
  const points = pointsUnder(profile)

  const scores = (): ScoreInterval => ({
    atLeast: plus(score(counts.atLeast, datasets, profile, 0), bonus),
    atMost: plus(score(counts.atMost, datasets, profile, 0), bonus),
  })
  const arrived = () => target !== undefined && compareDecimals(scores().atLeast, target) >= 0
  const minutes = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + minutesOf(causes[number]!), 0)
  const bundles = createBundles(minutes)

  function offer(dataset: Condensed): void {
    for (const { causes, points } of given.get(dataset) ?? []) bundles.add(causes, -points)
    const milestones = milestonesOf(dataset, now.get(dataset)!, mended, badgeWith, points, causes)
    for (const { causes, points } of milestones) bundles.add(causes, points)
    given.set(dataset, milestones)
  }

  function apply(numbers: readonly number[]): Step {
    for (const number of numbers) mended.add(number)
    let better = 0
    for (const dataset of new Set(numbers.flatMap((number) => withCause.get(number) ?? []))) {
      const before = now.get(dataset)!
      const after = badgeWith(dataset, (cause) => mended.has(cause))
      if (after.atLeast !== before.atLeast || after.atMost !== before.atMost) better++
      for (const end of ['atLeast', 'atMost'] as const) {
        counts[end][before[end]]--
        counts[end][after[end]]++
      }
      now.set(dataset, after)
      offer(dataset)
    }
    const list = numbers.map((number) => shown(causes[number]!))
    return { causes: list, minutes: minutes(numbers), datasets: better, score: scores() }
  }

  const start = scores()
  for (const dataset of collected.open) offer(dataset)
  const steps: Step[] = []
  while (!arrived()) {
    const next = bundles.best()
    if (!next) break
    steps.push(apply(next))
  }
  return { body, datasets, score: start, steps, ...(target !== undefined && { reached: arrived() }) }
}

export const minutesOf = ({ effort, datasets, resources }: Counted): number =>
  minutesFor(effort, datasets, resources)

interface Milestone {
  readonly causes: readonly number[]
  readonly points: number
}

/** What a badge is worth, in whole millionths: for the order of steps only. */
const pointsUnder =
  ({ weights }: Profile) =>
  (badge: Badge): number =>
    badge === 'none' ? 0 : Math.round(Number(weights[badge]) * 1e6)

/** Which sets of causes, mended, bring this dataset on: up to each badge, what surely fails and what may. */
function milestonesOf(
  dataset: Condensed,
  badge: BadgeInterval,
  mended: ReadonlySet<number>,
  badgeWith: Condenser['badgeWith'],
  points: (badge: Badge) => number,
  causes: readonly Counted[],
): Milestone[] {
  const pending = [...dataset.causes].filter(([cause]) => !mended.has(cause)).sort(([a], [b]) => a - b)
  const known = new Map<string, BadgeInterval>()
  const then = (set: readonly number[]): BadgeInterval => {
    const key = keyOf(set)
    const found = known.get(key) ?? badgeWith(dataset, (cause) => mended.has(cause) || set.includes(cause))
    known.set(key, found)
    return found
  }
  const milestones: Milestone[] = []
  for (const end of ['atMost', 'atLeast'] as const) {
    let reached = badge[end]
    for (const level of LADDER.keys()) {
      const set = pending
        .filter(([cause, { doubt }]) => causes[cause]!.level <= level && (end === 'atLeast' || !doubt))
        .map(([cause]) => cause)
      if (set.length === 0) continue
      const next = then(set)[end]
      if (rank(next) <= rank(reached)) continue
      milestones.push({ causes: set, points: points(next) - points(reached) })
      reached = next
    }
  }
  return milestones
}
