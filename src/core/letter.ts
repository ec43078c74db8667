import type { Badge } from './badge.ts'
import type { Finding } from './finding.ts'
import type { Body, ResourceRecord, ScoreInterval } from './ledger.ts'
import type { Sample } from './observed.ts'

/** Whom a letter is for: a body as a whole, or one contact. */
export const ADDRESSEES = ['body', 'contact'] as const
export type AddresseeKind = (typeof ADDRESSEES)[number]

interface Named {
  readonly dataset: { readonly id: string; readonly title: string }
}

/** Something that fails and did not before. */
export interface LetterItem extends Named {
  readonly resource?: Pick<ResourceRecord, 'id' | 'url' | 'description'>
  readonly finding: Finding
}

/** A rule that a dataset failed and now passes. */
export interface Recovery extends Named {
  readonly rule: string
}

/** What has changed for an addressee since the previous ledger; without one everything is new. */
export interface Letter {
  readonly body: Body
  readonly contact?: { readonly name: string; readonly phone?: string }
  readonly datasets: number
  readonly badges: Readonly<Record<'atLeast' | 'atMost', Readonly<Record<Badge, number>>>>
  /** Of a body. */
  readonly score?: ScoreInterval
  /** Datasets with something new. */
  readonly worse: number
  readonly added: Sample<LetterItem>
  readonly recovered: Sample<Recovery>
  /** Findings that fail as before: told before, so not told again. */
  readonly remaining: number
}
