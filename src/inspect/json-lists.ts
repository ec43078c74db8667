import type { Records } from '../core/artifacts.ts'
import { decodeJsonText, type Name, periodOfName } from './json-names.ts'
import { jsonMayPrecede } from './json-value.ts'
import { isSample, PeriodWatch, WATCHED } from './period-watch.ts'

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

const textOf = (raw: string): string => decodeJsonText(raw).trim()

/** Counts names over the records of one list, and watches the values of those that speak of time. */
export class Tally {
  readonly names: Name[] = []
  nested = 0
  overflow = false
  readonly #watched: (readonly [column: number, PeriodWatch])[] = []

  add(name: Name): void {
    if (name.tally !== this) {
      if (this.names.length === MAX_FIELDS) {
        this.overflow = true
        return
      }
      name.tally = this
      name.count = 0
      name.watch = this.#watch(name, this.names.push(name))
    }
    name.count++
  }

  #watch(name: Name, column: number): PeriodWatch | undefined {
    const kind = this.#watched.length < WATCHED ? periodOfName(name) : undefined
    if (!kind) return undefined
    const watch = new PeriodWatch(kind, textOf)
    this.#watched.push([column, watch])
    return watch
  }

  /** The names' marks belong to the next list as soon as there is one. */
  settle() {
    const fields = this.names.map(({ text, count }) => ({ name: text, count }))
    const periods = this.#watched.flatMap(([column, watch]) => watch.periods(column, 0))
    return { fields, nested: this.nested, periods, overflow: this.overflow }
  }
}

interface SettledList {
  readonly path: string
  readonly rank: number
  readonly count: number
  readonly others: number
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
  objects = 0
  arrays = 0
  scalars = 0
  nested = false
  inProperties = false
  nestedProperties = false

  constructor(depth: number, path: readonly string[]) {
    this.depth = depth
    this.path = path
  }
}

/**
 * Finds the list of records: of the arrays reached through objects alone, the one under the best known
 * wrapper, then the one with most objects. Such arrays never lie in one another, so one is open at a time.
 */
export class RecordLists {
  #open: OpenList | undefined
  /** Of the name met last. */
  #watch: PeriodWatch | undefined
  #best: SettledList | undefined

  /** A container opens; `path` is asked for when it may be a list of records. */
  open(depth: number, array: boolean, name: string | undefined, path: () => string[]): void {
    const list = this.#open
    if (list === undefined) {
      if (array && depth <= MAX_PATH + 1) this.#open = new OpenList(depth, path())
      return
    }
    switch (depth - list.depth) {
      case 1:
        if (array) list.arrays++
        else list.objects++
        break
      case 2:
        list.nested = true
        list.inProperties = !array && name === 'properties'
        break
      case 3:
        if (list.inProperties) list.nestedProperties = true
    }
  }

  close(depth: number): void {
    const list = this.#open
    if (list === undefined) return
    if (depth === list.depth) this.finish()
    else if (depth === list.depth + 1) {
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

  /** Whether the value of a name with a watch is asked for: the watch may be that of another list. */
  watches(depth: number, { tally, watch }: Name): boolean {
    const list = this.#open
    const inside = list?.inProperties ? list.properties : undefined
    const here = depth - 1 === list?.depth ? list.own : inside
    this.#watch = here !== undefined && tally === here ? watch : undefined
    return this.#watch !== undefined
  }

  /** The value that comes is none of a watched name. */
  unwatch(): void {
    this.#watch = undefined
  }

  /** Whether the value that begins at `at` need not be read: most are no newer than one before. */
  skips(chunk: Buffer, at: number): boolean {
    const watch = this.#watch
    return watch !== undefined && !isSample(this.#open!.objects) && jsonMayPrecede(chunk, at, watch.top)
  }

  /** The asked-for text of a string, number or word; `raw` as in {@link decodeJsonText}. */
  value(raw: string): void {
    this.#watch?.see(this.#open!.objects, raw)
  }

  /** Weighs the open list, whole or as far as a broken document goes. */
  finish(): void {
    const list = this.#open
    if (list === undefined) return
    this.#open = undefined
    const { objects: count, arrays, scalars } = list
    const known = rank(list.path)
    const settled: SettledList = {
      path: ['$', ...list.path].join('.'),
      rank: count === 0 && scalars > 0 ? -1 : known,
      count,
      others: arrays + scalars,
      own: list.own.settle(),
      properties: list.properties.settle(),
    }
    if ((count > 0 || known === 2) && (this.#best === undefined || isBetter(settled, this.#best)))
      this.#best = settled
  }

  /** A two-dimensional array has no names: its `count` is 0 and its rows are `others`, like a list of numbers. */
  records(geojson: boolean): { records?: Records; overflow: boolean } {
    const list = this.#best
    if (list === undefined) return { overflow: false }
    const { path, count, others } = list
    const { fields, nested, periods, overflow } =
      geojson && path === '$.features' ? list.properties : list.own
    const records = { path, count, fields, nested, others, ...(periods.length > 0 && { periods }) }
    return { records, overflow }
  }
}

const isBetter = (a: SettledList, b: SettledList): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : a.count !== b.count ? a.count > b.count : a.others > b.others
