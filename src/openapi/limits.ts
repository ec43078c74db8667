import type { Data } from '../core/localised.ts'
import { isObject } from './pointer.ts'
import type { MessageId } from './words.ts'

/** Bytes of one document. */
export const MAX_BYTES = 16 * 2 ** 20
/** Objects and lists inside one another; the largest published documents have about 40. */
export const MAX_DEPTH = 200
export const MAX_NODES = 3_000_000
/** Beyond this only the first breach of the schema is looked for: ajv collects without a cap, in quadratic time. */
export const MANY_NODES = 100_000

/** More than we look at: no verdict on the document, a word on us. */
export class Beyond extends Error {
  readonly id: MessageId
  readonly data: Data
  constructor(id: MessageId, data: Data) {
    super(id)
    this.id = id
    this.data = data
  }
}

/**
 * Counts values as if every YAML alias were written out, which also ends when one leads back to itself.
 *
 * @throws Beyond
 */
export function measure(data: unknown): number {
  let count = 0
  const todo: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 1 }]
  for (let next = todo.pop(); next; next = todo.pop()) {
    count++
    const { value, depth } = next
    if (depth > MAX_DEPTH) throw new Beyond('too-deep', { limit: MAX_DEPTH })
    const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
    if (count + todo.length + inner.length > MAX_NODES) throw new Beyond('too-many', { limit: MAX_NODES })
    for (const child of inner) todo.push({ value: child, depth: depth + 1 })
  }
  return count
}
