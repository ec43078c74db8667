import type { Analysis } from '../core/analysis.ts'
import type { Locate } from '../core/baseline.ts'
import type { CatalogueProblem } from '../core/catalogue.ts'
import type { Exceptions } from '../core/exceptions.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord, LedgerHeader, PolitenessRecord, Summary } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'

export type LedgerRecord = DatasetRecord | CatalogueProblem | PolitenessRecord

/** A ledger as reports see it. `records` starts from the first record each time it is called, so none is ever held. */
export interface LedgerView {
  readonly header: LedgerHeader
  readonly summary: Summary
  readonly finishedAt: string
  /** It has no end: reports cover what was done, and `finishedAt` means nothing. */
  readonly interrupted?: true
  /** Settings that were of no use. */
  readonly notes?: readonly Localised[]
  records(): AsyncIterable<LedgerRecord>
}

/** A report as a stream of text: one chunk per record, whatever the number of datasets. */
export type Writer = (ledger: LedgerView, options: WriterOptions) => AsyncIterable<string>

export interface WriterOptions {
  readonly language: Language
  /** Shown beside findings by writers that can. */
  readonly exceptions?: Exceptions
  /** Shown by the HTML report, which has fewer views without. */
  readonly analysis?: Analysis
  /** Where this package's files are served: then rules link to their pages. */
  readonly rulePages?: string
  /** How paths of files are shown to other programs. */
  readonly locate?: Locate
  /** Findings of a dataset that a baseline accepts; without a baseline there are none. */
  readonly known?: (record: DatasetRecord) => ReadonlySet<Finding>
}
