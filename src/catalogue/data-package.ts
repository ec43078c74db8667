import { createHash } from 'node:crypto'
import type { Resource } from '../core/catalogue.ts'
import { formatName } from '../core/format.ts'
import { formatOfType } from '../core/media-type.ts'
import { admit, type Draft } from './admit.ts'
import { dated, fieldList, given, leftOver } from './claims.ts'
import { at, glimpse, isObject, type Json, textOf } from './glimpse.ts'
import { packaged } from './link.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { CatalogueSource } from './source.ts'
import { wholeJson } from './texts.ts'
import { type Told, told } from './told.ts'

/** A Frictionless Data Package, which is one dataset; its files may lie beside it. */
export const dataPackage: Shape = {
  name: 'Frictionless Data Package',
  recognises: (start) => {
    const written = glimpse(start)
    const first = at(written, 'resources')
    if (!Array.isArray(first) || !isObject(written) || 'metadata_modified' in written) return false
    return (
      'profile' in written || '$schema' in written || first.length === 0 || /"(?:path|data)"\s*:/.test(start)
    )
  },
  async *read(source) {
    const written = await wholeJson(source)
    yield* admit(source.name, drafts(isObject(written) ? written : {}, source))
  },
}

const USED = new Set([
  'id',
  'name',
  'title',
  'created',
  'version',
  'contributors',
  'resources',
  'accrualPeriodicity',
])

async function* drafts(written: Json, source: CatalogueSource): AsyncGenerator<Draft | Fault> {
  const faults: Fault[] = []
  const resources: Resource[] = []
  const extra = leftOver(written, USED)
  const listed = Array.isArray(written['resources']) ? (written['resources'] as readonly unknown[]) : []
  for (const [index, entry] of listed.entries()) {
    const record = isObject(entry) ? entry : {}
    const name = textOf(record['name']) || String(index + 1)
    const fault = (why: Told, code: Fault['code'] = 'bad-record') =>
      faults.push({ position: index + 1, code, ...told('packaged', { name, why }) })
    const paths = [record['path'] ?? record['url'] ?? []].flat().map(textOf).filter(Boolean)
    if (paths.length > 1) fault(told('inPieces', { n: paths.length }))
    const [path] = paths
    if (path === undefined) {
      fault(told('data' in record ? 'inline' : 'noPath'))
      continue
    }
    const link = await packaged(path, source)
    if ('refused' in link) fault(link.refused, 'outside-folder')
    else resources.push({ ...resourceOf(record, index, path), ...link })
    if (record['dialect'] !== undefined)
      extra[`resources[${index + 1}].dialect`] = JSON.stringify(record['dialect'])
  }
  const [organisation] = [written['contributors'] ?? []].flat().filter(isObject)
  const dataset = {
    id: textOf(written['id']) || textOf(written['name']) || fingerprint(source),
    title: textOf(written['title']) || textOf(written['name']),
    publisher: textOf(at(organisation, 'organization')) || textOf(at(organisation, 'title')),
    ...given('updateFrequency', written['accrualPeriodicity']),
    ...dated('modified', written['created']),
    resources,
    extra,
    position: 1,
  }
  yield { dataset, faults }
}

/** The standard asks for no name. */
const fingerprint = ({ name }: CatalogueSource): string =>
  `datapackage-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`

function resourceOf(record: Json, index: number, path: string): Omit<Resource, 'url'> {
  const fields = at(record, 'schema', 'fields')
  const type = formatOfType(textOf(record['mediatype']))
  const format = textOf(record['format']) || (type && formatName(type)) || /\.(\w{2,8})$/.exec(path)?.[1]
  return {
    id: textOf(record['name']) || String(index + 1),
    ...given('format', format?.toUpperCase()),
    // What the standard says of a package that is silent.
    encoding: textOf(record['encoding']) || 'UTF-8',
    ...(Array.isArray(fields) && { fields: fieldList(fields.map((field) => textOf(at(field, 'name')))) }),
    ...given('description', textOf(record['title']) || record['description']),
  }
}
