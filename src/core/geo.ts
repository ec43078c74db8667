import type { Sample } from './observed.ts'

/** A JSON path such as `$.features[3].geometry.coordinates[0]` and the line on which it begins, from 1. */
export interface GeoPlace {
  readonly path: string
  readonly line: number
}

export interface GeoPosition extends GeoPlace {
  readonly x: number
  readonly y: number
}

/** Facts about GeoJSON (RFC 7946). */
export interface Geo {
  readonly positions: number
  /** Objects whose `type` is not one that may stand there; null: there is none. */
  readonly types: Sample<GeoPlace & { readonly type: string | null }>
  /** Objects without members that RFC 7946 requires. */
  readonly lacking: Sample<GeoPlace & { readonly members: readonly string[] }>
  /** Positions with fewer than two numbers, or with something else among them. */
  readonly malformed: Sample<GeoPlace>
  /** First value 21–27, second 118–123: Taiwan, latitude first. */
  readonly swapped: Sample<GeoPosition>
  /** Positions that fit Taiwan's metres: TWD97 or TWD67, two-degree zone 121 or 119. */
  readonly metres: Sample<GeoPosition>
  /** Other positions beyond ±180 and ±90. */
  readonly outside: Sample<GeoPosition>
  /** Polygons, each with its first ring whose last position is not its first. */
  readonly unclosed: Sample<GeoPlace>
  /** Polygons, each with its first ring of fewer than four positions. */
  readonly short: Sample<GeoPlace>
  /** What a `crs` member names, empty when it names nothing; RFC 7946 has no such member any more. */
  readonly crs?: string
}
