import { createHash } from 'node:crypto'
import type { ArtifactName, Inspection } from '../core/artifacts.ts'
import { formatName } from '../core/format.ts'
import type { ServiceAnswer, ServiceDump } from '../core/service.ts'
import type { Source } from './source.ts'

/** What {@link serviceAnswer} and {@link serviceDump} want to be inspected. */
export const SERVICE_NEEDS: ReadonlySet<ArtifactName> = new Set([
  'bytes',
  'text',
  'table',
  'tree',
  'shape',
  'archive',
])

/** A page of a few records is parsed to compare them; more than this is no page. */
const MAX_PARSED = 4 * 2 ** 20
const MAX_DIGESTS = 10
const MAX_FIELDS = 500

/** What an answer of a data service holds. */
export async function serviceAnswer({ content }: Inspection, source: Source): Promise<ServiceAnswer> {
  const tree = content.tree.seen && content.tree.value.syntax === 'json' ? content.tree.value : undefined
  const detail = tree?.messages[0]
  const nothing = { count: 0, fields: [], digests: [], ...(detail !== undefined && { detail }) }
  if (!tree || tree.fault) return { ...nothing, kind: 'no-data', detail: wordsOf(content) }
  const { records } = tree
  if (tree.success === false || (!records?.count && tree.messages.length > 0))
    return { ...nothing, kind: 'refused' }
  const bare = tree.rootKind === 'array' && !records
  if (!records && !bare) return { ...nothing, kind: 'no-data' }
  const parsed = await parse(content, source)
  const total = totalIn(parsed)
  return {
    kind: records?.count ? 'records' : 'empty',
    count: records?.count ?? 0,
    fields: records?.fields.slice(0, MAX_FIELDS).map(({ name }) => name) ?? [],
    digests: digestsOf(parsed, records?.path ?? '$'),
    ...(total !== undefined && { total }),
  }
}

/** What a dump holds: by the manual one CSV in a ZIP; several are added up. */
export function serviceDump(inspection: Inspection): Omit<ServiceDump, 'last' | 'beyond'> {
  const { content, parts = [] } = inspection
  const nothing = { rows: 0, fields: [] }
  const format = content.bytes.seen ? content.bytes.value.format : undefined
  const named = format ? formatName(format) : ''
  if (format !== 'zip') return { ...nothing, kind: 'other', detail: named }
  const tables = parts.flatMap((part) => (part.content.table.seen ? [part] : []))
  const [first] = tables
  if (!first) return { ...nothing, kind: 'zip', detail: parts.map(({ member }) => member ?? '').join('、') }
  let rows = 0
  for (const { content } of tables) rows += rowsOf(content.table)
  return { kind: 'csv-in-zip', detail: first.member ?? '', rows, fields: namesOf(first) }
}

function rowsOf(table: Inspection['content']['table']): number {
  if (!table.seen) return 0
  const { rows, blankRows, trailing } = table.value
  // One line is the header.
  return Math.max(0, rows - blankRows - trailing.rows - 1)
}

const namesOf = ({ content: { table } }: Inspection): readonly string[] =>
  table.seen
    ? (table.value.names.get(1) ?? table.value.head[0]?.cells ?? [])
        .slice(0, MAX_FIELDS)
        .map((name) => name.trim())
    : []

const wordsOf = ({ bytes, shape }: Inspection['content']): string => {
  if (shape.seen && shape.value.kind === 'page') return shape.value.page.title || shape.value.page.words
  if (shape.seen && shape.value.kind === 'text') return shape.value.words
  return bytes.seen ? formatName(bytes.value.format) : ''
}

/** The document itself; undefined for what inspection did not read to its end as UTF-8. */
async function parse({ tree, text }: Inspection['content'], source: Source): Promise<unknown> {
  if (!tree.seen || !tree.whole || source.size > MAX_PARSED) return undefined
  const encoding = text.seen ? text.value.encoding : undefined
  if (encoding !== 'UTF-8' && encoding !== 'ASCII') return undefined
  const bytes = await source.read(0, source.size)
  return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
}

type Node = Readonly<Record<string, unknown>>

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Node)[key] : undefined

function digestsOf(document: unknown, path: string): readonly string[] {
  const list = path.split('.').slice(1).reduce(at, document)
  if (!Array.isArray(list)) return []
  return list
    .slice(0, MAX_DIGESTS)
    .map((record) => createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16))
}

/** `total` beside the records or one level up; a text in some places. */
function totalIn(document: unknown): number | undefined {
  for (const node of [document, at(document, 'result')])
    for (const name of ['total', 'Total', 'totalCount', 'count']) {
      const value = at(node, name)
      if ((typeof value === 'number' || typeof value === 'string') && /^\d{1,15}$/.test(String(value)))
        return Number(value)
    }
  return undefined
}
