import { CatalogueError } from './catalogue-error.ts'
import { toEntries } from './dataset.ts'
import { entriesOf } from './elements.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, columnName, isBlank, makeRow } from './row.ts'
import type { Shape } from './shapes.ts'
import { texts } from './texts.ts'
import { told } from './told.ts'

/** The data.gov.tw export as JSON, of the whole catalogue or of a day's changes. */
export const jsonExport: Shape = {
  name: 'data.gov.tw JSON',
  recognises: (start) => /^[[{]/.test(start),
  read: (source, context) => toEntries(source.name, jsonRows(source.name, texts(source, context))),
}

const ARRAY = /^\s*(?:\[|\{[\s\S]*?"(?:result|data|records)"\s*:\s*\[)/

/** Rows of a JSON export: an array of objects with the CSV's column names as keys, bare or in an envelope. */
export async function* jsonRows(name: string, texts: AsyncGenerator<string>): AsyncGenerator<Row | Fault> {
  let first = true
  for await (const entry of entriesOf(name, texts, ARRAY)) {
    if ('code' in entry) yield entry
    else {
      const cells = Object.entries(entry.record).map(
        ([key, value]) => [columnName(key), cellText(value)] as const,
      )
      const row = makeRow(entry.position, cells)
      if (isBlank(row)) {
        yield { position: entry.position, code: 'bad-row', ...told('emptyEntry') }
        continue
      }
      if (first) checkColumns(name, new Set(cells.map(([column]) => column)))
      first = false
      yield row
    }
  }
}

function checkColumns(name: string, columns: ReadonlySet<string>): void {
  if (columns.has(COLUMNS.id)) return
  const found = [...columns].join('、').slice(0, 200)
  throw new CatalogueError('no-id-key', { name, column: COLUMNS.id, found: found || told('noColumns') })
}

/** A cell as the CSV export would write it; a PHP date object keeps its zone when that is not Taipei's. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(cellText).join(';')
  if (!('date' in value)) return JSON.stringify(value)
  const zone = 'timezone' in value && value.timezone !== 'Asia/Taipei' ? String(value.timezone) : ''
  return `${cellText(value.date)}${zone === 'UTC' ? 'Z' : zone}`
}
