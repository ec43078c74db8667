import type { Records, SameRecords } from '../core/tree.ts'
import { isCounted } from './column-counter.ts'
import { type FieldWatch, fieldFacts, fieldWatches } from './field-watch.ts'
import { ESCAPED, type Name, periodOfName } from './json-names.ts'
import { jsonKind, jsonMayPrecede } from './json-value.ts'
import { WATCHED } from './period-watch.ts'
import { RecordMarks, Room } from './same-records.ts'
import { Stretch } from './stretch.ts'

/** Distinct field names that are counted; a table has tens. */
export const MAX_FIELDS = 4_096
/** An array below more objects than this is a value, not the document's list of records. */
const MAX_PATH = 6

const WRAPPERS = new Set(
  'result results record records data value values feature features item items row rows list payload response'.split(
    ' ',
  ),
)
/** Lists that describe the records beside them. */
const DESCRIPTIONS = new Set(['field', 'fields', 'column', 'columns', 'schema', 'link', 'links', '_links'])

/** How well a path is known to lead to the records: an envelope's own list (2) wins even when it is empty. */
function rank(path: readonly string[]): number {
  const words = path.map((name) => name.toLowerCase())
  if (words.every((word) => WRAPPERS.has(word))) return 2
  return DESCRIPTIONS.has(words.at(-1)!) ? 0 : 1
}

/** Counts names over the records of one list, and watches their values. */
export class Tally {
  readonly names: Name[] = []
  nested = 0
  overflow = false
  readonly #newWatch = fieldWatches(ESCAPED, WATCHED, periodOfName)

  add(name: Name): void {
    if (name.tally !== this) {
      if (this.names.length === MAX_FIELDS) {
        this.overflow = true
        return
      }
      this.names.push(name)
      name.tally = this
      name.count = 0
      name.watch = this.#newWatch(name)
    }
    name.count++
  }

  /** The names' marks belong to the next list as soon as there is one. */
  settle() {
    const facts = fieldFacts(this.names.map(({ text, count, watch }) => ({ name: text, count, watch })))
    return { facts, nested: this.nested, overflow: this.overflow }
  }
}

/** All of a value, only that there was one of this kind, or nothing. */
export type Look = 'all' | 'number' | 'text' | 'nothing'

/** What lists are chosen by. */
interface Standing {
  readonly rank: number
  readonly count: number
  readonly others: number
}

interface SettledList extends Standing {
  readonly path: string
  readonly same: SameRecords
  readonly own: ReturnType<Tally['settle']>
  readonly properties: ReturnType<Tally['settle']>
}

/** Depths are those of the container itself; the list's elements are one deeper. */
class OpenList {
  readonly depth: number
  readonly path: readonly string[]
  readonly own = new Tally()
  /** GeoJSON: of the records' `properties`. */
  readonly properties = new Tally()
  readonly marks: RecordMarks
  objects = 0
  arrays = 0
  scalars = 0
  nested = false
  inProperties = false
  nestedProperties = false

  constructor(depth: number, path: readonly string[], room: Room) {
    this.depth = depth
    this.path = path
    this.marks = new RecordMarks(room)
  }
}

/**
 * Finds the list of records: of the arrays reached through objects alone, the one under the best known
 * wrapper, then the one with most objects. Such arrays never lie in one another, so one is open at a time.
 */
export class RecordLists {
  #open: OpenList | undefined
  /** The record at hand, if it is compared. */
  readonly #record = new Stretch()
  readonly #room = new Room()
  /** No value of the record at hand, as far as they are looked at. */
  #isBlank = true
  /** Of the name met last. */
  #watch: FieldWatch | undefined
  #best: SettledList | undefined

  /** A container opens at `at`; `path` is asked for when it may be a list of records. */
  open(depth: number, array: boolean, at: number, name: string | undefined, path: () => string[]): void {
    const list = this.#open
    if (list === undefined) {
      if (array && depth <= MAX_PATH + 1) this.#open = new OpenList(depth, path(), this.#room)
      return
    }
    switch (depth - list.depth) {
      case 1:
        if (array) list.arrays++
        else {
          list.objects++
          this.#isBlank = true
          if (list.marks.isOpen) this.#record.begin(at)
        }
        break
      case 2:
        list.nested = true
        list.inProperties = !array && name === 'properties'
        break
      case 3:
        if (list.inProperties) list.nestedProperties = true
    }
  }

  /** A container closes before `end`. */
  close(depth: number, chunk: Buffer, end: number): void {
    const list = this.#open
    if (list === undefined) return
    if (depth === list.depth) this.finish()
    else if (depth === list.depth + 1) {
      const mark = this.#record.end(chunk, end)
      if (mark !== undefined && (list.nested || !this.#isBlank)) list.marks.see(list.objects, mark)
      if (list.nested) list.own.nested++
      if (list.nestedProperties) list.properties.nested++
      list.nested = false
      list.nestedProperties = false
    }
  }

  scalar(depth: number): void {
    if (this.#open?.depth === depth) this.#open.scalars++
  }

  name(depth: number, name: Name): void {
    const list = this.#open
    if (list === undefined) return
    if (depth === list.depth + 1) list.own.add(name)
    else if (list.inProperties && depth === list.depth + 2) list.properties.add(name)
  }

  chunkEnd(chunk: Buffer): void {
    this.#record.goOn(chunk)
  }

  /** Whether the value of a name with a watch is asked for: the watch may be that of another list. */
  watches(depth: number, { tally, watch }: Name): boolean {
    const list = this.#open
    const inside = list?.inProperties ? list.properties : undefined
    const here = depth - 1 === list?.depth ? list.own : inside
    this.#watch = here !== undefined && tally === here && watch?.wants(list!.objects) ? watch : undefined
    return this.#watch !== undefined
  }

  /** The value that comes is none of a watched name. */
  unwatch(): void {
    this.#watch = undefined
  }

  /** What must be known of the watched value that begins at `at`. Most periods are no newer than one before. */
  look(chunk: Buffer, at: number): Look {
    const [watch, row] = [this.#watch!, this.#open!.objects]
    if (watch.period && !isCounted(row) && jsonMayPrecede(chunk, at, watch.period.top)) return 'nothing'
    const kind = jsonKind(chunk, at)
    return kind !== undefined && watch.skips(kind) ? kind : 'all'
  }

  /** The value was a number, or a string of text. */
  skipped(kind: 'number' | 'text'): void {
    this.#isBlank = false
    this.#watch!.skipped(kind)
  }

  /** The asked-for inside of a string. */
  string(raw: string): void {
    if (raw.trim() !== '') this.#isBlank = false
    this.#watch?.string(this.#open!.objects, raw)
  }

  number(raw: string): void {
    this.#isBlank = false
    this.#watch?.number(this.#open!.objects, raw)
  }

  word(word: string): void {
    if (word !== 'null') this.#isBlank = false
    this.#watch?.see(this.#open!.objects, word === 'null' ? '' : word)
  }

  /** Weighs the open list, whole or as far as a broken document goes. */
  finish(): void {
    const list = this.#open
    if (list === undefined) return
    this.#open = undefined
    const { objects: count, arrays, scalars } = list
    const known = rank(list.path)
    if (count === 0 && known < 2) return
    const standing = { rank: count === 0 && scalars > 0 ? -1 : known, count, others: arrays + scalars }
    if (this.#best && !isBetter(standing, this.#best)) return
    this.#best = {
      ...standing,
      path: ['$', ...list.path].join('.'),
      same: list.marks.facts(),
      own: list.own.settle(),
      properties: list.properties.settle(),
    }
  }

  /** A two-dimensional array has no names: its `count` is 0 and its rows are `others`, like a list of numbers. */
  records(geojson: boolean): { records?: Records; overflow: boolean } {
    const list = this.#best
    if (list === undefined) return { overflow: false }
    const { path, count, others, same } = list
    const { facts, nested, overflow } = geojson && path === '$.features' ? list.properties : list.own
    const records = { path, count, ...facts, nested, others, same }
    return { records, overflow }
  }
}

const isBetter = (a: Standing, b: Standing): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : a.count !== b.count ? a.count > b.count : a.others > b.others
