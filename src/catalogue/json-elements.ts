import { MAX_NESTING } from './glimpse.ts'
import type { Fault } from './row.ts'
import { type Told, told } from './told.ts'

/** One element of the array; `position` counts elements from 1. */
export interface JsonElement {
  readonly position: number
  readonly value: unknown
}

/** The largest dataset of the portal (494 resources) has about 100,000 characters. */
const MAX_ELEMENT = 1 << 20

/**
 * The elements of a JSON array, one by one. `begun` is the text after the `[`, `texts` what follows it. An element
 * that is no JSON is reported, and reading goes on where the next one begins by its looks: with the same first key.
 * In `nested` elements others begin alike, so there one without an end is the last.
 */
export async function* jsonElements(
  begun: string,
  texts: AsyncIterator<string>,
  firstLine: number,
  nested = false,
): AsyncGenerator<JsonElement | Fault> {
  let text = begun
  let line = firstLine
  let opening: string | undefined
  const more = async (): Promise<boolean> => {
    const next = await texts.next()
    if (!next.done) text += next.value
    return !next.done
  }
  const drop = (length: number): void => {
    line += lineEnds(text.slice(0, length))
    text = text.slice(length)
  }
  /** Drops what stands before the next `mark`, not counting one at the very beginning. */
  const seek = async (mark: string): Promise<boolean> => {
    for (;;) {
      const next = text.indexOf(mark, 1)
      drop(next < 0 ? Math.max(0, text.length - mark.length) : next)
      if (next >= 0) return true
      if (!(await more())) return false
    }
  }

  for (let position = 1; ; position++) {
    do drop(/^[\s,]*/.exec(text)![0].length)
    while (text === '' && (await more()))
    if (text.startsWith(']')) return
    const bad = (why: Told): Fault => ({ position, code: 'bad-row', ...told('fromLine', { line, why }) })
    if (text === '') return yield { ...bad(told('endsInArray')), code: 'cut-short' }

    const follow = follower()
    let end = follow(text)
    while (end === undefined && text.length <= MAX_ELEMENT && (await more())) end = follow(text)
    opening ??= OPENING.exec(text)?.[0]
    if (nested && !end) {
      const why = told('fromLine', { line, why: UNBALANCED.error })
      return yield { position, code: 'cut-short', ...told('notRead', { why }) }
    }
    if (end) {
      const element = parse(text.slice(0, end))
      yield 'value' in element ? { position, value: element.value } : bad(element.error)
      drop(end)
      continue
    }
    const fault = bad(UNBALANCED.error)
    const ended = end === undefined && text.length <= MAX_ELEMENT
    if (!ended) yield fault
    const further = await seek(opening ?? '{')
    // Without another one behind it, the file ends too early, and there is no telling what is lost.
    if (ended) yield further ? fault : { ...fault, code: 'cut-short' }
    if (!further) return
  }
}

export const lineEnds = (text: string): number => text.split('\n').length - 1

const OPENING = /^\{\s*"(?:[^"\\\x00-\x1f]|\\.)*"\s*:/
const UNBALANCED = { error: told('unbalanced', { n: MAX_NESTING }) }

function parse(text: string): { readonly value: unknown } | { readonly error: Told } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { error: told('badJson', { why: (error as SyntaxError).message }) }
  }
}

const BARE = new Set(' \t\r\n:,+-.0123456789abcdefghijklmnopqrstuvwxyzE')

/**
 * Follows one element through a text that grows: where it ends, 0 for what cannot be JSON, undefined when it goes on.
 * Stopping at the first impossible character tells at once that a quote or a bracket is missing.
 */
function follower(): (text: string) => number | undefined {
  let at = 0
  let closers = ''
  let quoted = false
  let previous = ''
  return (text) => {
    for (; at < text.length; at++) {
      const character = text[at]!
      if (quoted) {
        if (character === '\\') at++
        else if (character === '"') quoted = false
        continue
      }
      if (character === '"') quoted = true
      else if (character === '{' || character === '[') {
        if ((closers.endsWith('}') && previous !== ':') || closers.length === MAX_NESTING) return 0
        closers += character === '{' ? '}' : ']'
      } else if (character === '}' || character === ']') {
        if (closers === '') return at
        if (!closers.endsWith(character)) return 0
        if (closers.length === 1) return at + 1
        closers = closers.slice(0, -1)
      } else if (character === ',' && closers === '') return at
      else if (!BARE.has(character)) return 0
      if (character > ' ') previous = character
    }
    return undefined
  }
}
