import type { FieldWatch } from './field-watch.ts'
import type { RecordMarks } from './same-records.ts'

/** Times one name may be repeated in a record and still be told apart. */
const MAX_AGAIN = 64

/** All elements with the same names from the root down. */
export class Place {
  readonly name: string
  readonly parent: Place | undefined
  readonly children = new Map<string, Place>()
  readonly attributes = new Map<string, { count: number; readonly watch: FieldWatch }>()
  /** Of their texts, should they be fields. */
  readonly watch: FieldWatch
  /** Should they be records. */
  readonly marks: RecordMarks
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

  constructor(name: string, parent: Place | undefined, watch: FieldWatch, marks: RecordMarks) {
    this.name = name
    this.parent = parent
    this.watch = watch
    this.marks = marks
  }

  /** They come again and again, and are no envelopes of one record each: no list of records lies in them. */
  get isRecord(): boolean {
    return this.count > 1 && this.children.size > 1
  }

  /** Whether the text of one in this record is asked for, should it be a field. */
  asks(row: number): boolean {
    return this.withChildren === 0 ? this.watch.wants(row) : this.watch.period !== undefined
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
