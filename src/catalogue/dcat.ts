import type { Resource } from '../core/catalogue.ts'
import { formatName, formatNamed } from '../core/format.ts'
import { formatOfType } from '../core/media-type.ts'
import { admit, type Draft } from './admit.ts'
import { CatalogueError } from './catalogue-error.ts'
import { dated, given, leftOver } from './claims.ts'
import { type Entry, entriesOf } from './elements.ts'
import { frequencyWords } from './frequency.ts'
import { glimpse, isObject, type Json, textOf } from './glimpse.ts'
import { resolved } from './link.ts'
import { wordOf } from './linked-data.ts'
import { linkedEntries } from './linked-pages.ts'
import { rdfNodes } from './rdf-xml.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { CatalogueSource } from './source.ts'
import { texts, wholeJson, wholeText } from './texts.ts'
import { told } from './told.ts'

/** data.json of the Project Open Data schema 1.1: DCAT as plain JSON, read one dataset at a time. */
export const dataJson: Shape = {
  name: 'data.json 1.1',
  recognises: (start) => {
    const catalogue = glimpse(start)
    return isObject(catalogue) && !('@graph' in catalogue) && Array.isArray(catalogue['dataset'])
  },
  async *read(source, context) {
    yield* admit(source.name, drafts(entriesOf(source.name, texts(source, context), DATASETS, true), source))
  },
}

const DATASETS = /^\s*\{[\s\S]*?"dataset"\s*:\s*\[/

/** DCAT-AP as JSON-LD: a graph of nodes, nested nodes, or anything between. */
export const dcatJsonLd: Shape = {
  name: 'DCAT JSON-LD',
  recognises: (start) =>
    /^[[{]/.test(start) &&
    /"@(?:graph|type|id|context)"/.test(start) &&
    /dcat|w3\.org\/ns\/dcat/i.test(start),
  async *read(source, { ask }) {
    yield* admit(source.name, drafts(linkedEntries(source, wholeJson, ask), source))
  },
}

/** DCAT as RDF/XML, as most portals serve it at `catalog.rdf` or `catalog.xml`. */
export const dcatRdfXml: Shape = {
  name: 'DCAT RDF/XML',
  recognises: (start) => start.startsWith('<') && RDF.test(start) && /w3\.org\/ns\/dcat/i.test(start),
  async *read(source, { ask }) {
    const read = async (page: CatalogueSource) => rdfNodes(page.name, await wholeText(page))
    yield* admit(source.name, drafts(linkedEntries(source, read, ask), source))
  },
}

const RDF = /w3\.org\/1999\/02\/22-rdf-syntax-ns/

/** Known, so that the remedy can be told. */
export const turtle: Shape = {
  name: 'Turtle',
  recognises: (start) =>
    /^(?:#[^\n]*\n\s*)*(?:@prefix|@base|prefix)\s/i.test(start) && /w3\.org\/ns\/dcat/i.test(start),
  // biome-ignore lint/correctness/useYield: it only throws
  async *read({ name }) {
    throw new CatalogueError('turtle', { name })
  },
}

async function* drafts(
  entries: Iterable<Entry> | AsyncIterable<Entry | Fault>,
  source: CatalogueSource,
): AsyncGenerator<Draft | Fault> {
  for await (const entry of entries) yield 'code' in entry ? entry : draftOf(entry, source)
}

const USED = new Set([
  ...['identifier', 'title', 'publisher', 'accrualPeriodicity', 'issued', 'modified', 'contactPoint'],
  ...['distribution', '@id', '@type'],
])

function draftOf({ position, record }: Entry, source: CatalogueSource): Draft {
  const id = wordOf(record['identifier']) || wordOf(record['@id'])
  const faults: Fault[] = []
  const distributions = [record['distribution'] ?? []].flat()
  const resources = distributions.flatMap((entry, index): Resource[] => {
    const distribution = isObject(entry) ? entry : {}
    const url = addressOf(distribution)
    if (url !== '') return [resourceOf(distribution, index, resolved(url, source))]
    faults.push({ position, code: 'bad-record', ...told('noPlace', { id, nth: index + 1 }) })
    return []
  })
  const frequency = wordOf(record['accrualPeriodicity'])
  const contact = record['contactPoint']
  const name = isObject(contact) ? wordOf(contact['fn']) || wordOf(contact['name']) : ''
  const publisher = record['publisher']
  const dataset = {
    id,
    title: wordOf(record['title']),
    publisher: isObject(publisher)
      ? wordOf(publisher['name']) || wordOf(publisher['@id'])
      : wordOf(publisher),
    ...(frequency !== '' && { updateFrequency: frequencyWords(frequency) }),
    ...dated('issued', wordOf(record['issued'])),
    ...dated('modified', wordOf(record['modified'])),
    ...(name !== '' && { contact: { name } }),
    resources,
    extra: leftOver(record, USED),
    position,
  }
  return { dataset, faults }
}

/** What can be downloaded; a page to start from when nothing else is given. */
const addressOf = (distribution: Json): string =>
  wordOf(distribution['downloadURL']) || wordOf(distribution['accessURL'])

function resourceOf(distribution: Json, index: number, url: string): Resource {
  const encoding = wordOf(distribution['characterEncoding'])
  return {
    id: String(index + 1),
    url,
    ...given('format', formatOf(distribution)),
    ...(encoding !== '' && { encoding }),
    ...dated('modified', wordOf(distribution['modified'])),
    ...given('description', wordOf(distribution['title']) || wordOf(distribution['description'])),
  }
}

/** `CSV`, `text/csv`, `…/file-type/CSV` or `…/media-types/text/csv`. */
function formatOf(distribution: Json): string {
  const [written, type] = [wordOf(distribution['format']), wordOf(distribution['mediaType'])]
  const name = written.replace(/^https?:.*\/(?=[^/]+$)/, '')
  if (formatNamed(name)) return name
  for (const each of [type, written]) {
    const format = formatOfType(each.replace(/^https?:.*\/media-types\//, '').toLowerCase())
    if (format) return formatName(format)
  }
  return name || textOf(type)
}
