import type { BadgeInterval } from './badge.ts'
import type { Contact } from './catalogue.ts'
import type { Finding } from './finding.ts'
import type { Body, ResourceRecord } from './ledger.ts'

/** A row of the worklist: one finding, or one reason why several rules could not be judged. */
export interface WorkItem {
  /** Of the {@link Person} whose work it is. */
  readonly person: string
  readonly body: Body
  readonly publisher: string
  readonly contact: Contact
  readonly dataset: { readonly id: string; readonly title: string; readonly badge: BadgeInterval }
  /** Absent for what concerns the dataset as a whole. */
  readonly resource?: Pick<ResourceRecord, 'id' | 'url' | 'description'>
  readonly finding: Finding
  /** Rules that say the same; more than one only where nobody could look. */
  readonly rules: readonly string[]
  readonly findings: number
  readonly gain: Gain
  /** Among the fewest fixes to the next badge. */
  readonly next: boolean
  /** ISO 8601 UTC: since when it is known to be so. */
  readonly since?: string
}

/** What a dataset has once everything in it is mended that can be. */
export interface Gain {
  readonly badge: BadgeInterval
  /** More points for the dataset, as certain as its badges; decimal text. */
  readonly points: string
  /** More points in the body's 金質獎總分, decimal text. */
  readonly score: string
}

export interface WorkCounts {
  /** With at least one finding. */
  readonly datasets: number
  readonly rows: number
  readonly blocking: number
  readonly advice: number
  readonly unknown: number
}

/** Whose work it is: the contact whom the catalogue names for a publisher of a body, else the publisher. */
export interface Person extends WorkCounts {
  readonly id: string
  readonly body: Body
  readonly name: string
  readonly phone?: string
}

export interface Worklist {
  /** Findings, as many as the ledger has; rows may be fewer. */
  readonly counts: WorkCounts
  /** Most to be mended first. */
  readonly people: readonly Person[]
  /** In the ledger's order, from the first row each time it is called. */
  items(): AsyncIterable<WorkItem>
}
