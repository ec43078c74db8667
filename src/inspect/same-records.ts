import { Collector } from '../core/observed.ts'
import type { SameRecords } from '../core/tree.ts'

/** Records of one list that are remembered, by a digest each; what comes later is not looked at. */
const MAX_RECORDS = 50_000
/** In all lists of a document. */
const MAX_REMEMBERED = 200_000
const SAMPLE = 20

/** How many more records of a document may be remembered. */
export class Room {
  left = MAX_REMEMBERED
}

/** Looks for records of one list that come twice. */
export class RecordMarks {
  #looked = 0
  /** Made for a second record: there may be very many lists of one. */
  #known: Map<string, number> | undefined
  #first: readonly [mark: string, row: number] | undefined
  readonly #found = new Collector<{ row: number; of: number }>(SAMPLE)
  readonly #room: Room

  constructor(room: Room) {
    this.#room = room
  }

  /** Whether another record is compared. */
  get isOpen(): boolean {
    return this.#looked < MAX_RECORDS && this.#room.left > 0
  }

  see(row: number, mark: string): void {
    this.#looked++
    if (this.#first === undefined) {
      this.#first = [mark, row]
      this.#room.left--
      return
    }
    this.#known ??= new Map([this.#first])
    const of = this.#known.get(mark)
    if (of === undefined) {
      this.#known.set(mark, row)
      this.#room.left--
    } else this.#found.add({ row, of })
  }

  facts(): SameRecords {
    return { looked: this.#looked, found: this.#found.sample() }
  }
}
