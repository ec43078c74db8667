import type { Records } from '../core/artifacts.ts'
import { kept, MAX_NAMES } from './xml-outline.ts'
import type { Attributes } from './xml-reader.ts'

interface Field {
  count: number
  /** Number of the last placemark that had it. */
  placemark: number
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

  open(tag: string, attributes: Attributes, depth: number): void {
    if (tag === 'Schema') this.schema = true
    else if (tag === 'SimpleField') this.#declare(kept(attributes['name']?.value ?? ''))
    else if (tag === 'Placemark') {
      this.#count++
      this.#depth = depth
    } else if (this.#depth === 0) return
    else if (tag === 'SimpleData' || tag === 'Data')
      this.#add(this.#data, kept(attributes['name']?.value ?? ''))
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

  #add(fields: Map<string, Field>, name: string): void {
    const field = fields.get(name)
    if (field === undefined) {
      if (fields.size < MAX_NAMES) fields.set(name, { count: 1, placemark: this.#count })
      else this.overflow = true
    } else if (field.placemark !== this.#count) {
      field.count++
      field.placemark = this.#count
    }
  }

  records(): Records | undefined {
    if (this.#count === 0) return undefined
    const hasData = this.#data.size > 0
    const fields = [...(hasData ? this.#data : this.#plain)].map(([name, { count }]) => ({ name, count }))
    const unfilled = hasData ? [...this.#declared].filter((name) => !this.#data.has(name)) : []
    return {
      path: '//Placemark',
      count: this.#count,
      fields: [...fields, ...unfilled.map((name) => ({ name, count: 0 }))],
      nested: 0,
      others: 0,
    }
  }
}
