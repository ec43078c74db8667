import type { Trend } from './comparison.ts'
import type { Finding } from './finding.ts'
import type { ScoreInterval } from './ledger.ts'
import type { MendingPlan } from './mending.ts'
import type { Sample } from './observed.ts'
import type { Place } from './place.ts'

/** What is wrong in many places for one reason: one message of one rule, on one host or by one contact. */
export interface CommonCause extends Pick<Finding, 'rule' | 'messageId'>, Place {
  /** `unknown`: it may yet turn out to cost nothing. */
  readonly outcome: 'fail' | 'unknown'
  readonly datasets: number
  /** 0 for a rule about whole datasets. */
  readonly resources: number
  readonly bodies: number
  /** Ids of the first datasets. */
  readonly first: readonly string[]
}

/** Why something was not looked at, whatever rules that leaves open. */
export interface Unseen {
  /** A reason (`REASONS`). */
  readonly messageId: string
  readonly datasets: number
  readonly resources: number
}

export interface RollUp {
  /** Largest first. */
  readonly causes: Sample<CommonCause>
  readonly unseen: readonly Unseen[]
}

/** What can be said of a whole ledger beyond its own summary: made from it, so that a report need not compute. */
export interface Analysis {
  /** 金質獎總分 as if all datasets were of one body, without 加分. */
  readonly score: ScoreInterval
  readonly rollUp: RollUp
  readonly plan: MendingPlan
  /** Present when there were earlier ledgers; this one is the last. */
  readonly trend?: Trend
}
