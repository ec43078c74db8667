import type { Geo, GeoPlace } from '../core/geo.ts'
import { GeoPositions, samples } from './geo-positions.ts'

const GEOMETRY_MEMBERS = new Map([
  ['Point', ['coordinates']],
  ['MultiPoint', ['coordinates']],
  ['LineString', ['coordinates']],
  ['MultiLineString', ['coordinates']],
  ['Polygon', ['coordinates']],
  ['MultiPolygon', ['coordinates']],
  ['GeometryCollection', ['geometries']],
])
/** Members that each type requires; they may be null. */
const REQUIRED = new Map([
  ...GEOMETRY_MEMBERS,
  ['Feature', ['geometry', 'properties']],
  ['FeatureCollection', ['features']],
])
const MEMBERS = new Set([...REQUIRED.values()].flat())

// What the container of a depth is.
const OTHER = 0
const ROOT = 1
const FEATURE = 2
const GEOMETRY = 3
const FEATURES = 4
const GEOMETRIES = 5
const COORDINATES = 6
const CRS = 7

const isObject = (role: number): boolean => role === ROOT || role === FEATURE || role === GEOMETRY

/** The object of one depth. */
interface Frame {
  type: string | undefined
  readonly members: Set<string>
  unclosed: GeoPlace | undefined
  short: GeoPlace | undefined
}

/** Reads what JSON would say as GeoJSON, whether it turns out to be some or not: `type` may come last. */
export class GeoJson {
  /** The next number is part of a position: its text is asked for. */
  measuring = false
  readonly #types = samples<GeoPlace & { type: string | null }>()
  readonly #lacking = samples<GeoPlace & { members: readonly string[] }>()
  readonly #unclosed = samples<GeoPlace>()
  readonly #short = samples<GeoPlace>()
  readonly #positions: GeoPositions
  readonly #roles: number[] = []
  readonly #lines: number[] = []
  readonly #frames: Frame[] = []
  readonly #place: (depth: number) => string
  #crs: string | undefined

  /** @param place where the open container of a depth is. */
  constructor(place: (depth: number) => string) {
    this.#place = place
    this.#positions = new GeoPositions((depth) => this.#placeOf(depth))
  }

  /** `name`: of the member whose value opens; undefined in an array. */
  open(depth: number, array: boolean, name: string | undefined, line: number): void {
    const role = this.#roleOf(depth, array, name)
    this.#roles[depth] = role
    this.measuring = role === COORDINATES
    if (role === OTHER) return
    this.#lines[depth] = line
    if (role === COORDINATES) {
      if (name !== undefined) this.#positions.begin()
      this.#positions.open()
    } else if (role === CRS) this.#crs ??= ''
    else if (isObject(role))
      this.#frames[depth] = { type: undefined, members: new Set(), unclosed: undefined, short: undefined }
  }

  #roleOf(depth: number, array: boolean, name: string | undefined): number {
    if (depth === 1) return array ? OTHER : ROOT
    const parent = this.#roles[depth - 1]!
    if (array) {
      if (parent === COORDINATES) return COORDINATES
      if (name === 'coordinates') return isObject(parent) ? COORDINATES : OTHER
      if (name === 'features') return parent === ROOT ? FEATURES : OTHER
      return name === 'geometries' && isObject(parent) ? GEOMETRIES : OTHER
    }
    if (parent === FEATURES) return FEATURE
    if (parent === GEOMETRIES) return GEOMETRY
    if (name === 'geometry') return parent === ROOT || parent === FEATURE ? GEOMETRY : OTHER
    if (name === 'crs') return parent === ROOT ? CRS : OTHER
    return name === 'properties' && parent === CRS ? CRS : OTHER
  }

  /** Whether this member's text is asked for. */
  name(depth: number, name: string): boolean {
    const role = this.#roles[depth]!
    if (role === CRS) return name === 'name'
    if (!isObject(role)) return false
    if (MEMBERS.has(name)) this.#frames[depth]!.members.add(name)
    return name === 'type'
  }

  text(depth: number, name: string, text: string): void {
    if (this.#roles[depth] === CRS) this.#crs ||= text
    else if (name === 'type' && isObject(this.#roles[depth]!)) this.#frames[depth]!.type ??= text
  }

  scalar(): void {
    if (this.measuring) this.#positions.value()
  }

  number(value: number): void {
    this.#positions.number(value)
  }

  close(depth: number): void {
    const role = this.#roles[depth]!
    this.measuring = depth > 1 && this.#roles[depth - 1] === COORDINATES
    if (role === COORDINATES) {
      this.#positions.close(depth)
      if (this.measuring) return
      const frame = this.#frames[depth - 1]!
      frame.unclosed = this.#positions.unclosed
      frame.short = this.#positions.short
    } else if (isObject(role)) this.#ends(depth, role, this.#frames[depth]!)
  }

  #ends(depth: number, role: number, { type, members, unclosed, short }: Frame): void {
    const fits =
      type !== undefined &&
      (role === FEATURE
        ? type === 'Feature'
        : role === GEOMETRY
          ? GEOMETRY_MEMBERS.has(type)
          : REQUIRED.has(type))
    if (!fits) {
      this.#types.add({ ...this.#placeOf(depth), type: type ?? null })
      return
    }
    const lacking = REQUIRED.get(type)!.filter((member) => !members.has(member))
    if (lacking.length > 0) this.#lacking.add({ ...this.#placeOf(depth), members: lacking })
    if (type !== 'Polygon' && type !== 'MultiPolygon') return
    if (unclosed) this.#unclosed.add(unclosed)
    if (short) this.#short.add(short)
  }

  #placeOf(depth: number): GeoPlace {
    return { path: this.#place(depth), line: this.#lines[depth]! }
  }

  /** Undefined when the outermost object is no GeoJSON. */
  facts(): Geo | undefined {
    const root = this.#frames[1]
    if (root?.type === undefined || root.members.size === 0) return undefined
    if (!REQUIRED.has(root.type) && !root.members.has('features')) return undefined
    return {
      ...this.#positions.facts(),
      types: this.#types.sample(),
      lacking: this.#lacking.sample(),
      unclosed: this.#unclosed.sample(),
      short: this.#short.sample(),
      ...(this.#crs !== undefined && { crs: this.#crs }),
    }
  }
}
