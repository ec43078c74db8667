import type { Analysis } from '../../core/analysis.ts'
import type { CatalogueProblem } from '../../core/catalogue.ts'
import type { DatasetRecord, LedgerHeader, PolitenessRecord, Summary } from '../../core/ledger.ts'
import type { Language, Localised } from '../../core/localised.ts'
import type { DatasetPlan } from '../../core/mending.ts'

/** What the page has at hand when it opens: little, whatever the number of datasets. */
export interface PageHead {
  readonly language: Language
  readonly header: LedgerHeader
  readonly finishedAt: string
  readonly summary: Summary
  /** The ledger has no end; then `finishedAt` means nothing. */
  readonly interrupted?: true
  /** Settings that were of no use. */
  readonly notes?: readonly Localised[]
  /** Without the plans of the datasets, which stand beside these. */
  readonly analysis?: Omit<Analysis, 'plan'> & { readonly plan: PagePlan }
  readonly rulePages?: string
}

/** A plan as the page has it: long lists have their first ones, counted in full. */
export interface PagePlan extends Omit<Analysis['plan'], 'datasets' | 'fragile' | 'bodies'> {
  readonly bodies: readonly (Analysis['plan']['bodies'][number] & { readonly stepCount: number })[]
  readonly fragile: { readonly count: number; readonly first: Analysis['plan']['fragile'] }
}

/** A dataset in the list: only what searching, filtering and sorting want. See {@link rowOf}. */
export type Row = readonly [
  id: string,
  title: string,
  publisher: string,
  /** Position among the bodies of the summary. */
  body: number,
  /** What else is searched: contact, hosts. */
  more: string,
  /** Ranks of the badge that is certain and of the one that is possible. */
  badge: `${number}`,
  /** One letter per indicator, see {@link OUTCOME_LETTERS}. */
  indicators: string,
  /** Position of a rule with findings, times the number of weights, plus the position of a finding’s weight. */
  rules: readonly number[],
  /** Position among the agreements with the portal; -1 where there is nothing to compare. */
  portal: number,
]

export const OUTCOME_LETTERS = { pass: 'p', fail: 'f', unknown: 'u', 'not-applicable': 'n' } as const

/** Everything about one dataset, read when its page is opened. */
export interface Entry {
  readonly record: DatasetRecord
  readonly plan?: DatasetPlan
}

/** What the page holds besides its head, each kind in blocks of some hundred kilobytes, in the ledger's order. */
export interface Blocks {
  readonly rows: Row
  readonly entries: Entry
  readonly problems: CatalogueProblem
  readonly sessions: PolitenessRecord
}

export type BlockKind = keyof Blocks
