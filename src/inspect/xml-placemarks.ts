import type { Records } from '../core/artifacts.ts'
import { periodName } from '../core/period.ts'
import { PeriodWatch, WATCHED } from './period-watch.ts'
import { fieldsAndPeriods, kept, MAX_NAMES } from './xml-outline.ts'
import type { Attributes } from './xml-reader.ts'

interface Field {
  count: number
  /** Number of the last placemark that had it. */
  placemark: number
  readonly watch: PeriodWatch | undefined
}

/** KML: placemarks are the records wherever they lie, and their fields are named in attributes. */
export class Placemarks {
  schema = false
  overflow = false
  #count = 0
  /** Depth of the open placemark. */
  #depth = 0
  readonly #data = new Map<string, Field>()
  /** Columns that a schema declares; writers leave out empty values. */
  readonly #declared = new Set<string>()
  /** What every placemark may have beside its data. */
  readonly #plain = new Map<string, Field>()
  #watched = 0
  /** Of the Data element that is open: its text is in an element of its own. */
  #given: PeriodWatch | undefined
  /** Of the element opened last, when its text is watched. */
  watch: PeriodWatch | undefined

  open(tag: string, attributes: Attributes, depth: number): void {
    this.watch = undefined
    if (tag === 'Schema') this.schema = true
    else if (tag === 'SimpleField') this.#declare(kept(attributes['name']?.value ?? ''))
    else if (tag === 'Placemark') {
      this.#count++
      this.#depth = depth
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

  close(depth: number): void {
    if (depth === this.#depth) this.#depth = 0
  }

  /** Number of the open placemark. */
  get row(): number {
    return this.#count
  }

  /** @returns what watches the first value of this name in the placemark. */
  #add(fields: Map<string, Field>, name: string): PeriodWatch | undefined {
    let field = fields.get(name)
    if (field === undefined) {
      if (fields.size === MAX_NAMES) {
        this.overflow = true
        return undefined
      }
      field = { count: 0, placemark: 0, watch: this.#watchFor(name) }
      fields.set(name, field)
    }
    if (field.placemark === this.#count) return undefined
    field.count++
    field.placemark = this.#count
    return field.watch
  }

  #watchFor(name: string): PeriodWatch | undefined {
    const kind = this.#watched < WATCHED ? periodName(name) : undefined
    if (!kind) return undefined
    this.#watched++
    return new PeriodWatch(kind, (text) => text.trim())
  }

  records(): Records | undefined {
    if (this.#count === 0) return undefined
    const hasData = this.#data.size > 0
    const filled = [...(hasData ? this.#data : this.#plain)].map(([name, field]) => ({ name, ...field }))
    const unfilled = hasData ? [...this.#declared].filter((name) => !this.#data.has(name)) : []
    return {
      path: '//Placemark',
      count: this.#count,
      ...fieldsAndPeriods([...filled, ...unfilled.map((name) => ({ name, count: 0 }))]),
      nested: 0,
      others: 0,
    }
  }
}
