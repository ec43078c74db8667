import type { Badge, BadgeInterval } from './badge.ts'
import type { Finding } from './finding.ts'
import type { Body, LedgerHeader, ScoreInterval } from './ledger.ts'

/** `narrower`: less is unknown; `wider`: more is; `same`: other findings, same badge. */
export const DIRECTIONS = ['better', 'worse', 'narrower', 'wider', 'same'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What is different about a dataset whose result changed. */
export const CHANGE_REASONS = [
  'data',
  'metadata',
  'link',
  'time',
  'rule',
  'profile',
  'program',
  'unexplained',
] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** Claims of a catalogue whose change is told. */
export const CLAIMS = [
  'title',
  'publisher',
  'fields',
  'updateFrequency',
  'modified',
  'format',
  'encoding',
] as const
export type Claim = (typeof CLAIMS)[number]

export type FindingMark = Pick<Finding, 'rule' | 'messageId' | 'outcome' | 'fingerprint'>

export interface DatasetMark {
  readonly id: string
  readonly title: string
  readonly body: Body
  readonly badge: BadgeInterval
}

export interface DatasetChange extends Omit<DatasetMark, 'badge'> {
  readonly direction: Direction
  readonly before: BadgeInterval
  readonly after: BadgeInterval
  readonly reasons: readonly ChangeReason[]
  /** Of `metadata`: which claims. */
  readonly claims: readonly Claim[]
  readonly mended: readonly FindingMark[]
  readonly added: readonly FindingMark[]
  readonly remaining: number
}

/** A body as one ledger has it. */
export interface BodyScore {
  readonly datasets: number
  readonly score: ScoreInterval
}

export interface BodyChange {
  readonly body: Body
  /** One per ledger, in the order given; null where it has no dataset of the body. */
  readonly scores: readonly (BodyScore | null)[]
}

export type LedgerMark = Pick<LedgerHeader, 'program' | 'startedAt' | 'now' | 'deviations'> & {
  /** Absent where the whole catalogue was audited. */
  readonly selection?: LedgerHeader['selection']
  /** The ledger has no end. */
  readonly interrupted?: true
  readonly profile: string
  readonly datasets: number
  readonly badges: {
    readonly atLeast: Readonly<Record<Badge, number>>
    readonly atMost: Readonly<Record<Badge, number>>
  }
}

/** Why to keep a ledger; `spare`: others tell the same. */
export const RETENTIONS = ['latest', 'recent', 'last-of-month', 'last-of-year', 'spare'] as const
export type Retention = (typeof RETENTIONS)[number]

/** The ledgers in the order given. */
export interface Trend {
  readonly ledgers: readonly (LedgerMark & { readonly keep: Retention })[]
  readonly bodies: readonly BodyChange[]
}

/** Of two ledgers. */
export interface Comparison extends Trend {
  readonly rules: { readonly added: readonly string[]; readonly removed: readonly string[] }
  readonly changed: readonly DatasetChange[]
  readonly appeared: readonly DatasetMark[]
  readonly gone: readonly DatasetMark[]
  /** Datasets with the same badge and the same findings. */
  readonly unchanged: number
}
