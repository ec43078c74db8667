import { beginsMore } from './column-counter.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
const [HYPHEN, DIGIT_0, DIGIT_9] = [0x2d, 0x30, 0x39]
/** A comma or what closes a container, 0x5d or 0x7d, ends what stands without quotes; so does a space. */
const [COMMA, CLOSE_ARRAY, CLOSE_OBJECT] = [0x2c, 0x5d, 0x7d]

/**
 * Whether the string, number or word at `at` is shorter than `top`, or as long and not behind it, byte by byte as
 * it is written: told without making a string. A chunk that ends before says nothing.
 */
export function jsonMayPrecede(chunk: Buffer, at: number, top: string): boolean {
  const quoted = chunk[at] === QUOTE
  const from = quoted ? at + 1 : at
  let order = 0
  for (let i = 0; from + i < chunk.length; i++) {
    const byte = chunk[from + i]!
    if (quoted ? byte === QUOTE : isEnd(byte)) return i < top.length || order <= 0
    if (i === top.length || byte === BACKSLASH) return false
    order ||= byte - top.charCodeAt(i)
  }
  return false
}

/**
 * Whether the value at `at` is a number, or a string that is text and neither a number, a date nor a mark: told by
 * how it begins. A chunk that ends soon says nothing.
 */
export function jsonKind(chunk: Buffer, at: number): 'number' | 'text' | undefined {
  if (at + LOOK > chunk.length) return undefined
  const [first, second] = [chunk[at]!, chunk[at + 1]!]
  if (first !== QUOTE) return isNumber(first) ? 'number' : undefined
  if (second === QUOTE || isNumber(second)) return undefined
  if (second === BACKSLASH)
    return IDEOGRAPH.test(chunk.toString('latin1', at + 1, at + LOOK)) ? 'text' : undefined
  return beginsMore(second, chunk[at + 2]!, chunk[at + 3]!) ? undefined : 'text'
}

/** A quote and one escape. */
const LOOK = 7
const isNumber = (byte: number): boolean => byte === HYPHEN || (byte >= DIGIT_0 && byte <= DIGIT_9)
/** \u4e00 to \u9fff, but for 中, 民 and 無, which may begin more than text. */
export const IDEOGRAPH = /^\\u(?!4e2d|6c11|7121)(?:4[ef]|[5-9][\da-f])/i

const isEnd = (byte: number): boolean =>
  byte <= SPACE || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT
