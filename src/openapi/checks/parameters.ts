import type { Check, Context } from '../context.ts'
import { below, isObject, listOf, own } from '../pointer.ts'
import type { Visit } from '../walk.ts'

export interface Parameter {
  readonly name: string
  readonly place: string
  readonly pointer: string
}

/** The parameters of a path item or an operation; `whole: false` when one of them could not be seen. */
export function parametersOf(
  { node, pointer, base }: Pick<Visit, 'node' | 'pointer' | 'base'>,
  { follow }: Context,
): { readonly list: readonly Parameter[]; readonly whole: boolean } {
  const at = below(pointer, 'parameters')
  const given = own(node, 'parameters')
  const list = listOf(given).flatMap((item, n) => {
    const found = isObject(item) ? follow(item, base) : undefined
    const value = found?.state === 'found' ? found.value : undefined
    const [name, place] = [own(value, 'name'), own(value, 'in')]
    return typeof name === 'string' && typeof place === 'string'
      ? [{ name, place, pointer: below(at, n) }]
      : []
  })
  return { list, whole: given === undefined || list.length === listOf(given).length }
}

/** Name and place make a parameter; one list has it once. */
export const parameters: Check = (context) => {
  for (const kind of ['pathItem', 'operation'] as const)
    for (const visit of context.visits(kind)) {
      const seen = new Set<string>()
      for (const { name, place, pointer } of parametersOf(visit, context).list) {
        const key = JSON.stringify([name, place])
        if (seen.has(key)) context.fault(pointer, 'repeated-parameter', { name, place })
        seen.add(key)
      }
    }
}

/** 2.0: one body, in one form. */
export const bodies: Check = (context) => {
  if (context.version !== '2.0') return
  for (const item of context.visits('pathItem')) {
    const outer = parametersOf(item, context).list
    for (const visit of operationsOf(item)) {
      const inner = parametersOf(visit, context).list
      const inherited = outer.filter(
        ({ name, place }) => !inner.some((own) => own.name === name && own.place === place),
      )
      const all = [...inherited, ...inner]
      const [first, second] = all.filter(({ place }) => place === 'body')
      if (second) context.fault(second.pointer, 'two-bodies')
      const form = all.find(({ place }) => place === 'formData')
      if (first && form) context.fault(form.pointer, 'body-and-form')
    }
  }
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** The operations of a path item that are written in it. */
export function operationsOf({ node, pointer, base }: Pick<Visit, 'node' | 'pointer' | 'base'>) {
  const more = own(node, 'additionalOperations')
  const standard = METHODS.map((method) => ({ node: own(node, method), pointer: below(pointer, method) }))
  const additional = Object.entries(isObject(more) ? more : {}).map(([method, operation]) => ({
    node: operation,
    pointer: below(below(pointer, 'additionalOperations'), method),
  }))
  return [...standard, ...additional].flatMap(({ node: operation, pointer: at }) =>
    isObject(operation) ? [{ node: operation, pointer: at, base }] : [],
  )
}
