import { formatIso, parseDate } from '../core/calendar.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { SUPPLEMENT } from '../core/export-row.ts'
import { admit, type Draft } from './admit.ts'
import { splitResources } from './resources.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, isBlank, KNOWN } from './row.ts'
import { supplemented } from './supplement.ts'
import { told } from './told.ts'

/** Rows of an export as entries; what could not be read is passed on as a problem. */
export const toEntries = (source: string, rows: AsyncIterable<Row | Fault>): AsyncGenerator<CatalogueEntry> =>
  admit(source, drafts(rows))

async function* drafts(rows: AsyncIterable<Row | Fault>): AsyncGenerator<Draft | Fault> {
  for await (const row of rows) {
    if ('code' in row) yield row
    else if (!isBlank(row)) yield WITHDRAWN.test(cell(row, 'change')) ? withdrawn(row) : draftOf(row)
  }
}

type CellName = keyof typeof COLUMNS
const cell = (row: Row, name: CellName): string => row.cells.get(COLUMNS[name])?.trim() ?? ''

/** As the portal writes it, and as tw-odc's notes do. */
const WITHDRAWN = /下架|刪除|移除/

/** What the portal has taken down is no longer the agency's to score, and its links may well be dead. */
const withdrawn = (row: Row): Fault => ({
  position: row.position,
  code: 'withdrawn',
  ...told('withdrawn', { id: cell(row, 'id'), title: cell(row, 'title'), change: cell(row, 'change') }),
})

function draftOf(row: Row): Draft {
  const { position } = row
  const exported = supplemented(row)
  if (exported) return { dataset: { ...exported, position } }
  const id = cell(row, 'id')
  const split = splitResources(cell(row, 'urls'), cell(row, 'formats'), cell(row, 'encodings'))
  const { mismatch } = split
  // The file of a day's changes leaves the format out, whatever the agency has claimed.
  const untold = cell(row, 'change') !== '' && cell(row, 'formats') === ''
  const resources = untold ? split.resources.map(({ format, ...resource }) => resource) : split.resources
  const issued = isoDate(cell(row, 'issued'))
  const modified = isoDate(cell(row, 'modified'))
  const fields = cell(row, 'fields')
  const updateFrequency = cell(row, 'updateFrequency')
  const [name, phone] = [cell(row, 'contactName'), cell(row, 'contactPhone')]
  const portalBadge = cell(row, 'portalBadge')
  const unread = [
    ...(issued ? [] : [COLUMNS.issued]),
    ...(modified ? [] : [COLUMNS.modified]),
    COLUMNS.change,
    ...COUNTS.filter((name) => countOf(row, name) === undefined).map((name) => COLUMNS[name]),
  ]
  const dataset = {
    id,
    title: cell(row, 'title'),
    publisher: cell(row, 'publisher'),
    // Empty is a claim not made, which costs; a file checked without a catalogue leaves these out.
    fields,
    updateFrequency,
    ...(issued && { issued }),
    ...(modified && { modified }),
    ...((name || phone) && { contact: { ...(name && { name }), ...(phone && { phone }) } }),
    ...(portalBadge && { portalBadge }),
    ...counts(row),
    resources,
    extra: extra(row, new Set(unread)),
    ...blank(row, untold ? COLUMNS.formats : SUPPLEMENT),
    position,
  }
  if (!mismatch) return { dataset }
  return {
    dataset,
    faults: [{ position, code: 'resource-count', ...told('mismatch', { id, why: mismatch }) }],
  }
}

const COUNTS = ['views', 'downloads', 'rating'] as const

function countOf(row: Row, name: (typeof COUNTS)[number]): number | undefined {
  const text = cell(row, name).replaceAll(',', '')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

const counts = (row: Row): Partial<Record<(typeof COUNTS)[number], number>> =>
  Object.fromEntries(
    COUNTS.flatMap((name) => {
      const count = countOf(row, name)
      return count === undefined ? [] : [[name, count]]
    }),
  )

/** Undefined for a date that cannot be read. */
function isoDate(text: string): string | undefined {
  const ms = parseDate(text)
  return ms === undefined ? undefined : formatIso(ms)
}

/** Filled cells that found no place in the dataset. */
function extra(row: Row, unread: ReadonlySet<string>): Readonly<Record<string, string>> {
  const kept = [...row.cells].filter(
    ([column, value]) =>
      value.trim() !== '' && column !== SUPPLEMENT && (!KNOWN.has(column) || unread.has(column)),
  )
  return Object.fromEntries(kept)
}

function blank(row: Row, besides: string): { readonly blank?: readonly string[] } {
  const names = [...row.cells].flatMap(([column, value]) =>
    value.trim() === '' && column !== SUPPLEMENT && column !== besides ? [column] : [],
  )
  return names.length > 0 ? { blank: names } : {}
}
