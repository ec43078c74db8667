import type { Records } from '../core/artifacts.ts'
import { periodName } from '../core/period.ts'
import { PeriodWatch } from './period-watch.ts'
import { type Attributes, NO_ATTRIBUTES } from './xml-reader.ts'

/** Distinct places and attribute names of a document that are told apart. */
export const MAX_NAMES = 4_096
const MAX_NAME = 200
/** Times one name may be repeated in a record and still be told apart. */
const MAX_AGAIN = 64
/** Places and attributes whose values are watched; which of them are the records' is settled at the end. */
const MAX_WATCHED = 32

const shortened = (text: string): string => (text.length > MAX_NAME ? text.slice(0, MAX_NAME) : text)

/** A copy, at most 200 characters, that does not keep the block of text alive it was cut from. */
export const kept = (text: string): string => Buffer.from(shortened(text)).toString()

/** A name that is a column, should its element be a record. */
interface Column {
  readonly name: string
  readonly count: number
  readonly watch?: PeriodWatch | undefined
}

/** All elements with the same names from the root down. */
export class Place {
  readonly name: string
  readonly parent: Place | undefined
  readonly children = new Map<string, Place>()
  readonly attributes = new Map<string, { count: number; readonly watch: PeriodWatch | undefined }>()
  /** Of the text of one whose name speaks of time. */
  readonly watch: PeriodWatch | undefined
  count = 0
  /** Parents that have one of these at least. */
  owners = 0
  /** Serial number of the last such parent. */
  owner = 0
  /** Of these in that parent. */
  times = 0
  /** Parents that have one more: a second, a third … */
  readonly again: number[] = []
  withChildren = 0
  /** Elements with grandchildren. */
  nested = 0

  constructor(name: string, parent: Place | undefined, watch?: PeriodWatch) {
    this.name = name
    this.parent = parent
    this.watch = watch
  }

  /** One more element here, in the parent of this serial number. */
  belong(parent: number): void {
    if (this.owner !== parent) {
      this.owner = parent
      this.owners++
      this.times = 0
    } else if (this.times < MAX_AGAIN) this.again[this.times] = (this.again[this.times++] ?? 0) + 1
  }
}

interface Open {
  place: Place | undefined
  serial: number
  hasChildren: boolean
  nested: boolean
}

/** The shape of the document: which names lie in which, and how often. */
export class Outline {
  /** There were more names than are told apart. */
  overflow = false
  depth = 0
  /** Of the element opened last, when its text is watched; `row`: the number of its parent. */
  watch: PeriodWatch | undefined
  row = 0
  readonly #top = new Place('', undefined)
  readonly #open: Open[] = [{ place: this.#top, serial: 0, hasChildren: false, nested: false }]
  #serial = 0
  #names = 0
  #watched = 0

  get root(): Place | undefined {
    return this.#top.children.values().next().value
  }

  open(name: string, attributes: Attributes, depth: number): Place | undefined {
    const parent = this.#open[depth - 1]!
    const place = parent.place && this.#child(parent.place, shortened(name))
    parent.hasChildren = true
    if (depth > 1) this.#open[depth - 2]!.nested = true
    if (depth > this.depth) this.depth = depth
    if (place) {
      place.count++
      place.belong(parent.serial)
      if (attributes !== NO_ATTRIBUTES)
        for (const attribute in attributes)
          this.#attribute(place, shortened(attribute), attributes[attribute]!.value)
    }
    // A second one in a record is another column.
    this.watch = place?.times === 0 ? place.watch : undefined
    if (this.watch) this.row = place!.parent!.count
    this.#reopen(depth, place)
    return place
  }

  close(depth: number): void {
    const { place, hasChildren, nested } = this.#open[depth]!
    if (place === undefined) return
    if (hasChildren) place.withChildren++
    if (nested) place.nested++
  }

  #reopen(depth: number, place: Place | undefined): void {
    const serial = ++this.#serial
    const open = this.#open[depth]
    if (open === undefined) this.#open[depth] = { place, serial, hasChildren: false, nested: false }
    else {
      open.place = place
      open.serial = serial
      open.hasChildren = false
      open.nested = false
    }
  }

  #child(parent: Place, name: string): Place | undefined {
    const known = parent.children.get(name)
    if (known || !this.#mayLearn()) return known
    const child = new Place(kept(name), parent, this.#watchFor(name))
    parent.children.set(child.name, child)
    return child
  }

  #attribute(place: Place, name: string, value: string): void {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return
    let attribute = place.attributes.get(name)
    if (attribute === undefined) {
      if (!this.#mayLearn()) return
      attribute = { count: 0, watch: this.#watchFor(name) }
      place.attributes.set(kept(name), attribute)
    }
    attribute.count++
    attribute.watch?.see(place.count, value)
  }

  #watchFor(name: string): PeriodWatch | undefined {
    const kind = this.#watched < MAX_WATCHED ? periodName(name) : undefined
    if (!kind) return undefined
    this.#watched++
    return new PeriodWatch(kind, (text) => text.trim())
  }

  #mayLearn(): boolean {
    if (this.#names === MAX_NAMES) this.overflow = true
    else this.#names++
    return !this.overflow
  }

  /** The list of records, else the one row of a document that has a single one. */
  records(): Records | undefined {
    const place = recordsOf(this.root) ?? this.#repeated() ?? this.#single()
    if (place === undefined) return undefined
    const { count, nested } = place
    return { path: pathOf(place), count, ...fieldsAndPeriods(columnsOf(place)), nested, others: 0 }
  }

  /** The shallowest name that repeats and holds something; of several, one with elements, then the most frequent. */
  #repeated(): Place | undefined {
    let level = [...this.#top.children.values()]
    while (level.length > 0) {
      const lists = level
        .filter(isList)
        .sort((a, b) => Number(b.withChildren > 0) - Number(a.withChildren > 0) || b.count - a.count)
      if (lists[0]) return unwrapped(lists[0])
      level = level.flatMap((place) => [...place.children.values()])
    }
    return undefined
  }

  /** The deepest element below the root with two or more fields and nothing inside them. */
  #single(): Place | undefined {
    let row: Place | undefined
    let level = [...(this.root?.children.values() ?? [])]
    while (level.length > 0) {
      row = level.find((place) => place.children.size > 1 && place.nested === 0) ?? row
      level = level.flatMap((place) => [...place.children.values()])
    }
    return row
  }
}

/** Feeds and GML say where their records are: one record is a list too, and links beside them are none. */
const RECORDS = [
  ['rss', 'channel', 'item'],
  ['RDF', 'item'],
  ['feed', 'entry'],
] as const

function recordsOf(root: Place | undefined): Place | undefined {
  for (const [name, ...path] of RECORDS)
    if (root?.name === name) {
      const place = path.reduce<Place | undefined>((at, child) => at?.children.get(child), root)
      if (place && place.withChildren > 0) return place
    }
  const members = root?.children.get('featureMember') ?? root?.children.get('featureMembers')
  const [only, ...more] = members?.children.values() ?? []
  return only && more.length === 0 && only.withChildren > 0 ? only : undefined
}

const isList = ({ count, withChildren, attributes }: Place): boolean =>
  count > 1 && (withChildren > 0 || attributes.size > 0)

/** GML and its kin put every record into an envelope of its own (`featureMember`). */
function unwrapped(list: Place): Place {
  const [only, ...more] = list.children.values()
  const isEnvelope = only && more.length === 0 && only.count === list.count && only.withChildren > 0
  return isEnvelope ? unwrapped(only) : list
}

/** The children's names; the attributes' where there are no children. */
function columnsOf(place: Place): Column[] {
  if (place.withChildren === 0) return [...place.attributes].map(([name, found]) => ({ name, ...found }))
  return [...place.children.values()].flatMap(columnsOfChild)
}

/** A second 面積 in a record is a column of its own, `面積[2]`: agencies do publish such rows. */
function columnsOfChild({ name, owners, withChildren, again, watch }: Place): Column[] {
  const repeats = withChildren > 0 ? [] : again
  return [
    { name, count: owners, watch },
    ...repeats.map((count, i) => ({ name: `${name}[${i + 2}]`, count })),
  ]
}

export function fieldsAndPeriods(columns: readonly Column[]): Pick<Records, 'fields' | 'periods'> {
  const fields = columns.map(({ name, count }) => ({ name, count }))
  const periods = columns.flatMap(({ watch }, c) => watch?.periods(c + 1, 0) ?? [])
  return { fields, ...(periods.length > 0 && { periods }) }
}

const pathOf = (place: Place): string => (place.parent ? `${pathOf(place.parent)}/${place.name}` : '')
