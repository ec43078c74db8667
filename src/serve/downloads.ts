import { type LedgerRecord, type LedgerView, writers } from '../report/index.ts'
import { download } from './answer.ts'
import { filterIn, readableRun, summaryOf } from './asking.ts'
import { openLedgerFile } from './ledgers/lines.ts'
import type { ReadableRun } from './ledgers/run.ts'
import type { Shelf } from './ledgers/shelf.ts'
import type { Asked, Routes } from './routes.ts'
import { datasetTable } from './table.ts'

/** Files made of a run. */
export const DOWNLOADS: Routes = {
  '/runs/{}/ledger.ndjson': async (asked) => {
    const run = await readableRun(asked)
    return download('application/x-ndjson; charset=utf-8', `${run.id}.ndjson`, bytesOf(run))
  },
  '/runs/{}/report.json': async (asked) => {
    const { run, view } = await viewOf(asked)
    const text = writers.json(view, { language: asked.language })
    return download('application/json; charset=utf-8', `${run.id}.json`, text)
  },
  '/runs/{}/report.html': async (asked) => {
    const { run, view } = await viewOf(asked)
    const analysis = await asked.analyse?.(view)
    const text = writers.html(view, { language: asked.language, ...(analysis && { analysis }) })
    return download('text/html; charset=utf-8', `${run.id}.html`, text)
  },
  '/runs/{}/datasets.csv': async (asked) => {
    const run = await readableRun(asked)
    const rows = await asked.shelf.rows(run)
    const text = datasetTable(rows, filterIn(asked.target.query), asked.language)
    return download('text/csv; charset=utf-8', `${run.id}.csv`, text)
  },
}

/** As much as there was when the run was described: an audit may be writing. */
async function* bytesOf({ file }: ReadableRun): AsyncGenerator<Buffer> {
  const handle = await openLedgerFile(file.path)
  yield* handle.createReadStream({ start: 0, end: file.size - 1 }) as AsyncIterable<Buffer>
}

async function viewOf(asked: Asked): Promise<{ readonly run: ReadableRun; readonly view: LedgerView }> {
  const run = await readableRun(asked)
  const { shelf } = asked
  const header = await shelf.header(run)
  const summary = await summaryOf(shelf, run)
  const finishedAt = run.finishedAt ?? header.startedAt
  return {
    run,
    view: {
      header,
      summary,
      finishedAt,
      ...(run.notes && { notes: run.notes }),
      records: () => recordsOf(shelf, run),
    },
  }
}

async function* recordsOf(shelf: Shelf, run: ReadableRun): AsyncGenerator<LedgerRecord> {
  for await (const line of shelf.lines(run)) if (line.kind !== 'header' && line.kind !== 'footer') yield line
}
