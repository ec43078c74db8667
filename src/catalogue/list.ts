import { createHash } from 'node:crypto'
import { formatIso, parseDate } from '../core/calendar.ts'
import { hideSecrets } from '../core/secrets.ts'
import { admit, type Draft } from './admit.ts'
import { csvRecords } from './csv-records.ts'
import { entriesOf } from './elements.ts'
import { glimpse, isObject, isTooDeep, type Json, textOf } from './glimpse.ts'
import { lines } from './lines.ts'
import { resolved } from './link.ts'
import { splitResources } from './resources.ts'
import { COLUMNS, columnName, type Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { CatalogueSource } from './source.ts'
import { type Property, propertyOf } from './spellings.ts'
import { texts } from './texts.ts'
import { told } from './told.ts'

/** Entries of a list, whatever its notation: values by column. */
interface Listed {
  readonly position: number
  readonly cells: Readonly<Record<string, string>>
}

type Entries = AsyncIterable<Listed | Fault>

const list = (name: string, recognises: (start: string) => boolean, entries: Reader): Shape => ({
  name,
  recognises,
  async *read(source, context) {
    yield* admit(source.name, drafts(entries(source.name, texts(source, context)), source))
  },
})
type Reader = (name: string, source: AsyncGenerator<string>) => Entries

const names = (columns: readonly string[], property: Property): boolean =>
  columns.some((column) => propertyOf(column) === property)

/** An export of data.gov.tw has rules of its own. */
const isList = (columns: readonly string[]): boolean =>
  names(columns, 'url') && !columns.some((column) => columnName(column) === COLUMNS.id)

const headerOf = (start: string, delimiter: string): readonly string[] =>
  (/^[^\r\n]*/.exec(start)?.[0] ?? '').split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))

export const csvList = list('a list as CSV', (start) => isList(headerOf(start, ',')), tableOf(','))
export const tsvList = list(
  'a list as TSV',
  (start) => start.includes('\t') && isList(headerOf(start, '\t')),
  tableOf('\t'),
)

export const jsonList = list(
  'a list as JSON',
  (start) => {
    const value = glimpse(start)
    const first: unknown = Array.isArray(value) ? value[0] : undefined
    return isObject(first) && isList(Object.keys(first))
  },
  async function* (name, source) {
    for await (const entry of entriesOf(name, source, /^\s*\[/))
      yield 'code' in entry ? entry : { position: entry.position, cells: cellsOf(entry.record) }
  },
)

export const lineList = list(
  'a list as NDJSON',
  (start) => {
    const first = parsed(start.split('\n', 1)[0] ?? '')
    return isObject(first) && isList(Object.keys(first))
  },
  async function* (_, source) {
    for await (const { text, number, tooLong } of lines(source, 1 << 20)) {
      if (text.trim() === '' && !tooLong) continue
      const record = tooLong ? undefined : parsed(text)
      if (isObject(record)) yield { position: number, cells: cellsOf(record) }
      else yield { position: number, code: 'bad-row', ...told('notJsonLine', { found: text.slice(0, 100) }) }
    }
  },
)

/** One address to a line, nothing else. */
export const addressList = list(
  'a list of addresses',
  (start) => /^https?:\/\/\S+[ \t]*(?:\r?\n|$)/i.test(start),
  async function* (_, source) {
    for await (const { text, number } of lines(source, 1 << 16))
      if (text.trim() !== '' && !text.startsWith('#')) yield { position: number, cells: { url: text.trim() } }
  },
)

function parsed(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Who asked says that this line is no JSON.
    return undefined
  }
}

const cellsOf = (record: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map(textOf).join(propertyOf(key) === 'fields' ? '、' : ';')
        : textOf(value),
    ]),
  )

function tableOf(delimiter: ',' | '\t'): Reader {
  return async function* (_, source) {
    let columns: readonly string[] | undefined
    for await (const record of csvRecords(source, delimiter)) {
      if ('code' in record) yield record
      else if (columns) {
        const cells = Object.fromEntries(columns.map((column, at) => [column, record.cells[at] ?? '']))
        yield { position: record.position, cells }
      } else columns = record.cells
    }
  }
}

async function* drafts(entries: Entries, source: CatalogueSource): AsyncGenerator<Draft | Fault> {
  for await (const entry of entries) yield 'code' in entry ? entry : draftOf(entry, source)
}

function draftOf({ position, cells }: Listed, source: CatalogueSource): Draft | Fault {
  const own: Partial<Record<Property, string>> = {}
  const extra: Record<string, string> = {}
  for (const [column, value] of Object.entries(cells)) {
    const property = propertyOf(column)
    if (property !== undefined && !own[property]) own[property] = value.trim()
    else if (value.trim() !== '') extra[column] = value
  }
  const split = splitResources(own.url ?? '', own.format ?? '', own.encoding ?? '')
  const changed = date(own.dataModified)
  const resources = split.resources.map(({ format, encoding, ...resource }) => ({
    ...resource,
    url: resolved(resource.url, source),
    // A column that is not there claims nothing; an empty cell is a claim not made.
    ...(own.format !== undefined && format !== undefined && { format }),
    ...(own.encoding !== undefined && encoding !== undefined && { encoding }),
    ...(changed !== undefined && { modified: changed }),
    ...(own.description && { description: own.description }),
  }))
  const [url = ''] = resources.map((resource) => hideSecrets(resource.url))
  // An id is not asked of a list: its address does for one.
  if (url === '' && !own.id)
    return { position, code: 'no-resource', ...told('noListed', { title: own.title ?? '' }) }
  const [issued, modified] = [date(own.issued), date(own.modified)]
  const { contact: name, phone } = own
  const dataset = {
    id: own.id || shortId(url),
    title: own.title || url,
    publisher: own.publisher ?? '',
    ...(own.fields !== undefined && { fields: own.fields }),
    ...(own.updateFrequency !== undefined && { updateFrequency: own.updateFrequency }),
    ...(issued !== undefined && { issued }),
    ...(modified !== undefined && { modified }),
    ...(own.portalBadge && { portalBadge: own.portalBadge }),
    ...((name || phone) && { contact: { ...(name && { name }), ...(phone && { phone }) } }),
    resources,
    extra,
    position,
  }
  const { mismatch: why } = split
  const faults: Fault[] = why
    ? [{ position, code: 'resource-count', ...told('mismatch', { id: dataset.id, why }) }]
    : []
  return { dataset, faults }
}

/** A long address is no id that one can give to `--id`. */
const shortId = (url: string): string =>
  url.length <= 60 ? url : `${url.slice(0, 48)}…${createHash('sha256').update(url).digest('hex').slice(0, 8)}`

function date(text: string | undefined): string | undefined {
  const ms = parseDate(text ?? '')
  return ms === undefined ? undefined : formatIso(ms)
}
