import type { Kind } from './grammar.ts'
import { type Fields, isObject, own, valueAt } from './pointer.ts'
import type { Visit } from './walk.ts'

export type Found =
  | { readonly state: 'found'; readonly value: unknown; readonly base: string }
  | { readonly state: 'missing' | 'external' | 'circular' }

export interface Resolver {
  resolve(reference: string, base: string): Found
  /** Through references to references. */
  follow(node: Fields, base: string): Found
}

/** Resolves what is inside this document; nothing is fetched. */
export function resolver(visits: ReadonlyMap<Kind, readonly Visit[]>, modern: boolean): Resolver {
  const resources = new Map<string, unknown>()
  const anchors = new Map<string, unknown>()
  for (const { node, base } of visits.get('document') ?? []) resources.set(withoutFragment(base), node)
  for (const { node, base } of modern ? (visits.get('schema') ?? []) : []) {
    if (typeof own(node, '$id') === 'string') resources.set(withoutFragment(base), node)
    for (const anchor of [own(node, '$anchor'), own(node, '$dynamicAnchor')])
      if (typeof anchor === 'string') anchors.set(`${withoutFragment(base)}#${anchor}`, node)
  }

  function resolve(reference: string, base: string): Found {
    if (!URL.canParse(reference, base)) return { state: reference.startsWith('#') ? 'missing' : 'external' }
    const target = new URL(reference, base).href
    const resource = withoutFragment(target)
    if (!resources.has(resource)) return { state: 'external' }
    const fragment = decoded(target.slice(resource.length + 1))
    const value =
      fragment === ''
        ? resources.get(resource)
        : fragment?.startsWith('/')
          ? valueAt(resources.get(resource), fragment)
          : anchors.get(`${resource}#${fragment}`)
    return value === undefined ? { state: 'missing' } : { state: 'found', value, base: resource }
  }

  function follow(node: Fields, base: string): Found {
    let found: Found = { state: 'found', value: node, base }
    const seen = new Set<unknown>()
    while (found.state === 'found' && isObject(found.value)) {
      const reference: unknown = own(found.value, '$ref')
      if (typeof reference !== 'string') break
      if (seen.has(found.value)) return { state: 'circular' }
      seen.add(found.value)
      found = resolve(reference, found.base)
    }
    return found
  }
  return { resolve, follow }
}

const withoutFragment = (address: string): string => address.split('#', 1)[0]!

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
