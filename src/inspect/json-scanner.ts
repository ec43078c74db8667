import type { SyntaxFault } from '../core/artifacts.ts'
import type { FaultCause } from '../core/syntax-faults.ts'
import { BytePlaceCounter, isContinuation } from './byte-place.ts'
import type { JsonFacts } from './json-facts.ts'
import { shown } from './json-faults.ts'
import { isSpelt, type Name } from './json-names.ts'
import { JsonScalar } from './json-scalar.ts'
import { JsonString } from './json-string.ts'

/** Levels of nesting that are followed. */
export const MAX_DEPTH = 512
const NOTHING = Buffer.alloc(0)

// What may come next. Before those up to END there may be white space.
const VALUE = 0
const FIRST_ELEMENT = 1
const NAME = 2
const FIRST_NAME = 3
const COLON = 4
const MORE = 5
const END = 6
const STRING = 7
const SCALAR = 8
/** The rest of a character that is refused: the message shows it whole. */
const REFUSED = 9
const STOPPED = 10

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON_SIGN = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** RFC 8259 and nothing more, byte by byte: tells `facts` what it meets and stops at the first fault. */
export class JsonScanner {
  fault: SyntaxFault | undefined
  tooDeep = false
  readonly #facts: JsonFacts
  readonly #place = new BytePlaceCounter()
  readonly #string = new JsonString()
  readonly #scalar = new JsonScalar()
  #state = VALUE
  #depth = 0
  /** By depth: 1 where the open container is an array. */
  readonly #arrays = new Uint8Array(MAX_DEPTH + 1)
  /** The string being read is a name. */
  #isName = false
  /** Line on which the last value ended. */
  #endLine = 1
  #refused: number[] = []
  #expected: FaultCause | undefined

  constructor(facts: JsonFacts) {
    this.#facts = facts
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && this.#state !== STOPPED; ) {
      if (this.#state <= END) at = this.#readStructure(chunk, at)
      else if (this.#state === STRING) at = this.#readString(chunk, at)
      else if (this.#state === SCALAR) at = this.#readScalar(chunk, at)
      else at = this.#readRefused(chunk, at)
    }
    if (this.#state === STOPPED) return
    this.#place.chunkEnd(chunk)
    this.#facts.lists.chunkEnd(chunk)
  }

  end(): void {
    if (this.#state === SCALAR && this.#scalar.complete) this.#valueEnds()
    if (this.#state >= REFUSED || this.#state === END) return
    if (this.#state === STRING) this.#fail(NOTHING, 0, { code: 'json-unclosed-string' })
    else if (this.#state === SCALAR) this.#fail(NOTHING, 0, { code: 'json-unclosed-scalar' })
    else if (this.#depth === 0) this.#fail(NOTHING, 0, { code: 'json-empty' })
    else this.#fail(NOTHING, 0, { code: 'json-unclosed', data: { depth: this.#depth } })
  }

  #readStructure(chunk: Buffer, from: number): number {
    let at = from
    while (at < chunk.length && this.#state <= END) {
      const byte = chunk[at]!
      if (byte === LF || byte === CR) this.#place.lineEnd(chunk, at)
      else if (byte !== SPACE && byte !== TAB) {
        if (byte === QUOTE && (this.#state === NAME || this.#state === FIRST_NAME)) {
          at = this.#readName(chunk, at + 1)
          continue
        }
        this.#readSign(chunk, at, byte)
      }
      at++
    }
    return at
  }

  #readSign(chunk: Buffer, at: number, byte: number): void {
    const inArray = this.#arrays[this.#depth] === 1
    switch (this.#state) {
      case MORE:
        if (byte === COMMA) this.#state = inArray ? VALUE : NAME
        else if (byte === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) this.#close(chunk, at)
        else this.#refuse(chunk, at, { code: inArray ? 'json-item' : 'json-member' })
        break
      case COLON:
        if (byte === COLON_SIGN) this.#state = VALUE
        else this.#refuse(chunk, at, { code: 'json-colon' })
        break
      case FIRST_NAME:
        if (byte === CLOSE_OBJECT) this.#close(chunk, at)
        else this.#refuse(chunk, at, { code: 'json-first-name' })
        break
      case NAME:
        if (byte === CLOSE_OBJECT) this.#fail(chunk, at, { code: 'json-trailing-comma' })
        else this.#refuse(chunk, at, { code: 'json-name' })
        break
      case END:
        if (byte === OPEN_OBJECT && this.#place.line > this.#endLine)
          this.#fail(chunk, at, { code: 'json-another-line' })
        else this.#refuse(chunk, at, { code: 'json-end' })
        break
      default:
        if (byte !== CLOSE_ARRAY || !inArray) this.#beginValue(chunk, at, byte)
        else if (this.#state === FIRST_ELEMENT) this.#close(chunk, at)
        else this.#fail(chunk, at, { code: 'json-trailing-comma' })
    }
  }

  #beginValue(chunk: Buffer, at: number, byte: number): void {
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.#open(byte === OPEN_ARRAY, at)
      return
    }
    const facts = this.#facts
    if (facts.wanted) facts.glance(chunk, at)
    const isKept = facts.wanted && facts.kept
    if (byte === QUOTE) {
      this.#state = STRING
      this.#isName = false
      this.#string.begin(isKept)
    } else if (this.#scalar.begin(byte, facts.geo.measuring, isKept)) this.#state = SCALAR
    else {
      this.#refuse(chunk, at, { code: this.#state === FIRST_ELEMENT ? 'json-element' : 'json-value' })
      return
    }
    facts.scalar(this.#depth)
  }

  #open(array: boolean, at: number): void {
    if (this.#depth === MAX_DEPTH) {
      this.tooDeep = true
      this.#state = STOPPED
      return
    }
    this.#depth++
    this.#arrays[this.#depth] = Number(array)
    this.#state = array ? FIRST_ELEMENT : FIRST_NAME
    this.#facts.open(this.#depth, array, at, this.#place.line)
  }

  #close(chunk: Buffer, at: number): void {
    this.#facts.close(this.#depth, chunk, at + 1)
    this.#depth--
    this.#valueEnds()
  }

  #valueEnds(): void {
    this.#state = this.#depth === 0 ? END : MORE
    this.#endLine = this.#place.line
  }

  /** `at`: after the opening quote. Records repeat their names, so the likely one is compared in place. */
  #readName(chunk: Buffer, at: number): number {
    const likely = this.#facts.names.likely(this.#depth)
    if (likely !== undefined && isSpelt(likely, chunk, at)) {
      this.#facts.names.confirm(this.#depth, likely)
      this.#nameEnds(likely)
      return at + likely.bytes.length + 1
    }
    this.#state = STRING
    this.#isName = true
    this.#string.begin(true)
    return at
  }

  #nameEnds(name: Name): void {
    this.#facts.name(this.#depth, name, this.#place.line)
    this.#state = COLON
  }

  #readString(chunk: Buffer, from: number): number {
    const string = this.#string
    const at = string.read(chunk, from)
    if (string.expected !== undefined) return this.#refuse(chunk, at, string.expected)
    if (!string.closed) return at
    if (this.#isName) this.#nameEnds(this.#facts.names.find(this.#depth, string.raw, string.size))
    else {
      if (this.#facts.wanted) this.#facts.text(this.#depth, string.raw)
      this.#valueEnds()
    }
    return at
  }

  #readScalar(chunk: Buffer, from: number): number {
    const scalar = this.#scalar
    const at = scalar.read(chunk, from)
    if (scalar.expected !== undefined) return this.#refuse(chunk, at, scalar.expected)
    if (scalar.closed) {
      if (this.#facts.wanted) this.#facts.word(this.#depth, scalar.word, scalar.raw)
      if (scalar.measured) this.#facts.geo.number(scalar.value)
      this.#valueEnds()
    }
    return at
  }

  #fail(chunk: Buffer, at: number, cause: FaultCause): void {
    this.fault = { ...this.#place.at(chunk, at), ...cause }
    this.#state = STOPPED
  }

  /** Gives the index after the refused byte. */
  #refuse(chunk: Buffer, at: number, expected: FaultCause): number {
    this.#fail(chunk, at, expected)
    this.#expected = expected
    this.#refused.push(chunk[at]!)
    this.#blame()
    if (chunk[at]! >= 0x80) this.#state = REFUSED
    return at + 1
  }

  #readRefused(chunk: Buffer, at: number): number {
    if (isContinuation(chunk[at]!) && this.#refused.length < 4) this.#refused.push(chunk[at]!)
    else this.#state = STOPPED
    this.#blame()
    return at + 1
  }

  #blame(): void {
    this.fault = { ...this.fault!, data: { ...this.#expected?.data, ...shown(this.#refused) } }
  }
}
