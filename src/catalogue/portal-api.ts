import type { Resource } from '../core/catalogue.ts'
import { admit, type Draft } from './admit.ts'
import { dated, fieldList, given, leftOver } from './claims.ts'
import { at, glimpse, isObject, type Json, textOf } from './glimpse.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import { wholeJson } from './texts.ts'
import { told } from './told.ts'

/** One dataset of data.gov.tw's API, v2: `/api/v2/rest/dataset/{id}`. It alone gives 主要欄位說明 for each resource. */
export const portalApi: Shape = {
  name: 'data.gov.tw API v2',
  recognises: (start) => at(glimpse(start), 'result', 'datasetId') !== undefined,
  async *read(source) {
    const result = at(await wholeJson(source), 'result')
    yield* admit(source.name, drafts(isObject(result) ? result : {}))
  },
}

const USED = new Set([
  ...[
    'datasetId',
    'title',
    'dataProvider',
    'updateFrequency',
    'publishedDate',
    'modifiedDate',
    'distribution',
  ],
])
const USED_OF_RESOURCE = new Set([
  ...['resourceDescription', 'resourceField', 'resourceFormat', 'resourceCharacterEncoding'],
  'resourceDownloadUrl',
])

async function* drafts(result: Json): AsyncGenerator<Draft | Fault> {
  const distribution = result['distribution']
  const listed = Array.isArray(distribution) ? (distribution as readonly unknown[]) : []
  const faults: Fault[] = []
  const resources: Resource[] = []
  const extra = leftOver(result, USED)
  for (const [index, entry] of listed.entries()) {
    const url = textOf(at(entry, 'resourceDownloadUrl'))
    if (!isObject(entry) || url === '') {
      const why = told('noAddress', { id: textOf(result['datasetId']), nth: index + 1 })
      faults.push({ position: 1, code: 'bad-record', ...why })
      continue
    }
    resources.push({
      id: String(index + 1),
      url,
      format: textOf(entry['resourceFormat']),
      encoding: textOf(entry['resourceCharacterEncoding']),
      fields: fieldsOf(entry['resourceField']),
      ...given('description', entry['resourceDescription']),
    })
    Object.assign(extra, leftOver(entry, USED_OF_RESOURCE, `distribution[${index + 1}].`))
  }
  const dataset = {
    id: textOf(result['datasetId']),
    title: textOf(result['title']),
    publisher: textOf(result['dataProvider']),
    updateFrequency: frequencyOf(result['updateFrequency']),
    ...dated('issued', result['publishedDate']),
    ...dated('modified', result['modifiedDate']),
    resources,
    extra,
    position: 1,
  }
  yield { dataset, faults }
}

/** `Date,PMI,NMI` as it is, or the names of `[{"name":"西元日期"},…]`. */
const fieldsOf = (value: unknown): string =>
  Array.isArray(value)
    ? fieldList(value.map((field) => textOf(at(field, 'name')) || textOf(field)))
    : textOf(value)

/** An object on read, a string on write. */
function frequencyOf(value: unknown): string {
  if (!isObject(value)) return textOf(value)
  const [count, unit] = [textOf(value['Frequency']), textOf(value['unittime'])]
  if (unit !== '') return `每${count}${unit}`
  return textOf(value['regularupdate']) === '0' ? '不定期更新' : ''
}
