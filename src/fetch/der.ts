/** One tag, length and value. */
export interface Element {
  readonly tag: number
  readonly content: Buffer
  /** With tag and length. */
  readonly whole: Buffer
}

/** What DER is made of here; `[0]` is constructed and context-specific. */
export const TAG = { objectIdentifier: 0x06, sequence: 0x30, first: 0xa0 } as const

/** The elements that fill these bytes to the last one; nothing when that is not strict DER, or more than `most`. */
export function elements(bytes: Buffer, most = 1_000): readonly Element[] | undefined {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at)
    if (!element || found.length === most) return undefined
    found.push(element)
    at += element.whole.length
  }
  return found
}

function elementAt(bytes: Buffer, at: number): Element | undefined {
  const [tag, short] = bytes.subarray(at, at + 2)
  // X.509 has no tag that needs a second byte.
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) return undefined
  const long = short < 0x80 ? { length: short, start: at + 2 } : longLength(bytes, at + 2, short & 0x7f)
  if (!long || long.start + long.length > bytes.length) return undefined
  const { start, length } = long
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) }
}

/** No size is BER's indefinite length; more than three bytes is longer than any file read here. */
function longLength(bytes: Buffer, at: number, size: number) {
  if (size === 0 || size > 3 || at + size > bytes.length) return undefined
  const length = bytes.readUIntBE(at, size)
  const shortest = length >= 0x80 && bytes[at] !== 0
  return shortest ? { length, start: at + size } : undefined
}
