import type { Format } from './format.ts'
import type { Reason, Sample } from './observed.ts'

/** `data` is judged as a resource is; `other` (documents, pictures, notes) is listed only. */
export type MemberRole = 'data' | 'other'

export interface ArchiveMember {
  readonly name: string
  /** Bytes as the archive says. */
  readonly size: number
  readonly role: MemberRole
  /** Absent when the content was not read. */
  readonly format?: Format
  /** Why it was not read. */
  readonly because?: Reason
}

/** A layer of shapes, which is spread over files of one name. */
export interface Shapefile {
  /** Path without its ending. */
  readonly name: string
  /** Endings that are not there, such as `.dbf`. */
  readonly missing: readonly string[]
}

/** Facts about an archive itself; what its members hold is judged member by member. */
export interface Archive {
  /** Files, folders left out. */
  readonly members: Sample<ArchiveMember>
  readonly shapefiles: readonly Shapefile[]
}
