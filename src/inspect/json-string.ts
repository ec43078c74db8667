import type { FaultCause } from '../core/syntax-faults.ts'

/** Bytes kept of a name or a wanted text: 200 characters, all written as \uXXXX, and some. */
const KEEP = 2_048

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LETTER_U = 0x75

const table = (allows: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => Number(allows(byte)))

/** Sequences from 0x80 on are the UTF-8 lane's business. */
const PLAIN = table((byte) => byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH)
const ESCAPES = table((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)))
const HEX_DIGITS = table((byte) => /^[0-9A-Fa-f]$/.test(String.fromCharCode(byte)))

// Where in an escape the string is, besides the number of hex digits still to come.
const OUTSIDE = 0
const BEGUN = -1

/** The inside of a string, in as many pieces as it comes. */
export class JsonString {
  closed = false
  /** What should have stood at the index that `read` gave. */
  expected: FaultCause | undefined
  /** What was kept: bytes as latin1, escapes as they are. */
  raw = ''
  /** Bytes there were to keep. */
  size = 0
  #keep = false
  #escape = OUTSIDE

  begin(keep: boolean): void {
    this.closed = false
    this.raw = ''
    this.size = 0
    this.#keep = keep
  }

  /** The index after the closing quote, or of the byte that is not allowed, or the chunk's end. */
  read(chunk: Buffer, from: number): number {
    let at = from
    while (at < chunk.length) {
      if (this.#escape !== OUTSIDE) {
        if (!this.#goesOn(chunk[at]!)) break
        at++
        continue
      }
      while (at < chunk.length && PLAIN[chunk[at]!] === 1) at++
      if (chunk[at] !== BACKSLASH) {
        if (at < chunk.length) this.#ends(chunk[at]!)
        break
      }
      this.#escape = BEGUN
      at++
    }
    if (this.#keep) this.#add(chunk, from, at)
    return this.closed ? at + 1 : at
  }

  #ends(byte: number): void {
    this.closed = byte === QUOTE
    if (!this.closed) this.expected = { code: 'json-character' }
  }

  /** Whether the byte goes on with the escape. */
  #goesOn(byte: number): boolean {
    if (this.#escape === BEGUN) {
      if (byte === LETTER_U) this.#escape = 4
      else if (ESCAPES[byte] === 1) this.#escape = OUTSIDE
      else this.expected = { code: 'json-escape' }
    } else if (HEX_DIGITS[byte] === 1) this.#escape--
    else this.expected = { code: 'json-hex' }
    return this.expected === undefined
  }

  #add(chunk: Buffer, from: number, to: number): void {
    this.size += to - from
    const room = KEEP - this.raw.length
    if (room > 0) this.raw += chunk.toString('latin1', from, Math.min(to, from + room))
  }
}
