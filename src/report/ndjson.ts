import type { LedgerFooter, LedgerLine } from '../core/ledger.ts'
import type { LedgerView } from './view.ts'

const line = (value: LedgerLine): string => `${JSON.stringify(value)}\n`

/** The ledger again, line by line. */
export async function* ndjson(ledger: LedgerView): AsyncGenerator<string> {
  yield line(ledger.header)
  for await (const record of ledger.records()) yield line(record)
  const footer: LedgerFooter = { kind: 'footer', finishedAt: ledger.finishedAt, summary: ledger.summary }
  yield line(footer)
}
