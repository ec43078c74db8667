const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
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

const isEnd = (byte: number): boolean =>
  byte <= SPACE || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT
