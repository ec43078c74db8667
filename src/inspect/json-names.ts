import type { Reason } from '../core/observed.ts'
import { type PeriodName, periodName } from '../core/period.ts'
import { BYTES, type Spelling } from './column-counter.ts'
import type { FieldWatch } from './field-watch.ts'
import type { Tally } from './json-lists.ts'
import { IDEOGRAPH } from './json-value.ts'

/** Memory for distinct names, in bytes: enough for about 40,000 short ones. */
const BUDGET = 16 << 20
const ENTRY_COST = 400
/** Longer names are shown by their beginning and not compared. */
const MAX_NAME = 1_024
const SHOWN = 200

/** A name met at one depth. Its marks say who saw it last: they spare a set per open object. */
export interface Name {
  readonly text: string
  /** As spelt between the quotes. */
  readonly bytes: Uint8Array
  /** What followed it last time: records repeat their names in the same order. */
  next: Name | undefined
  /** Serial number of the last object that had it. */
  object: number
  tally: Tally | undefined
  /** In `tally`. */
  count: number
  /** In `tally`. */
  watch: FieldWatch | undefined
  /** How it speaks of time; null: not asked yet. */
  period: PeriodName | undefined | null
}

const newName = (raw: string): Name => ({
  text: decodeJsonText(raw),
  bytes: Buffer.from(raw, 'latin1'),
  next: undefined,
  object: 0,
  tally: undefined,
  count: 0,
  watch: undefined,
  period: null,
})

/** Asked of names of records only: there may be many others, which are data. */
export function periodOfName(name: Name): PeriodName | undefined {
  if (name.period === null) name.period = periodName(name.text)
  return name.period
}

/** The longest beginning of a JSON string's inside that ends with no half escape. */
const UNBROKEN = /^(?:[^\\]|\\[^u]|\\u[0-9A-Fa-f]{4})*/

const unescaped = (raw: string): string => {
  const text = Buffer.from(raw, 'latin1').toString()
  return raw.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text
}

/** ASCII without escapes. */
const PLAIN = /^[\x20-\x5b\x5d-\x7f]{0,200}$/

/** What the inside of a JSON string says, at most 200 characters. `raw`: its bytes as latin1, maybe cut. */
export const decodeJsonText = (raw: string): string => (PLAIN.test(raw) ? raw : decoded(raw))

const decoded = (raw: string): string =>
  unescaped(raw.includes('\\') ? UNBROKEN.exec(raw)![0] : raw)
    .slice(0, SHOWN)
    .replace(/[\ud800-\udbff]$/, '')

/** Of the inside of JSON strings. */
export const ESCAPED: Spelling = {
  mayBeMore: (raw) => (raw.charCodeAt(0) === BACKSLASH ? !IDEOGRAPH.test(raw) : BYTES.mayBeMore(raw)),
  textOf: decodeJsonText,
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether these bytes and then the closing quote stand at `at`. A chunk that ends before says nothing. */
export function isSpelt({ bytes }: Name, chunk: Buffer, at: number): boolean {
  if (chunk[at + bytes.length] !== QUOTE) return false
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== chunk[at + i]) return false
  return true
}

/** The names of one depth. */
class Level {
  readonly plain = new Map<string, Name>()
  /** `"\u540d"` and `"名"` are one name: spellings with escapes lead to the plain one. */
  readonly escaped = new Map<string, Name>()
  last: Name | undefined
}

/** Gives the same {@link Name} for the same name at the same depth, mostly without making a string. */
export class Names {
  /** Why a repeated name may have gone unnoticed. */
  incomplete: Reason | undefined
  #budget = BUDGET
  #known = 0
  readonly #levels: Level[] = []

  openObject(depth: number): void {
    this.#levels[depth] ??= new Level()
  }

  /** The name that will probably come next; after the last one of a record, the first one of the next. */
  likely(depth: number): Name | undefined {
    return this.#levels[depth]!.last?.next
  }

  /** Says that the likely name did come. */
  confirm(depth: number, name: Name): void {
    this.#levels[depth]!.last = name
  }

  /** `raw`: the inside of the JSON string, its bytes as latin1, cut when `size` is more than its length. */
  find(depth: number, raw: string, size: number): Name {
    const level = this.#levels[depth]!
    const spellings = raw.includes('\\') ? level.escaped : level.plain
    const name = spellings.get(raw) ?? this.#learn(level, raw, size)
    if (level.last && name) level.last.next = name
    level.last = name
    return name ?? newName(raw)
  }

  #learn(level: Level, raw: string, size: number): Name | undefined {
    if (size > MAX_NAME || this.#budget < 0) {
      this.incomplete ??=
        size > MAX_NAME
          ? { code: 'name-too-long', data: { cap: MAX_NAME } }
          : { code: 'too-many-names', data: { cap: this.#known } }
      return undefined
    }
    this.#budget -= ENTRY_COST + 2 * raw.length
    const escaped = raw.includes('\\')
    const plain = escaped ? Buffer.from(unescaped(raw)).toString('latin1') : raw
    let name = level.plain.get(plain)
    if (name === undefined) {
      name = newName(raw)
      level.plain.set(plain, name)
      this.#known++
    }
    if (escaped) level.escaped.set(raw, name)
    return name
  }
}
