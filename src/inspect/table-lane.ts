import type { QuoteFault, Table } from '../core/artifacts.ts'
import { type Observed, partly, seen } from '../core/observed.ts'
import { decodeLatin1 } from './decode.ts'
import type { Layout } from './delimiter.ts'
import { rowReader } from './row-reader.ts'
import { tableFold } from './table-fold.ts'

/**
 * Cuts delimited text into records and folds them into one small {@link Table}. `push` takes ASCII-compatible bytes.
 *
 * @param start offset of the first byte that will be pushed.
 */
export function tableLane(layout: Layout, start = 0, maxRecord?: number) {
  const fold = tableFold()
  const reader = rowReader(layout, fold.row, start, maxRecord)
  let ended: ReturnType<typeof reader.end> | undefined

  return {
    push: (block: Buffer): void => reader.push(block.toString('latin1')),
    /** Reads the last record; returns the byte offsets whose line {@link table} will ask for. */
    finish(cut: boolean): number[] {
      ended = reader.end(cut)
      return [...ended.faults.first.map((fault) => fault.offset), ...(ended.stopped ? [ended.stoppedAt] : [])]
    },
    /** @param codec how to decode the kept cells, now that the encoding is known. */
    table(codec: string, lineOf: (offset: number) => number): Observed<Table> {
      if (!ended) throw new Error('finish() comes first')
      const { faults, stopped, stoppedAt, broken } = ended
      const table: Table = {
        delimiter: layout.delimiter,
        ...fold.table(codec),
        ...(broken.count > 0 && { broken }),
        quotes: {
          count: faults.count,
          first: faults.first.map(
            ({ row, kind, text, offset }): QuoteFault => ({
              row,
              kind,
              line: lineOf(offset),
              text: decodeLatin1(text, codec),
            }),
          ),
        },
      }
      if (!stopped) return seen(table)
      return partly(table, { ...stopped, data: { ...stopped.data, line: lineOf(stoppedAt) } })
    },
  }
}
