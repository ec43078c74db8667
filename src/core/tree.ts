import type { Column } from './column.ts'
import type { Geo } from './geo.ts'
import type { Sample } from './observed.ts'
import type { ColumnPeriods } from './period.ts'
import type { FaultCause } from './syntax-faults.ts'

export interface SyntaxFault extends FaultCause {
  readonly line: number
  readonly column: number
}

/** A list of records found inside JSON or XML. */
export interface Records {
  /** `$`, `$.result.records`, `/root/row` … */
  readonly path: string
  readonly count: number
  /** Names over all records, in order of first sight, with the number of records that have them. */
  readonly fields: readonly { readonly name: string; readonly count: number }[]
  /** Records with a value that is itself a list or an object (JSON) or has child elements (XML). */
  readonly nested: number
  /** Elements of the list that are no records (numbers, strings, lists). */
  readonly others: number
  /** Of fields whose name speaks of time; the first is column 1, the first record row 1, and names stand in row 0. */
  readonly periods?: readonly ColumnPeriods[]
  /** What the values of the fields look like, in their order; of so many fields only as are looked at. */
  readonly columns: readonly Column[]
  readonly same: SameRecords
}

/** Records that are spelt as an earlier one, or rows below the first. */
export interface SameRecords {
  /** So many were compared, from the first. */
  readonly looked: number
  readonly found: Sample<{ readonly row: number; readonly of: number }>
}

/** Facts about JSON and XML. */
export interface Tree {
  readonly syntax: 'json' | 'xml'
  readonly fault?: SyntaxFault
  /** Absent when nothing in the document looks like a list of records. */
  readonly records?: Records
  /** JSON: keys of the top object, at most 50. XML: the root's name. */
  readonly root: readonly string[]
  readonly rootKind: 'object' | 'array' | 'scalar' | 'element' | 'none'
  readonly duplicateKeys: Sample<{ readonly path: string; readonly name: string; readonly line: number }>
  readonly depth: number
  /** XML: the encoding its declaration names. */
  readonly declaredEncoding?: string
  /** XML: internal entities that were accepted but not expanded. */
  readonly entities: number
  /** GeoJSON: what RFC 7946 says of it. */
  readonly geo?: Geo
  /** KML: has a Schema element. */
  readonly schema: boolean
  /** Strings beside the data that look like a server's error message; at most 5. */
  readonly messages: readonly string[]
  /** `success`-like flag of an envelope. */
  readonly success?: boolean
}
