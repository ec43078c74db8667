import type { Dataset, Resource } from '../core/catalogue.ts'
import { METADATA_FIELDS } from '../core/metadata-standard.ts'
import { admit, type Draft } from './admit.ts'
import { at, glimpse, isObject, type Json, textOf } from './glimpse.ts'
import { moment } from './moment.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import { wholeJson } from './texts.ts'
import { told } from './told.ts'

const DATASET_PLACES = new Set([
  'identifier',
  'title',
  'publisher',
  'fieldDescription',
  'accrualPeriodicity',
  'issued',
  'modified',
  'publisherContactName',
  'publisherContactPhone',
  'distribution',
])

const RESOURCE_FIELDS = ['fieldDescription', 'resourceField', 'resourceFieldDescription', 'fields']

/** Whether a JSON object speaks of a dataset in the words of 資料集詮釋資料標準規範. */
export const isStandard = (value: unknown): value is Json =>
  isObject(value) &&
  ['title', 'distribution', 'fieldDescription', 'accrualPeriodicity'].filter((name) => name in value)
    .length >= 2

/** Such a dataset by itself, in `{success, result}`, or a list of them. */
export const standardCatalogue: Shape = {
  name: 'metadata-standard',
  recognises: (start) => {
    const [first] = listOf(glimpse(start))
    return (
      isStandard(first) &&
      'distribution' in first &&
      ['fieldDescription', 'categoryCode'].some((name) => name in first)
    )
  },
  async *read(source) {
    yield* admit(source.name, drafts(listOf(await wholeJson(source))))
  },
}

function listOf(value: unknown): readonly unknown[] {
  const content = at(value, 'result') ?? value
  return Array.isArray(content) ? content : [content]
}

async function* drafts(list: readonly unknown[]): AsyncGenerator<Draft | Fault> {
  for (const [index, each] of list.entries()) {
    const position = index + 1
    if (isObject(each)) yield standardDraft(each, position)
    else
      yield { position, code: 'bad-row', ...told('notObject', { found: JSON.stringify(each).slice(0, 100) }) }
  }
}

/**
 * A dataset in the words of 資料集詮釋資料標準規範 (104-07). `locate` gives the address of a resource that has none
 * of its own.
 */
export function standardDraft(
  metadata: Json,
  position: number,
  locate: (resourceId: string) => string | undefined = () => undefined,
): Draft {
  const listed = metadata['distribution']
  const distribution = Array.isArray(listed) ? listed.filter(isObject) : isObject(listed) ? [listed] : []
  const id = textOf(metadata['identifier']) || textOf(metadata['datasetId'])
  const resources = distribution.flatMap((each, at) => resourceOf(each, at, locate))
  const dataset = {
    id,
    title: textOf(metadata['title']),
    publisher: textOf(metadata['publisher']) || textOf(metadata['organization']),
    fields: fieldsOf(metadata['fieldDescription']),
    updateFrequency: textOf(metadata['accrualPeriodicity']),
    ...dates(metadata),
    ...contact(metadata),
    resources,
    extra: extra(metadata),
    blank: blank(metadata, distribution),
    position,
  }
  const lost = distribution.length - resources.length
  const why = told('lostAddresses', { id, count: distribution.length, lost })
  const fault: Fault = { position, code: 'resource-count', ...why }
  return { dataset, ...(lost > 0 && { faults: [fault] }) }
}

function resourceOf(
  each: Json,
  at: number,
  locate: (resourceId: string) => string | undefined,
): readonly Resource[] {
  const written = textOf(each['resourceID']) || textOf(each['resourceId'])
  const url =
    textOf(each['downloadURL']) || textOf(each['accessURL']) || (written ? locate(written) : undefined)
  if (!url) return []
  const modified = moment(each['resourceModified'])
  const description = textOf(each['resourceDescription'])
  const fields = RESOURCE_FIELDS.map((name) => fieldsOf(each[name])).find((text) => text !== '')
  return [
    {
      id: written || String(at + 1),
      url,
      // Empty is a claim not made, which costs.
      format: textOf(each['format']),
      encoding: textOf(each['characterSetCode']),
      ...(fields && { fields }),
      ...(modified && { modified }),
      ...(description && { description }),
    },
  ]
}

/** A text, or a list of names or of objects with one. */
function fieldsOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value)
  const names = value.map((each) =>
    isObject(each) ? textOf(each['name'] ?? each['id'] ?? each['fieldName']) : textOf(each),
  )
  return names.filter((name) => name !== '').join('、')
}

function dates(metadata: Json): Pick<Dataset, 'issued' | 'modified'> {
  const [issued, modified] = [moment(metadata['issued']), moment(metadata['modified'])]
  return { ...(issued && { issued }), ...(modified && { modified }) }
}

function contact(metadata: Json): Pick<Dataset, 'contact'> {
  const name = textOf(metadata['publisherContactName'])
  const phone = textOf(metadata['publisherContactPhone'])
  return name || phone ? { contact: { ...(name && { name }), ...(phone && { phone }) } } : {}
}

/** What has no place of its own, and dates that could not be read. */
function extra(metadata: Json): Readonly<Record<string, string>> {
  const kept = Object.entries(metadata).flatMap(([name, value]): [string, string][] => {
    const unread = (name === 'issued' || name === 'modified') && moment(value) === undefined
    if (DATASET_PLACES.has(name) && !unread && name !== 'identifier') return []
    const text = Array.isArray(value)
      ? value.map(textOf).filter(Boolean).join('、')
      : isObject(value)
        ? JSON.stringify(value)
        : textOf(value)
    return text === '' ? [] : [[name, text]]
  })
  return Object.fromEntries(kept)
}

/** The standard's required fields that are not there: here every one of them ought to be. */
function blank(metadata: Json, distribution: readonly Json[]): readonly string[] {
  const empty = (value: unknown): boolean =>
    textOf(value) === '' && !isObject(value) && !(Array.isArray(value) && value.length > 0)
  return METADATA_FIELDS.flatMap(({ name, need, of }) => {
    const missing = of === 'dataset' ? empty(metadata[name]) : distribution.some((each) => empty(each[name]))
    return need === 'required' && missing ? [name] : []
  })
}
