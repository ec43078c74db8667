import type { Check } from '../context.ts'
import { below, isObject, listOf, own } from '../pointer.ts'

const NAME = /^[a-zA-Z0-9._-]+$/

/** 3.0 only: later schemas look at the names themselves. */
export const componentNames: Check = ({ version, visits, fault }) => {
  if (version !== '3.0') return
  for (const { node, pointer } of visits('components'))
    for (const [kind, entries] of Object.entries(node))
      if (!kind.startsWith('x-') && isObject(entries))
        for (const name of Object.keys(entries))
          if (!NAME.test(name))
            fault(below(below(pointer, kind), name), 'bad-name', { name, pattern: NAME.source })
}

/** A list says what it is a list of. */
export const items: Check = ({ version, visits, fault }) => {
  const kinds = { '2.0': ['parameter', 'header', 'items'], '3.0': ['schema'], '3.1': [], '3.2': [] } as const
  for (const kind of kinds[version])
    for (const { node, pointer } of visits(kind))
      if (
        own(node, 'type') === 'array' &&
        own(node, 'items') === undefined &&
        own(node, '$ref') === undefined
      )
        fault(pointer, 'no-items')
}

export const serverVariables: Check = ({ version, visits, fault }) => {
  if (version !== '3.1' && version !== '3.2') return
  for (const { node, pointer } of visits('server')) {
    const variables = own(node, 'variables')
    for (const [name, variable] of Object.entries(isObject(variables) ? variables : {})) {
      const [value, choices] = [own(variable, 'default'), own(variable, 'enum')]
      if (typeof value === 'string' && Array.isArray(choices) && !choices.includes(value))
        fault(below(below(below(pointer, 'variables'), name), 'default'), 'default-not-in-enum', { value })
    }
    const url = own(node, 'url')
    const used = typeof url === 'string' ? [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!) : []
    const twice = used.find((name, n) => used.indexOf(name) < n)
    if (version === '3.2' && twice !== undefined)
      fault(below(pointer, 'url'), 'repeated-expression', { name: twice })
  }
}

/** 2.0: the property that tells the types apart is there, and required. */
export const discriminators: Check = ({ version, visits, fault }) => {
  if (version !== '2.0') return
  for (const { node, pointer } of visits('schema')) {
    const name = own(node, 'discriminator')
    // With `allOf` it may be defined in another one.
    if (typeof name !== 'string' || own(node, 'allOf') !== undefined) continue
    if (own(own(node, 'properties'), name) === undefined || !listOf(own(node, 'required')).includes(name))
      fault(below(pointer, 'discriminator'), 'bad-discriminator', { name })
  }
}

/** 3.0: a value and its address exclude each other; later schemas say so themselves. */
export const examples: Check = ({ version, visits, fault }) => {
  if (version !== '3.0') return
  for (const { node, pointer } of visits('example'))
    if (own(node, 'value') !== undefined && own(node, 'externalValue') !== undefined)
      fault(pointer, 'not-together', { names: ['value', 'externalValue'] })
}
