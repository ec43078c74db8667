import { CatalogueError } from './catalogue-error.ts'
import type { CsvRecord } from './csv-records.ts'
import { csvRecords } from './csv-records.ts'
import { toEntries } from './dataset.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, columnName, makeRow } from './row.ts'
import type { Shape } from './shapes.ts'
import { texts } from './texts.ts'
import { told } from './told.ts'

/** The data.gov.tw export as CSV, of the whole catalogue or of a day's changes; also what nobody else knows. */
export const csvExport: Shape = {
  name: 'data.gov.tw CSV',
  recognises: () => true,
  read: (source, context) => toEntries(source.name, csvRows(source.name, texts(source, context))),
}

/** Names that are told. */
const SHOWN = 5

/** Rows of a CSV export below its header, found by the columns' names. */
export async function* csvRows(name: string, texts: AsyncIterable<string>): AsyncGenerator<Row | Fault> {
  let columns: readonly string[] | undefined
  for await (const record of csvRecords(texts)) {
    if (!columns) {
      columns = readHeader(name, record)
      yield* sameNames(columns, record.position)
    } else if ('code' in record) yield record
    else
      yield makeRow(
        record.position,
        columns.map((column, at) => [column, record.cells[at]!] as const),
      )
  }
  if (!columns) throw new CatalogueError('empty', { name })
}

/** Each entry takes one of the columns, and the others go unread. */
function* sameNames(columns: readonly string[], position: number): Generator<Fault> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const column of columns) (seen.has(column) ? again : seen).add(column)
  const names = [...again].slice(0, SHOWN).join('、')
  if (again.size > 0) yield { position, code: 'bad-record', ...told('sameColumn', { names }) }
}

function readHeader(name: string, record: CsvRecord | Fault): readonly string[] {
  const cells = 'cells' in record ? record.cells : []
  const columns = cells.map((cell, at) => columnName(cell) || `第 ${at + 1} 欄`)
  if (columns.includes(COLUMNS.id)) return columns
  const found = cells.join('、')
  const excerpt = found.length > 200 ? `${found.slice(0, 200)}…` : found
  throw new CatalogueError('no-id-header', {
    name,
    line: record.position,
    column: COLUMNS.id,
    found: excerpt || told('unreadableHeader'),
  })
}
