import {
  type Column,
  type Digits,
  type Example,
  VALUE_KINDS,
  type ValueKind,
  valueKind,
} from '../core/column.ts'
import { beginTest } from './beginnings.ts'
import { decodeEither } from './decode.ts'

/** So many rows are all looked at; below them, one in {@link STEP}. */
const EVERY = 50_000
const STEP = 16
/** Longer numbers are counted with those of so many digits. */
const DIGITS = 24
/** What is spelt longer is text, were it all escapes. */
const LONGEST = 360
const TEXT = 60

const ASCII = /^[\0-\x7f]*$/
/** Of a pair that was cut. */
const HALF = /[\ud800-\udbff]$/

const EMPTY = VALUE_KINDS.indexOf('empty')
const NUMBER = VALUE_KINDS.indexOf('number')
const PLAIN = VALUE_KINDS.indexOf('text')

/** Rows, or records, whose values are counted. */
export const isCounted = (row: number): boolean => row <= EVERY || row % STEP === 0

/** How cells are spelt. */
export interface Spelling {
  /** Whether a cell that begins with no digit may be more than text; asked of nearly every one. */
  mayBeMore(cell: string): boolean
  textOf(cell: string): string
}

/** Whether bytes that begin like this, and with no digit, may be more than text. */
export const beginsMore = beginTest(
  [...'０１２３４５６７８９－＋—─–…＊無民中', '　'],
  // A slash may be escaped.
  [...'+-.*#xX \t', ...'NR NA N/ N\\ na Na Nu NU nu n/ n\\ nr'.split(' ')],
)

/** As ASCII-compatible bytes in latin1, of an encoding that is not settled yet. */
export const BYTES: Spelling = {
  mayBeMore: (cell) => beginsMore(cell.charCodeAt(0), cell.charCodeAt(1), cell.charCodeAt(2)),
  textOf: (cell) => (ASCII.test(cell) ? cell : decodeEither(cell)),
}

/** Counts what the values of one column look like. */
export class ColumnCounter {
  readonly #counts = VALUE_KINDS.map(() => 0)
  readonly #first: (Example | undefined)[] = []
  /** Texts in the first rows, of which any may be a header. */
  #headings = 0
  readonly #spelling: Spelling
  readonly #headRows: number
  readonly #digits: DigitCounter | undefined

  /**
   * @param headRows so many rows may be header
   * @param digits counts the lengths of numbers, where they matter
   */
  constructor(spelling: Spelling, headRows = 0, digits?: DigitCounter) {
    this.#spelling = spelling
    this.#headRows = headRows
    this.#digits = digits
  }

  /** Whether there is an example of a text. */
  get hasText(): boolean {
    return this.#first[PLAIN] !== undefined
  }

  /** @returns what the cell looks like. */
  see(row: number, cell: string): ValueKind {
    if (cell === '') return this.#add(EMPTY, row, cell)
    const first = cell.charCodeAt(0)
    if (isDigit(first)) {
      let at = 1
      while (at < cell.length && isDigit(cell.charCodeAt(at))) at++
      if (at === cell.length) {
        this.#digits?.see(row, cell)
        return this.#add(NUMBER, row, cell)
      }
    } else if (!this.#spelling.mayBeMore(cell)) return this.#add(PLAIN, row, cell)
    if (cell.length > LONGEST) return this.#add(PLAIN, row, cell)
    return this.#add(VALUE_KINDS.indexOf(valueKind(this.#spelling.textOf(cell))), row, cell)
  }

  number(): void {
    this.#counts[NUMBER]!++
  }

  text(): void {
    this.#counts[PLAIN]!++
  }

  #add(kind: number, row: number, cell: string): ValueKind {
    this.#counts[kind]!++
    if (kind > NUMBER && this.#first[kind] === undefined) {
      if (kind === PLAIN && row <= this.#headRows) this.#headings++
      else this.#first[kind] = exampleOf(row, cell, this.#spelling)
    }
    return VALUE_KINDS[kind]!
  }

  column(): Column {
    const found = VALUE_KINDS.flatMap((kind, k) => {
      const first = k === PLAIN ? undefined : this.#first[k]
      return first ? [[kind, first] as const] : []
    })
    const text = this.#first[PLAIN]
    return {
      counts: Object.fromEntries(VALUE_KINDS.map((kind, k) => [kind, this.#counts[k]!])) as Column['counts'],
      first: Object.fromEntries(found),
      ...(text && { words: { count: this.#counts[PLAIN]! - this.#headings, ...text } }),
      ...(this.#digits?.facts() ?? { digits: [], serials: 0 }),
    }
  }
}

/** Counts how long the values of digits alone are, and which may be days since 1900. */
export class DigitCounter {
  readonly #lengths = new Int32Array(DIGITS)
  readonly #zeroLed = new Int32Array(DIGITS)
  readonly #first: (Example | undefined)[] = []
  #serials = 0
  #firstSerial: Example | undefined

  see(row: number, digits: string): void {
    const length = Math.min(digits.length, DIGITS - 1)
    const first = digits.charCodeAt(0)
    if (this.#lengths[length]!++ === 0) this.#first[length] = exampleOf(row, digits, BYTES)
    if (first === 0x30) this.#zeroLed[length]!++
    if (digits.length === 5 && first >= 0x33 && first <= 0x35 && this.#serials++ === 0)
      this.#firstSerial = exampleOf(row, digits, BYTES)
  }

  facts(): Pick<Column, 'digits' | 'serials' | 'firstSerial'> {
    const digits = this.#first.flatMap((first, length): Digits[] =>
      first ? [{ length, count: this.#lengths[length]!, zeroLed: this.#zeroLed[length]!, ...first }] : [],
    )
    return { digits, serials: this.#serials, ...(this.#firstSerial && { firstSerial: this.#firstSerial }) }
  }
}

/** The text is a copy, which does not keep the block alive that the cell was cut from. */
export const exampleOf = (row: number, cell: string, { textOf }: Spelling): Example => ({
  row,
  text: Buffer.from(textOf(cell.slice(0, LONGEST)).trim().slice(0, TEXT).replace(HALF, '')).toString(),
})

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
