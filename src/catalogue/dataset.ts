import { formatIso, parseDate } from '../core/calendar.ts'
import type { CatalogueEntry, CatalogueProblem } from '../core/catalogue.ts'
import { splitResources } from './resources.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, isBlank, KNOWN } from './row.ts'

/** Rows as datasets, each after the problems it has; what could not be read is passed on as a problem. */
export async function* toEntries(
  source: string,
  rows: AsyncIterable<Row | Fault>,
): AsyncGenerator<CatalogueEntry> {
  const positions = new Map<string, number>()
  const problem = (fault: Fault): CatalogueProblem => ({ kind: 'catalogue-problem', source, ...fault })
  for await (const row of rows) {
    if ('code' in row) {
      yield problem(row)
      continue
    }
    if (isBlank(row)) continue
    const id = cell(row, 'id')
    const { position } = row
    const earlier = positions.get(id)
    if (id === '') {
      yield problem({ position, code: 'no-id', detail: `這一筆沒有「${COLUMNS.id}」，無法檢測` })
    } else if (earlier !== undefined) {
      const detail = `「${COLUMNS.id}」${id} 已在位置 ${earlier} 出現過，只採用先出現的一筆`
      yield problem({ position, code: 'duplicate-id', detail })
    } else {
      positions.set(id, position)
      yield* datasetOf(row, id, problem)
    }
  }
}

type CellName = keyof typeof COLUMNS
const cell = (row: Row, name: CellName): string => row.cells.get(COLUMNS[name])?.trim() ?? ''

function* datasetOf(
  row: Row,
  id: string,
  problem: (fault: Fault) => CatalogueProblem,
): Generator<CatalogueEntry> {
  const { position } = row
  const title = cell(row, 'title')
  const split = splitResources(cell(row, 'urls'), cell(row, 'formats'), cell(row, 'encodings'))
  const { resources, mismatch } = split
  if (title === '')
    yield problem({ position, code: 'no-title', detail: `資料集 ${id} 沒有「${COLUMNS.title}」` })
  if (resources.length === 0)
    yield problem({ position, code: 'no-resource', detail: `資料集 ${id} 沒有「${COLUMNS.urls}」` })
  if (mismatch) yield problem({ position, code: 'resource-count', detail: `資料集 ${id} 的${mismatch}` })

  const issued = isoDate(cell(row, 'issued'))
  const modified = isoDate(cell(row, 'modified'))
  const fields = cell(row, 'fields')
  const updateFrequency = cell(row, 'updateFrequency')
  const [name, phone] = [cell(row, 'contactName'), cell(row, 'contactPhone')]
  const unread = [...(issued ? [] : [COLUMNS.issued]), ...(modified ? [] : [COLUMNS.modified])]
  const dataset = {
    id,
    title,
    publisher: cell(row, 'publisher'),
    // Empty is a claim not made, which costs; a file checked without a catalogue leaves these out.
    fields,
    updateFrequency,
    ...(issued && { issued }),
    ...(modified && { modified }),
    ...((name || phone) && { contact: { ...(name && { name }), ...(phone && { phone }) } }),
    resources,
    extra: extra(row, new Set(unread)),
    position,
  }
  yield { kind: 'dataset', dataset }
}

/** Undefined for a date that cannot be read. */
function isoDate(text: string): string | undefined {
  const ms = parseDate(text)
  return ms === undefined ? undefined : formatIso(ms)
}

/** Filled cells that found no place in the dataset. */
function extra(row: Row, unread: ReadonlySet<string>): Readonly<Record<string, string>> {
  const kept = [...row.cells].filter(
    ([column, value]) => value.trim() !== '' && (!KNOWN.has(column) || unread.has(column)),
  )
  return Object.fromEntries(kept)
}
