import type { Content, Table, Tree } from './artifacts.ts'
import { TRIPLES } from './format.ts'

/** `uris`: each thing has an address of its own; `links`: and says what it is elsewhere. */
export type LinkedData = 'uris' | 'links'

/** Names with which linked data leads to other data. */
const LEADS_ON = /(?:^|[:/#])(?:sameAs|seeAlso|exactMatch|closeMatch)$/
const IDENTIFIER = /^(?:uri|iri|@id)$/i
const URI = /^https?:\/\/[^\s/]+\/\S+$/

/** Told by RDF/XML, JSON-LD, Turtle, N-Triples and columns called URI, the others in content that was read to its end. */
export function linkedDataOf({ bytes, shape }: Content): LinkedData | undefined {
  // That it is RDF and where it leads stands at its beginning: the rest need not be read.
  if (bytes.seen && TRIPLES.has(bytes.value.format))
    return shape.seen && shape.value.kind === 'text' && shape.value.leadsOn ? 'links' : 'uris'
  if (!shape.seen || !shape.whole) return undefined
  const { value } = shape
  if (value.kind === 'table') return identifies(value.table) ? 'uris' : undefined
  if (value.kind !== 'tree' || value.tree.fault) return undefined
  const names = [...value.tree.root, ...(value.tree.records?.fields.map(({ name }) => name) ?? [])]
  if (!isLinkedData(value.tree, names)) return undefined
  return names.some((name) => LEADS_ON.test(name)) ? 'links' : 'uris'
}

const isLinkedData = ({ syntax, root }: Tree, names: readonly string[]): boolean =>
  syntax === 'xml' ? root[0] === 'RDF' : names.includes('@id')

/** A column called URI, all of whose first values are ones, each another. */
function identifies({ head: [names, ...rows] }: Table): boolean {
  const column = names?.cells.findIndex((name) => IDENTIFIER.test(name.trim())) ?? -1
  if (column === -1 || rows.length === 0) return false
  const values = rows.map(({ cells }) => cells[column]?.trim() ?? '')
  return values.every((value) => URI.test(value)) && new Set(values).size === values.length
}
