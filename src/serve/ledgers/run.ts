import type { LedgerHeader, LedgerLine, Summary } from '../../core/ledger.ts'
import type { Localised } from '../../core/localised.ts'
import type { FoundFile } from './find.ts'
import type { Damage } from './lines.ts'

/** The header without its texts, which are read again where they are shown. */
export type RunHeader = Pick<
  LedgerHeader,
  'program' | 'startedAt' | 'now' | 'profile' | 'rejudged' | 'selection' | 'deviations'
>

/** One ledger of the folder as far as it is known. */
export interface Run {
  readonly id: string
  /** The file's name below the folder. */
  readonly name: string
  readonly size: number
  /** ISO 8601 UTC. */
  readonly modified: string
  readonly state: 'finished' | 'unfinished' | 'damaged'
  /** Every line has been read. */
  readonly checked: boolean
  readonly damage?: Damage
  readonly header?: RunHeader
  readonly finishedAt?: string
  /** What the audit says of itself at its end. */
  readonly notes?: readonly Localised[]
  /** Of an unfinished ledger: of what is there, once it has been read. */
  readonly summary?: Summary
  readonly file: FoundFile
}

/** A run whose datasets can be shown. */
export type ReadableRun = Run & { readonly header: RunHeader }

export const isReadable = (run: Run): run is ReadableRun =>
  run.state !== 'damaged' && run.header !== undefined

export type LinesOf = (run: ReadableRun) => AsyncIterable<LedgerLine>
