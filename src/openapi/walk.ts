import { type Grammar, type Kind, OPENAPI, type Shape, SWAGGER } from './grammar.ts'
import { below, type Fields, fieldsOf, isObject, own } from './pointer.ts'
import type { Version } from './version.ts'

export interface Visit {
  readonly kind: Kind
  readonly node: Fields
  readonly pointer: string
  /** What relative references in it are relative to. */
  readonly base: string
  /** What it stands in; the document stands in nothing. */
  readonly parent?: Kind
}

/** Where a document is that does not say so: references to anything else lead out of it. */
const NOWHERE = 'https://document.invalid/document'

/** Every object of a known kind, by kind; what is not where it should be is left to the schema. */
export function walk(root: Fields, version: Version): ReadonlyMap<Kind, readonly Visit[]> {
  const grammar = version === '2.0' ? SWAGGER : OPENAPI
  const modern = version === '3.1' || version === '3.2'
  const found = new Map<Kind, Visit[]>()
  const todo: Visit[] = []
  const meet = (kind: Kind, node: unknown, pointer: string, outer?: Visit) => {
    if (!isObject(node)) return
    const id = !outer ? own(node, '$self') : modern && kind === 'schema' ? own(node, '$id') : undefined
    const base = resolved(typeof id === 'string' ? id : '', outer?.base ?? NOWHERE)
    todo.push({ kind, node, pointer, base, ...(outer && { parent: outer.kind }) })
  }
  meet('document', root, '')
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const known = found.get(visit.kind)
    if (known) known.push(visit)
    else found.set(visit.kind, [visit])
    const reference = typeof own(visit.node, '$ref') === 'string'
    // Beside a `$ref` only path items, and schemas since 3.1, say more.
    if (reference && visit.kind !== 'pathItem' && !(modern && visit.kind === 'schema')) continue
    descend(visit, grammar, meet)
  }
  for (const visits of found.values()) visits.reverse()
  return found
}

function descend(
  visit: Visit,
  grammar: Grammar,
  meet: (kind: Kind, node: unknown, pointer: string, outer: Visit) => void,
): void {
  for (const [name, [shape, kind]] of Object.entries(grammar[visit.kind])) {
    const value = name === '' ? visit.node : own(visit.node, name)
    const pointer = name === '' ? visit.pointer : below(visit.pointer, name)
    if (value === undefined) continue
    if (Array.isArray(value))
      for (const [n, item] of value.entries()) meet(kind, item, below(pointer, n), visit)
    else if (shape === 'one') meet(kind, value, pointer, visit)
    else for (const [key, item] of entries(value, shape)) meet(kind, item, below(pointer, key), visit)
  }
}

const entries = (value: unknown, shape: Shape) =>
  shape === 'paths' ? fieldsOf(value) : isObject(value) ? Object.entries(value) : []

/** Absolute; what is no address stays what it is against. */
export function resolved(reference: string, base: string): string {
  return reference !== '' && URL.canParse(reference, base) ? new URL(reference, base).href : base
}
