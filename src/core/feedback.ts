import type { BadgeInterval, Outcome } from './badge.ts'
import type { Finding } from './finding.ts'

/** What a citizen wrote about a dataset, as a portal lists it. */
export interface Complaint {
  /** Line of the file. */
  readonly position: number
  readonly number?: string
  readonly date?: string
  readonly subject: string
  readonly text: string
  /** Name of the dataset as written there. */
  readonly title?: string
  readonly dataset?: string
  /** Addresses in a column of their own or in the text. */
  readonly urls: readonly string[]
  readonly state?: string
  /** First answer of the publisher. */
  readonly answered?: string
}

export const COMPLAINT_KINDS = [
  'cannot-download',
  'garbled',
  'outdated',
  'no-data',
  'question',
  'other',
] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

/** `unclear`: we could not look either. `not-checked`: nothing a rule could confirm. */
export const COMPLAINT_VERDICTS = [
  'confirmed',
  'not-reproduced',
  'unclear',
  'not-checked',
  'no-dataset',
] as const
export type ComplaintVerdict = (typeof COMPLAINT_VERDICTS)[number]

/** A complaint beside what the ledger says. */
export interface Reviewed {
  readonly complaint: Complaint
  readonly kind: ComplaintKind
  readonly verdict: ComplaintVerdict
  readonly matched?: {
    readonly id: string
    readonly title: string
    readonly by: 'id' | 'title' | 'url'
    readonly badge: BadgeInterval
  }
  /** What confirms it, each rule and message once. */
  readonly findings: readonly (Pick<Finding, 'rule' | 'messageId'> & { readonly outcome: Outcome })[]
  /** Days without an answer, up to the moment of the ledger. */
  readonly openDays?: number
  /** Since when a link of the dataset fails, from earlier audits. */
  readonly failingSince?: string
}

/** A row of the file that could not be read. */
export interface FeedbackFault {
  readonly position: number
  readonly detail: string
}
