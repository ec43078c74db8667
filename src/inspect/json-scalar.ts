import type { FaultCause } from '../core/syntax-faults.ts'
import { JsonNumber } from './json-number.ts'

// Parts of a number. NONE: the byte does not go on with it.
const NONE = 0
const MINUS = 1
const ZERO = 2
const WHOLE = 3
const POINT = 4
const FRACTION = 5
const E = 6
const SIGN = 7
const EXPONENT = 8

/** `STEPS[(part << 8) | byte]` is the next part; a number begins after NONE. */
const STEPS = new Uint8Array(9 << 8)
for (const [part, bytes, next] of [
  [NONE, '-', MINUS],
  [NONE, '0', ZERO],
  [NONE, '123456789', WHOLE],
  [MINUS, '0', ZERO],
  [MINUS, '123456789', WHOLE],
  [ZERO, '.', POINT],
  [ZERO, 'eE', E],
  [WHOLE, '0123456789', WHOLE],
  [WHOLE, '.', POINT],
  [WHOLE, 'eE', E],
  [POINT, '0123456789', FRACTION],
  [FRACTION, '0123456789', FRACTION],
  [FRACTION, 'eE', E],
  [E, '+-', SIGN],
  [E, '0123456789', EXPONENT],
  [SIGN, '0123456789', EXPONENT],
  [EXPONENT, '0123456789', EXPONENT],
] as const) {
  for (const byte of Buffer.from(bytes)) STEPS[(part << 8) | byte] = next
}

/** Signs kept of a number. */
const KEEP = 40
const DIGIT_0 = 0x30
const HYPHEN = 0x2d

const WORDS = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), word]))

/** A number, `true`, `false` or `null`, in as many pieces as it comes. */
export class JsonScalar {
  /** Nothing more can belong to it. */
  closed = false
  /** What should have stood at the index that `read` gave. */
  expected: FaultCause | undefined
  /** Empty for a number. */
  word = ''
  /** It is a number whose value was asked for. */
  measured = false
  /** A number's first signs, when they were asked for. */
  raw = ''
  #keep = false
  readonly #number = new JsonNumber()
  #wordAt = 0
  #part = NONE

  /** Whether a value of this kind begins with this byte. */
  begin(byte: number, measure = false, keep = false): boolean {
    this.closed = false
    this.#part = STEPS[byte]!
    this.word = this.#part === NONE ? (WORDS.get(byte) ?? '') : ''
    this.#wordAt = 1
    this.#keep = keep && this.#part !== NONE
    if (this.#keep) this.raw = String.fromCharCode(byte)
    this.measured = measure && this.#part !== NONE
    if (this.measured) {
      this.#number.begin()
      this.#measure(this.#part, byte)
    }
    return this.#part !== NONE || this.word !== ''
  }

  /** The index of the first byte that is no longer part of it. */
  read(chunk: Buffer, from: number): number {
    return this.word === '' ? this.#readNumber(chunk, from) : this.#readWord(chunk, from)
  }

  /** Whether it may end here; only a number does so without a sign of its own. */
  get complete(): boolean {
    const part = this.#part
    return part === ZERO || part === WHOLE || part === FRACTION || part === EXPONENT
  }

  get value(): number {
    return this.#number.value
  }

  #measure(part: number, byte: number): void {
    if (part === WHOLE || part === FRACTION) this.#number.digit(byte - DIGIT_0, part === FRACTION)
    else if (part === EXPONENT) this.#number.exponentDigit(byte - DIGIT_0)
    else if (part === SIGN) this.#number.exponentSign(byte === HYPHEN)
    else if (part === MINUS) this.#number.sign()
  }

  #readNumber(chunk: Buffer, from: number): number {
    let at = from
    let part = this.#part
    for (; at < chunk.length; at++) {
      const next = STEPS[(part << 8) | chunk[at]!]!
      if (next === NONE) break
      if (this.measured) this.#measure(next, chunk[at]!)
      part = next
    }
    this.#part = part
    if (this.#keep && this.raw.length < KEEP)
      this.raw += chunk.toString('latin1', from, Math.min(at, from + KEEP - this.raw.length))
    if (at === chunk.length) return at
    const isDigit = STEPS[(WHOLE << 8) | chunk[at]!] === WHOLE
    if (part === ZERO && isDigit) this.expected = { code: 'json-after-zero' }
    else if (this.complete) this.closed = true
    else this.expected = { code: 'json-digit' }
    return at
  }

  #readWord(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      if (chunk[at] !== this.word.charCodeAt(this.#wordAt)) {
        this.expected = { code: 'json-word', data: { word: this.word } }
        return at
      }
      if (++this.#wordAt === this.word.length) {
        this.closed = true
        return at + 1
      }
    }
    return chunk.length
  }
}
