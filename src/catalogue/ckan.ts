import { parseDate } from '../core/calendar.ts'
import type { Resource } from '../core/catalogue.ts'
import { admit, type Draft } from './admit.ts'
import { claimed, dated, given, leftOver } from './claims.ts'
import { type Entry, entriesOf } from './elements.ts'
import { at, glimpse, isObject, type Json, textOf } from './glimpse.ts'
import { resolved } from './link.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { CatalogueSource } from './source.ts'
import { propertyOf } from './spellings.ts'
import { texts, wholeJson } from './texts.ts'
import { told } from './told.ts'

/** A dump of CKAN: `package_search`, `current_package_list_with_resources` or a bare list of packages. */
export const ckanSearch: Shape = {
  name: 'CKAN package_search',
  recognises: (start) => {
    const answer = glimpse(start)
    const found = at(answer, 'result', 'results') ?? at(answer, 'results') ?? at(answer, 'result') ?? answer
    return Array.isArray(found) && isPackage(found[0])
  },
  async *read(source, context) {
    yield* admit(source.name, drafts(entriesOf(source.name, texts(source, context), RESULTS, true), source))
  },
}

/** `package_show`: one package. */
export const ckanPackage: Shape = {
  name: 'CKAN package_show',
  recognises: (start) => {
    const answer = glimpse(start)
    return isPackage(at(answer, 'result')) || isPackage(answer)
  },
  async *read(source) {
    const answer = await wholeJson(source)
    const record = at(answer, 'result') ?? answer
    yield* admit(source.name, drafts(one(isObject(record) ? record : {}), source))
  },
}

const RESULTS = /^\s*(?:\[|\{[\s\S]*?"(?:results|result)"\s*:\s*\[)/

/** The beginning may end inside the first package. */
const isPackage = (value: unknown): boolean =>
  isObject(value) &&
  'id' in value &&
  ['resources', 'metadata_modified', 'metadata_created', 'owner_org', 'num_resources', 'extras'].some(
    (key) => key in value,
  )

async function* one(record: Json): AsyncGenerator<Entry> {
  yield { position: 1, record }
}

async function* drafts(
  entries: AsyncIterable<Entry | Fault>,
  source: CatalogueSource,
): AsyncGenerator<Draft | Fault> {
  for await (const entry of entries) yield 'code' in entry ? entry : ckanDraft(entry, source)
}

const USED = new Set([
  'id',
  'title',
  'organization',
  'metadata_created',
  'metadata_modified',
  'resources',
  'extras',
])

/** A package as a dataset. */
export function ckanDraft({ position, record }: Entry, source: CatalogueSource): Draft {
  const extras = extrasOf(record['extras'])
  const own = byProperty({ ...extras, ...record })
  const listed = Array.isArray(record['resources']) ? (record['resources'] as readonly unknown[]) : []
  const faults: Fault[] = []
  const id = textOf(record['id']) || textOf(record['name'])
  const resources = listed.flatMap((entry, index): Resource[] => {
    const url = textOf(at(entry, 'url'))
    if (isObject(entry) && url !== '') return [resourceOf(entry, index, resolved(url, source))]
    const why = told('noAddress', { id, nth: index + 1 })
    faults.push({ position, code: 'bad-record', ...why })
    return []
  })
  const fields = own['fields']
  const frequency = own['updateFrequency']
  const views = at(record, 'tracking_summary', 'total')
  const dataset = {
    id,
    title: textOf(record['title']) || textOf(record['name']),
    publisher:
      textOf(at(record, 'organization', 'title')) ||
      textOf(at(record, 'organization', 'name')) ||
      textOf(own['publisher']),
    // Kaohsiung's transfer to data.gov.tw fills this with its own name.
    ...(fields !== undefined && { fields: fields === 'fieldDescription' ? '' : fields }),
    ...(frequency !== undefined && { updateFrequency: frequency }),
    ...universal('issued', record['metadata_created']),
    ...universal('modified', record['metadata_modified']),
    ...(typeof views === 'number' && { views }),
    ...contactOf(record),
    resources,
    extra: { ...leftOver(record, USED), ...leftOver(extras, new Set()) },
    position,
  }
  return { dataset, faults }
}

function resourceOf(record: Json, index: number, url: string): Resource {
  const own = byProperty(record)
  return {
    id: textOf(record['id']) || String(index + 1),
    url,
    ...claimed('format', record, 'format'),
    ...(own['encoding'] !== undefined && { encoding: own['encoding'] }),
    ...(own['fields'] !== undefined && { fields: own['fields'] }),
    ...universal('modified', record['last_modified']),
    ...given('description', textOf(record['name']) || record['description']),
  }
}

/** `[{"key":"更新頻率","value":"每年"}]` or an object. */
function extrasOf(value: unknown): Json {
  if (isObject(value)) return value
  if (!Array.isArray(value)) return {}
  return Object.fromEntries(value.flatMap((pair) => [[textOf(at(pair, 'key')), at(pair, 'value')]]))
}

/** Texts under what their keys mean, in whatever spelling and language a portal has. */
function byProperty(record: Json): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [key, value] of Object.entries(record)) {
    const property = propertyOf(key)
    if (property !== undefined && typeof value !== 'object' && !found[property])
      found[property] = textOf(value)
  }
  return found
}

function contactOf(record: Json) {
  const name = textOf(record['maintainer']) || textOf(record['author'])
  return name === '' ? {} : { contact: { name } }
}

/** CKAN keeps UTC and does not write that down. */
const universal = <Key extends string>(key: Key, value: unknown) => {
  const text = textOf(value)
  return dated(key, parseDate(`${text}Z`) === undefined ? text : `${text}Z`)
}
