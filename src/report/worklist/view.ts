import type { LedgerHeader } from '../../core/ledger.ts'
import type { Worklist } from '../../core/worklist.ts'

/** The worklist of a ledger, and what its first sheet says of the ledger. */
export interface WorklistView {
  readonly header: LedgerHeader
  /** Datasets in the ledger. */
  readonly datasets: number
  readonly interrupted: boolean
  readonly worklist: Worklist
}
