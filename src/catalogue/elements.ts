import { CatalogueError } from './catalogue-error.ts'
import { isObject, type Json } from './glimpse.ts'
import { jsonElements, lineEnds } from './json-elements.ts'
import type { Fault } from './row.ts'
import { told } from './told.ts'

/** An envelope in front of the list is short. */
const MAX_ENVELOPE = 1 << 16

export interface Entry {
  readonly position: number
  readonly record: Json
}

/**
 * The objects of a list inside a JSON text, one by one. `opening` matches all that stands before the first one; its
 * absence throws CatalogueError. Elements that are no objects are faults. `nested`: they hold objects themselves.
 */
export async function* entriesOf(
  name: string,
  texts: AsyncGenerator<string>,
  opening: RegExp,
  nested = false,
): AsyncGenerator<Entry | Fault> {
  let text = ''
  let before: string | undefined
  while (before === undefined && text.length < MAX_ENVELOPE) {
    const next = await texts.next()
    if (next.done) break
    text += next.value
    before = opening.exec(text)?.[0]
  }
  if (before === undefined) throw new CatalogueError('no-list', { name, found: text.slice(0, 100) })
  for await (const element of jsonElements(text.slice(before.length), texts, 1 + lineEnds(before), nested)) {
    if ('code' in element) yield element
    else if (isObject(element.value)) yield { position: element.position, record: element.value }
    else {
      const found = JSON.stringify(element.value).slice(0, 100)
      yield { position: element.position, code: 'bad-row', ...told('notObject', { found }) }
    }
  }
}
