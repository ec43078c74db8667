import type { BadgeInterval, Indicator } from './badge.ts'
import type { Body, ScoreInterval } from './ledger.ts'

/** What an effort in minutes is for: whatever one host serves, each dataset, or each resource. */
export const EFFORT_UNITS = ['host', 'dataset', 'resource'] as const
export type EffortUnit = (typeof EFFORT_UNITS)[number]

/** What is mended in one go: one message of one rule, on one host or by one contact. */
export interface Cause {
  readonly rule: string
  readonly messageId: string
  readonly host?: string
  readonly contact?: string
  readonly datasets: number
  /** 0 for a rule about whole datasets. */
  readonly resources: number
  readonly minutes: number
  readonly per: EffortUnit
}

/** Causes that pay only together, and what the body has once they and those of all steps before are mended. */
export interface Step {
  readonly causes: readonly Cause[]
  readonly minutes: number
  /** Datasets whose badge, certain or possible, gets better. */
  readonly datasets: number
  readonly score: ScoreInterval
}

export interface BodyPlan {
  readonly body: Body
  readonly datasets: number
  readonly score: ScoreInterval
  /** Most points per minute first; ends where the target is reached. */
  readonly steps: readonly Step[]
  /** Absent when no target was set. */
  readonly reached?: boolean
}

export interface Fix {
  readonly rule: string
  readonly messageId: string
  /** 0 for a rule about the whole dataset. */
  readonly resources: number
  readonly minutes: number
  /** Positions in the list of exceptions. */
  readonly exceptions?: readonly number[]
}

/** Something that keeps a badge open and that no publisher can mend: it wants to be seen. */
export interface Open {
  readonly indicator: Indicator
  readonly rule?: string
  readonly messageId: string
}

/** A dataset without certain gold: the fewest fixes to its next badge. */
export interface DatasetPlan {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly contact?: string
  readonly body: string
  readonly badge: BadgeInterval
  readonly fixes: readonly Fix[]
  /** The badge with these fixes. */
  readonly reaches: BadgeInterval
  readonly open: readonly Open[]
}

/** A gold that will not last by itself. */
export interface FragileGold {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly contact?: string
  /** ISO 8601 UTC; gold until then if nothing is done. */
  readonly until?: string
  /** The rule whose pass ends then. */
  readonly because?: string
  /** Advice that speaks of trouble to come. */
  readonly signs: readonly { readonly rule: string; readonly messageId: string }[]
}

export interface MendingPlan {
  readonly profile: string
  readonly target?: string
  readonly bodies: readonly BodyPlan[]
  readonly datasets: readonly DatasetPlan[]
  readonly fragile: readonly FragileGold[]
  /** Gold datasets whose ledger does not say how long the gold holds. */
  readonly lasting: number
}
