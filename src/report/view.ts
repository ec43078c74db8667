import type { Locate } from '../core/baseline.ts'
import type { CatalogueProblem } from '../core/catalogue.ts'
import type { Exceptions } from '../core/exceptions.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord, LedgerHeader, PolitenessRecord, Summary } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'

export type LedgerRecord = DatasetRecord | CatalogueProblem | PolitenessRecord

/** A finished ledger. `records` starts from the first record each time it is called, so none is ever held. */
export interface LedgerView {
  readonly header: LedgerHeader
  readonly summary: Summary
  readonly finishedAt: string
  records(): AsyncIterable<LedgerRecord>
}

/** A report as a stream of text: one chunk per record, whatever the number of datasets. */
export type Writer = (ledger: LedgerView, options: WriterOptions) => AsyncIterable<string>

export interface WriterOptions {
  readonly language: Language
  /** Shown beside findings by writers that can. */
  readonly exceptions?: Exceptions
  /** How paths of files are shown to other programs. */
  readonly locate?: Locate
  /** Findings of a dataset that a baseline accepts; without a baseline there are none. */
  readonly known?: (record: DatasetRecord) => ReadonlySet<Finding>
  /** Address of a rule's page. */
  readonly rulePage?: (rule: string) => string
}

/** What the HTML page carries: the view itself, so that the page says nothing the ledger does not. */
export interface PageData extends Omit<LedgerView, 'records'> {
  readonly language: Language
  readonly records: readonly LedgerRecord[]
}
