import type { Content, Table, Tree } from './artifacts.ts'

/** `uris`: each thing has an address of its own; `links`: and says what it is elsewhere. */
export type LinkedData = 'uris' | 'links'

/** Names with which linked data leads to other data. */
const LEADS_ON = /(?:^|[:/#])(?:sameAs|seeAlso|exactMatch|closeMatch)$/
const IDENTIFIER = /^(?:uri|iri|@id)$/i
const URI = /^https?:\/\/[^\s/]+\/\S+$/
const TURTLE = /^(?:#.*\s+)*(?:@(?:prefix|base)\s|PREFIX\s+\w*:\s*<)/

/** Told by RDF/XML, JSON-LD, Turtle and columns called URI, in content that was read to its end. */
export function linkedDataOf({ shape }: Content): LinkedData | undefined {
  if (!shape.seen || !shape.whole) return undefined
  const { value } = shape
  if (value.kind === 'text') return TURTLE.test(value.words) ? 'uris' : undefined
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
