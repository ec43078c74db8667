import type { Geo, GeoPlace, GeoPosition } from '../core/geo.ts'
import { Collector } from '../core/observed.ts'

const MAX_SAMPLES = 5

export const samples = <T>(): Collector<T> => new Collector<T>(MAX_SAMPLES)

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most

/** One ring of a polygon, one line, or a plain list of positions. */
class Ring {
  depth = 0
  count = 0
  #firstX = 0
  #firstY = 0
  #x = 0
  #y = 0

  add(depth: number, x: number, y: number): void {
    if (this.count === 0 || this.depth !== depth) {
      this.depth = depth
      this.count = 0
      this.#firstX = x
      this.#firstY = y
    }
    this.count++
    this.#x = x
    this.#y = y
  }

  /** What is no number has been told already, and opens no ring. */
  get closed(): boolean {
    return !(this.#firstX - this.#x || this.#firstY - this.#y)
  }
}

/** Looks at every position inside `coordinates`; keeps the ends of the list that is open, and samples. */
export class GeoPositions {
  count = 0
  readonly malformed = samples<GeoPlace>()
  readonly swapped = samples<GeoPosition>()
  readonly metres = samples<GeoPosition>()
  readonly outside = samples<GeoPosition>()
  /** First faulty rings of the geometry that was read last. */
  unclosed: GeoPlace | undefined
  short: GeoPlace | undefined
  readonly #ring = new Ring()
  readonly #placeOf: (depth: number) => GeoPlace
  #values = 0
  #numbers = 0
  #x = Number.NaN
  #y = Number.NaN

  constructor(placeOf: (depth: number) => GeoPlace) {
    this.#placeOf = placeOf
  }

  begin(): void {
    this.unclosed = undefined
    this.short = undefined
  }

  open(): void {
    this.#values = 0
    this.#numbers = 0
    this.#x = Number.NaN
    this.#y = Number.NaN
  }

  value(): void {
    this.#values++
  }

  number(value: number): void {
    this.#numbers++
    if (this.#numbers === 1) this.#x = value
    else if (this.#numbers === 2) this.#y = value
  }

  close(depth: number): void {
    const ring = this.#ring
    if (this.#values > 0) {
      this.#position(depth)
      ring.add(depth - 1, this.#x, this.#y)
    } else if (ring.depth === depth && ring.count > 0) {
      if (ring.count < 4) this.short ??= this.#placeOf(depth)
      else if (!ring.closed) this.unclosed ??= this.#placeOf(depth)
      ring.count = 0
    }
    this.open()
  }

  #position(depth: number): void {
    this.count++
    if (this.#numbers < 2 || this.#numbers < this.#values) {
      this.malformed.add(this.#placeOf(depth))
      return
    }
    const x = this.#x
    const y = this.#y
    if (isBetween(x, -180, 180) && isBetween(y, -90, 90)) return
    const kind =
      isBetween(x, 21, 27) && isBetween(y, 118, 123) ? 'swapped' : isMetres(x, y) ? 'metres' : 'outside'
    const found = this[kind]
    found.add(found.open ? { ...this.#placeOf(depth), x, y } : NOWHERE)
  }

  facts(): Pick<Geo, 'positions' | 'malformed' | 'swapped' | 'metres' | 'outside'> {
    return {
      positions: this.count,
      malformed: this.malformed.sample(),
      swapped: this.swapped.sample(),
      metres: this.metres.sample(),
      outside: this.outside.sample(),
    }
  }
}

/** Counted, not kept. */
const NOWHERE: GeoPosition = { path: '', line: 0, x: 0, y: 0 }

/** Both zones have their central meridian at 250,000 m; the main island, 澎湖, 金門 and 馬祖 lie within these. */
const isMetres = (x: number, y: number): boolean =>
  isBetween(x, 90_000, 450_000) && isBetween(y, 2_300_000, 2_950_000)
