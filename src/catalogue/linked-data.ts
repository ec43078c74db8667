import type { Entry } from './elements.ts'
import { isObject, type Json, textOf } from './glimpse.ts'

/** Nodes inside each other: catalogue, dataset, distribution, and what those hold. */
const MAX_DEPTH = 12

/** Links that lead to parts of a dataset; others lead to the catalogue and from there to every dataset again. */
const PARTS = new Set(['distribution', 'publisher', 'contactPoint', 'format', 'mediaType'])

/**
 * The datasets of a JSON-LD document as plain objects: keys without their vocabulary (`dct:title` and
 * `http://purl.org/dc/terms/title` are `title`), links to nodes of the same document replaced by those nodes.
 * A reading of what catalogues write, not an implementation of JSON-LD: contexts are not fetched.
 */
export function plainNode(document: unknown): Entry[] {
  const nodes = new Map<string, Json>()
  const found: Json[] = []
  gather(document, nodes, found, 0)
  const seen = new Set<string>()
  return found
    .filter((node) => {
      const id = textOf(node['@id'])
      if (id === '' || !seen.has(id)) return !!seen.add(id)
      return false
    })
    .map((node, index) => ({ position: index + 1, record: plain(node, nodes, 0) }))
}

const local = (key: string): string => (key.startsWith('@') ? key : key.replace(/^.*[/#:]/, ''))

const isDataset = (node: Json): boolean =>
  [node['@type'] ?? []].flat().some((type) => /^dataset$/i.test(local(textOf(type))))

/** Every node that says something, by its id, and the datasets in the document's order. */
function gather(value: unknown, nodes: Map<string, Json>, found: Json[], depth: number): void {
  if (Array.isArray(value)) for (const each of value as readonly unknown[]) gather(each, nodes, found, depth)
  if (!isObject(value) || depth > MAX_DEPTH) return
  const id = textOf(value['@id'])
  if (id !== '' && Object.keys(value).length > 1) nodes.set(id, { ...nodes.get(id), ...value })
  if (isDataset(value)) found.push(value)
  for (const [key, inner] of Object.entries(value))
    if (key !== '@context') gather(inner, nodes, found, depth + 1)
}

function plain(node: Json, nodes: ReadonlyMap<string, Json>, depth: number): Json {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (!PARTS.has(local(key)) || depth > 2) return [local(key), value]
      const values = [value].flat().map((each) => {
        if (!isObject(each)) return each
        const linked = nodes.get(textOf(each['@id'])) ?? each
        return '@value' in each ? each : plain(linked, nodes, depth + 1)
      })
      return [local(key), values.length === 1 ? values[0] : values]
    }),
  )
}

/** One text of a value in several languages, Chinese before others; the address of a mere link. */
export function wordOf(value: unknown): string {
  const values = [value ?? []].flat()
  const chinese = values.find((each) => isObject(each) && /^zh/i.test(textOf(each['@language'])))
  const chosen = chinese ?? values[0]
  if (!isObject(chosen)) return textOf(chosen)
  const own = textOf(chosen['@value']) || textOf(chosen['@id'])
  if (own !== '') return own
  // Language maps: {"zh":"…","en":"…"}.
  const [, text] =
    Object.entries(chosen).find(([language]) => /^zh/i.test(language)) ?? Object.entries(chosen)[0] ?? []
  return textOf(text)
}
