import { periodName } from '../core/period.ts'
import type { Records } from '../core/tree.ts'
import { type FieldWatch, fieldWatches } from './field-watch.ts'
import { RecordMarks, Room } from './same-records.ts'
import { Place } from './xml-place.ts'
import { type Attributes, NO_ATTRIBUTES } from './xml-reader.ts'
import { recordsBelow } from './xml-records.ts'
import { DECODED } from './xml-watch.ts'

/** Distinct places and attribute names of a document that are told apart. */
export const MAX_NAMES = 4_096
const MAX_NAME = 200
/** Places and attributes whose names speak of time; which of them are the records' is settled at the end. */
const MAX_PERIODS = 32

const shortened = (text: string): string => (text.length > MAX_NAME ? text.slice(0, MAX_NAME) : text)

/** A copy, at most 200 characters, that does not keep the block of text alive it was cut from. */
export const kept = (text: string): string => Buffer.from(shortened(text)).toString()

class Open {
  place: Place | undefined
  serial = 0
  /** It lies in a record, so it is none. */
  inside = false
  attributes = 0
  /** Texts of the document when it was opened. */
  texts = 0
  hasChildren = false
  nested = false

  constructor(place: Place | undefined) {
    this.place = place
  }
}

/** The shape of the document: which names lie in which, how often, and what their values look like. */
export class Outline {
  /** There were more names than are told apart. */
  overflow = false
  depth = 0
  /** Of the element opened last, when its text is asked for; `row`: the number of its parent. */
  watch: FieldWatch | undefined
  row = 0
  /** The element opened last may be a record that is compared. */
  isMarked = false
  readonly #room = new Room()
  /** Of the element closed last. */
  #closed: Place | undefined
  #serial = 0
  #texts = 0
  #names = 0
  readonly #newWatch = fieldWatches(DECODED, MAX_PERIODS, periodName)
  readonly #top = this.#place('', undefined)
  /** By depth. */
  readonly #open = [new Open(this.#top)]

  get root(): Place | undefined {
    return this.#top.children.values().next().value
  }

  open(name: string, attributes: Attributes, depth: number): Place | undefined {
    const parent = this.#open[depth - 1]!
    const place = parent.place && this.#child(parent.place, shortened(name))
    parent.hasChildren = true
    if (depth > 1) this.#open[depth - 2]!.nested = true
    if (depth > this.depth) this.depth = depth
    this.#open[depth] ??= new Open(place)
    const open = this.#open[depth]
    open.place = place
    open.serial = ++this.#serial
    open.inside = parent.inside || (parent.place?.isRecord ?? false)
    open.attributes = 0
    open.texts = this.#texts
    open.hasChildren = false
    open.nested = false
    this.watch = undefined
    this.isMarked = false
    if (!place) return undefined
    place.count++
    place.belong(parent.serial)
    if (attributes !== NO_ATTRIBUTES) this.#attributes(open, place, attributes)
    this.isMarked = !open.inside && depth > 1 && place.marks.isOpen
    this.row = place.parent!.count
    // A second one in a record is another column.
    if (place.times === 0 && (depth > 2 && !parent.inside ? place.asks(this.row) : place.watch.period))
      this.watch = place.watch
    return place
  }

  /** There is text in the element opened last. */
  text(): void {
    this.#texts++
  }

  /** Whether the element is a record that says something, should others have its name. */
  close(depth: number): boolean {
    const { place, hasChildren, nested, attributes, texts } = this.#open[depth]!
    this.#closed = place
    if (place === undefined) return false
    if (hasChildren) place.withChildren++
    if (nested) place.nested++
    return attributes > 1 || (hasChildren && (nested || attributes > 0 || this.#texts > texts))
  }

  /** @param mark of the element that was closed. */
  mark(mark: string): void {
    const { count, marks } = this.#closed!
    marks.see(count, mark)
  }

  #child(parent: Place, name: string): Place | undefined {
    const known = parent.children.get(name)
    if (known || !this.#mayLearn()) return known
    const child = this.#place(kept(name), parent)
    parent.children.set(child.name, child)
    return child
  }

  #place(name: string, parent: Place | undefined): Place {
    return new Place(name, parent, this.#newWatch(name), new RecordMarks(this.#room))
  }

  #attributes(open: Open, place: Place, attributes: Attributes): void {
    for (const attribute in attributes) {
      const name = shortened(attribute)
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue
      let found = place.attributes.get(name)
      if (found === undefined) {
        if (!this.#mayLearn()) return
        found = { count: 0, watch: this.#newWatch(name) }
        place.attributes.set(kept(name), found)
      }
      found.count++
      open.attributes++
      if (!open.inside || found.watch.period) found.watch.see(place.count, attributes[attribute]!.value)
    }
  }

  #mayLearn(): boolean {
    if (this.#names === MAX_NAMES) this.overflow = true
    else this.#names++
    return !this.overflow
  }

  records(): Records | undefined {
    return recordsBelow(this.#top)
  }
}
