import { SaxesParser } from 'saxes'
import { CatalogueError } from './catalogue-error.ts'
import type { Json } from './glimpse.ts'
import { told } from './told.ts'

/** Elements inside each other; a dataset with its distributions has a dozen. */
const MAX_DEPTH = 64

type Node = Record<string, unknown>

/** Elements of RDF/XML come in turns: a node, its properties, their nodes. */
type Open =
  | { readonly kind: 'node'; readonly node: Node }
  | {
      readonly kind: 'property'
      readonly name: string
      readonly of: Node
      readonly values: unknown[]
      readonly language?: string
      text: string
    }

const RDF_NAMESPACE = /w3\.org\/1999\/02\/22-rdf-syntax-ns/
const RDF = /(?:^|:)RDF$/
/** Namespaces are often short names of the document's own; what refers to others, or is long, is none of these. */
const ENTITY = /<!ENTITY\s+([\w.-]{1,30})\s+["']([^&<"']{1,200})["']\s*>/g
const doctypeOf = (text: string): string => /<!DOCTYPE[^[]{0,200}\[([^\]]{0,8000})\]/.exec(text)?.[1] ?? ''

const DESCRIPTION = /(?:^|:)Description$/

/**
 * The nodes of an RDF/XML document in the way of JSON-LD: `@id`, `@type`, and lists of values by property. Names keep
 * their prefixes; relative addresses stay as they are. @throws {CatalogueError} for what is no XML.
 */
export function rdfNodes(name: string, text: string): readonly Json[] {
  if (!RDF_NAMESPACE.test(text)) throw new CatalogueError('bad-xml', { name, detail: told('notRdf') })
  const nodes: Node[] = []
  const open: Open[] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  for (const [, entity = '', value = ''] of doctypeOf(text).matchAll(ENTITY))
    parser.ENTITIES[entity] ??= value
  parser.on('opentag', ({ name: tag, attributes }) => {
    const parent = open.at(-1)
    if (open.length >= MAX_DEPTH) throw new Error(`> ${MAX_DEPTH} levels`)
    if (parent?.kind === 'node') return void open.push(propertyOf(tag, attributes, parent.node))
    if (!parent && RDF.test(tag)) return
    const node = nodeOf(tag, attributes)
    if (parent) parent.values.push(node)
    else nodes.push(node)
    open.push({ kind: 'node', node })
  })
  for (const kind of ['text', 'cdata'] as const)
    parser.on(kind, (piece) => {
      const last = open.at(-1)
      if (last?.kind === 'property') last.text += piece
    })
  parser.on('closetag', () => {
    const last = open.pop()
    if (last?.kind === 'property') settle(last)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    throw new CatalogueError('bad-xml', { name, detail: (error as Error).message }, { cause: error })
  }
  return nodes
}

type Attributes = Readonly<Record<string, string>>

function nodeOf(tag: string, attributes: Attributes): Node {
  const node: Node = {}
  if (!DESCRIPTION.test(tag)) node['@type'] = [tag]
  for (const [key, value] of Object.entries(attributes)) {
    if (/^(?:rdf:)?(?:about|nodeID|ID)$/.test(key))
      node['@id'] = key.endsWith('nodeID') ? `_:${value}` : value
    // Properties may stand as attributes.
    else if (!/^xml|^rdf:/.test(key)) node[key] = [value]
  }
  return node
}

function propertyOf(name: string, attributes: Attributes, of: Node): Open {
  const to = attributes['rdf:resource'] ?? attributes['resource']
  const blank = attributes['rdf:nodeID']
  const language = attributes['xml:lang']
  const values: unknown[] =
    to !== undefined ? [{ '@id': to }] : blank !== undefined ? [{ '@id': `_:${blank}` }] : []
  if (attributes['rdf:parseType'] === 'Resource') {
    // The node between is left out.
    const node: Node = {}
    add(of, name, node)
    return { kind: 'node', node }
  }
  return { kind: 'property', name, of, values, text: '', ...(language !== undefined && { language }) }
}

function settle({ name, of, values, text, language }: Open & { kind: 'property' }): void {
  if (values.length === 0)
    values.push(language === undefined ? text.trim() : { '@language': language, '@value': text.trim() })
  for (const value of values) {
    const link = (value as Node)['@id']
    if (/(?:^|:)type$/.test(name) && link !== undefined) add(of, '@type', link)
    else add(of, name, value)
  }
}

function add(node: Node, key: string, value: unknown): void {
  const before = node[key]
  if (Array.isArray(before)) before.push(value)
  else node[key] = [value]
}
