/**
 * The value that the beginning of a JSON text makes, as far as it goes: `{"a":[1,2,"x` gives `{a:[1,2]}`. Undefined
 * when it is no JSON. For telling shapes apart, never for data.
 */
export function glimpse(start: string): unknown {
  let closers = ''
  let quoted = false
  let cut = 0
  let closing = ''
  const mark = (at: number): void => {
    cut = at
    closing = closers
  }
  for (let at = 0; at < start.length && closers.length < MAX_DEPTH; at++) {
    const character = start[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      closers = (character === '{' ? '}' : ']') + closers
      mark(at + 1)
    } else if (character === '}' || character === ']') {
      closers = closers.slice(1)
      mark(at + 1)
      if (closers === '') break
    } else if (character === ',') mark(at)
  }
  try {
    return JSON.parse(start.slice(0, cut) + closing)
  } catch {
    // Why it is no JSON is told by whoever reads it.
    return undefined
  }
}

const MAX_DEPTH = 64

/** JSON.parse takes any depth, but whoever walks the value or writes it again does so on the stack. */
export const MAX_NESTING = 256

/** Whether a JSON text nests more than {@link MAX_NESTING} levels. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    else if (quoted && character === '\\') at++
    else if (quoted) continue
    else if (character === ']' || character === '}') depth--
    else if ((character === '[' || character === '{') && ++depth > MAX_NESTING) return true
  }
  return false
}

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `at(value, 'result', 'results')`: undefined where the way ends. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)

/** Text of a scalar, trimmed; '' for everything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : ''
