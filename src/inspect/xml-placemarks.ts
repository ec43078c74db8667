import { periodName } from '../core/period.ts'
import type { Records } from '../core/tree.ts'
import { type FieldWatch, fieldFacts, fieldWatches } from './field-watch.ts'
import { WATCHED } from './period-watch.ts'
import { RecordMarks, Room } from './same-records.ts'
import { kept, MAX_NAMES } from './xml-outline.ts'
import type { Attributes } from './xml-reader.ts'
import { DECODED } from './xml-watch.ts'

interface Data {
  count: number
  /** Number of the last placemark that had it. */
  placemark: number
  readonly watch: FieldWatch
}

/** KML: placemarks are the records wherever they lie, and their fields are named in attributes. */
export class Placemarks {
  schema = false
  overflow = false
  #count = 0
  /** Depth of the open placemark. */
  #depth = 0
  readonly #data = new Map<string, Data>()
  /** Columns that a schema declares; writers leave out empty values. */
  readonly #declared = new Set<string>()
  /** What every placemark may have beside its data. */
  readonly #plain = new Map<string, Data>()
  readonly #marks = new RecordMarks(new Room())
  readonly #newWatch = fieldWatches(DECODED, WATCHED, periodName)
  /** Of the Data element that is open: its text is in an element of its own. */
  #given: FieldWatch | undefined
  /** Of the element opened last, when its text is asked for. */
  watch: FieldWatch | undefined
  /** The element opened last is a placemark that is compared. */
  isMarked = false

  open(tag: string, attributes: Attributes, depth: number): void {
    this.watch = undefined
    this.isMarked = false
    if (tag === 'Schema') this.schema = true
    else if (tag === 'SimpleField') this.#declare(kept(attributes['name']?.value ?? ''))
    else if (tag === 'Placemark') {
      this.#count++
      this.#depth = depth
      this.isMarked = this.#marks.isOpen
    } else if (this.#depth === 0) return
    else if (tag === 'SimpleData') this.watch = this.#add(this.#data, kept(attributes['name']?.value ?? ''))
    else if (tag === 'Data') this.#given = this.#add(this.#data, kept(attributes['name']?.value ?? ''))
    else if (tag === 'value') this.watch = this.#given
    else if (depth === this.#depth + 1 && (tag === 'name' || tag === 'description'))
      this.#add(this.#plain, tag)
  }

  #declare(name: string): void {
    if (name === '' || this.#declared.has(name)) return
    if (this.#declared.size < MAX_NAMES) this.#declared.add(name)
    else this.overflow = true
  }

  /** Whether it is a placemark that is closed. */
  close(depth: number): boolean {
    if (depth !== this.#depth) return false
    this.#depth = 0
    return true
  }

  /** @param mark of the placemark that was closed. */
  mark(mark: string): void {
    this.#marks.see(this.#count, mark)
  }

  /** Number of the open placemark. */
  get row(): number {
    return this.#count
  }

  /** @returns what watches the first value of this name in the placemark, if it is asked for. */
  #add(fields: Map<string, Data>, name: string): FieldWatch | undefined {
    let field = fields.get(name)
    if (field === undefined) {
      if (fields.size === MAX_NAMES) {
        this.overflow = true
        return undefined
      }
      field = { count: 0, placemark: 0, watch: this.#newWatch(name) }
      fields.set(name, field)
    }
    if (field.placemark === this.#count) return undefined
    field.count++
    field.placemark = this.#count
    return field.watch.wants(this.#count) ? field.watch : undefined
  }

  records(): Records | undefined {
    if (this.#count === 0) return undefined
    const hasData = this.#data.size > 0
    const filled = [...(hasData ? this.#data : this.#plain)].map(([name, field]) => ({ name, ...field }))
    const unfilled = hasData ? [...this.#declared].filter((name) => !this.#data.has(name)) : []
    return {
      path: '//Placemark',
      count: this.#count,
      ...fieldFacts([...filled, ...unfilled.map((name) => ({ name, count: 0 }))]),
      nested: 0,
      others: 0,
      same: this.#marks.facts(),
    }
  }
}
