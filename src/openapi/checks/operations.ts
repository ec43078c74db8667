import type { Check } from '../context.ts'
import { below, fieldsOf, listOf, own } from '../pointer.ts'

export const operationIds: Check = ({ visits, fault }) => {
  const seen = new Map<string, string>()
  for (const { node, pointer } of visits('operation')) {
    const id = own(node, 'operationId')
    if (typeof id !== 'string') continue
    const first = seen.get(id)
    if (first === undefined) seen.set(id, pointer)
    else fault(below(pointer, 'operationId'), 'repeated-operation-id', { id, first })
  }
}

/** 3.0 counts `x-…` as an entry, its text does not. */
export const responses: Check = ({ version, visits, fault }) => {
  if (version === '2.0') return
  for (const { node, pointer } of visits('operation')) {
    const answers = own(node, 'responses')
    if (answers !== undefined && fieldsOf(answers).length === 0)
      fault(below(pointer, 'responses'), 'no-response')
  }
}

export const links: Check = ({ visits, resolve, fault, doubt }) => {
  const operations = visits('operation')
  if (visits('link').length === 0) return
  const ids = new Set(operations.map(({ node }) => own(node, 'operationId')))
  for (const { node, pointer, base } of visits('link')) {
    const id = own(node, 'operationId')
    if (typeof id === 'string' && !ids.has(id)) {
      const elsewhere = visits('pathItem').some(
        ({ node: item, base: at }) =>
          typeof own(item, '$ref') === 'string' &&
          resolve(own(item, '$ref') as string, at).state === 'external',
      )
      if (elsewhere) doubt(below(pointer, 'operationId'), 'operation-elsewhere', { id })
      else fault(below(pointer, 'operationId'), 'unknown-operation', { id })
    }
    const reference = own(node, 'operationRef')
    if (typeof reference !== 'string') continue
    const { state } = resolve(reference, base)
    if (state === 'missing') fault(below(pointer, 'operationRef'), 'unresolved', { reference })
    if (state === 'external') doubt(below(pointer, 'operationRef'), 'external', { reference })
  }
}

export const tags: Check = ({ version, root, fault }) => {
  const list = listOf(own(root, 'tags')).map((tag) => own(tag, 'name'))
  const seen = new Set<unknown>()
  for (const [n, name] of list.entries()) {
    if (typeof name === 'string' && seen.has(name)) fault(`/tags/${n}/name`, 'repeated-tag', { name })
    seen.add(name)
  }
  if (version !== '3.2') return
  const parents = new Map(listOf(own(root, 'tags')).map((tag) => [own(tag, 'name'), own(tag, 'parent')]))
  for (const [n, name] of list.entries()) {
    const parent = parents.get(name)
    if (parent === undefined) continue
    const at = `/tags/${n}/parent`
    if (!parents.has(parent)) fault(at, 'unknown-tag', { name: String(parent) })
    else if (leadsBack(name, parents)) fault(at, 'circular-tag', { name: String(name) })
  }
}

function leadsBack(name: unknown, parents: ReadonlyMap<unknown, unknown>): boolean {
  let at = parents.get(name)
  for (let steps = 0; at !== undefined && steps < parents.size; steps++) {
    if (at === name) return true
    at = parents.get(at)
  }
  return false
}
