import type { Check, Context } from '../context.ts'
import { below, fieldsOf, isObject, own } from '../pointer.ts'
import { operationsOf, parametersOf } from './parameters.ts'

const EXPRESSION = /\{([^{}]*)\}/g

/** Templates that differ in the names of their parameters only are one path; 2.0 does not say so. */
export const samePaths: Check = ({ version, root, fault }) => {
  if (version === '2.0') return
  const seen = new Map<string, string>()
  for (const [path] of fieldsOf(own(root, 'paths'))) {
    const shape = path.replace(EXPRESSION, '{}')
    const first = seen.get(shape)
    if (first === undefined) seen.set(shape, path)
    else fault(below('/paths', path), 'same-path', { path, first })
  }
}

/** Each expression has its path parameter, and each path parameter its expression. */
export const pathParameters: Check = (context) => {
  const { version, root, fault } = context
  const base = context.visits('document')[0]!.base
  for (const [path, value] of fieldsOf(own(root, 'paths'))) {
    if (!path.startsWith('/') || !isObject(value)) continue
    const pointer = below('/paths', path)
    const names = [...path.matchAll(EXPRESSION)].map(([, name]) => name!)
    const expressions = new Set(names)
    if (version === '3.2' && expressions.size < names.length) {
      const name = names.find((expression, n) => names.indexOf(expression) < n)!
      fault(pointer, 'repeated-expression', { name })
    }
    const items = itemsOf({ node: value, pointer, base }, context)
    if (!items) continue
    const shared = items.map((item) => parametersOf(item, context))
    const lists = [...shared]
    for (const operation of items.flatMap(operationsOf)) {
      const inner = parametersOf(operation, context)
      lists.push(inner)
      if (!inner.whole || shared.some(({ whole }) => !whole)) continue
      const given = new Set(
        [inner, ...shared].flatMap(({ list }) =>
          list.filter(({ place }) => place === 'path').map(({ name }) => name),
        ),
      )
      for (const name of expressions)
        if (!given.has(name)) fault(operation.pointer, 'missing-path-parameter', { name, path })
    }
    for (const parameter of lists.flatMap(({ list }) => list))
      if (parameter.place === 'path' && !expressions.has(parameter.name))
        fault(parameter.pointer, 'undeclared-path-parameter', { name: parameter.name, path })
  }
}

interface Item {
  readonly node: Readonly<Record<string, unknown>>
  readonly pointer: string
  readonly base: string
}

/** The path item and what its `$ref` adds; nothing when that is not here. */
function itemsOf(item: Item, { follow }: Context): readonly Item[] | undefined {
  if (typeof own(item.node, '$ref') !== 'string') return [item]
  const found = follow(item.node, item.base)
  if (found.state !== 'found' || !isObject(found.value)) return undefined
  return [item, { ...item, node: found.value, base: found.base }]
}
