import {
  type ColumnPeriods,
  type Period,
  type PeriodName,
  type PeriodValue,
  readPeriod,
} from '../core/period.ts'

/** Columns of one table that are watched. */
export const WATCHED = 16
/** So many values are all read; below them one in {@link STEP}, and what may be newer. */
const EVERY = 5_000
const STEP = 16
/** Different values of one column that are read once: years, months and days come again and again. */
const KNOWN = 1_000
/** No period is spelt longer, were it all escapes. */
export const LONGEST = 240

/** Finds the newest of the values below one name that speaks of time. */
export class PeriodWatch {
  values = 0
  read = 0
  newest: PeriodValue | undefined
  readonly #kind: PeriodName
  readonly #textOf: (cell: string) => string
  #last = ''
  #wasRead = false
  /** The cell of `newest`, as it came. */
  top = ''
  readonly #known = new Map<string, Period | undefined>()

  /** @param textOf what a cell says, without spaces around it. */
  constructor(kind: PeriodName, textOf: (cell: string) => string) {
    this.#kind = kind
    this.#textOf = textOf
  }

  see(row: number, cell: string): void {
    // What is shorter, or comes before in the alphabet, came before in time, but for months without a zero.
    if (!isSample(row) && mayPrecede(cell, this.top)) return
    if (cell === '' || cell.trim() === '') return
    this.values++
    // Records of one period mostly stand together.
    if (cell === this.#last) {
      if (this.#wasRead) this.read++
      return
    }
    if (cell.length > LONGEST) return
    this.#last = cell
    const period = this.#periodOf(cell)
    this.#wasRead = period !== undefined
    if (!period) return
    this.read++
    if (this.newest && period.to <= this.newest.to) return
    this.newest = { row, text: this.#textOf(cell), ...period }
    this.top = cell
  }

  /** What is kept is a copy, which does not keep the block alive that the cell was cut from. */
  #periodOf(cell: string): Period | undefined {
    const before = this.#known.get(cell)
    if (before || this.#known.has(cell)) return before
    const period = readPeriod(this.#textOf(cell), this.#kind)
    if (this.#known.size < KNOWN) this.#known.set(Buffer.from(cell).toString(), period)
    return period
  }

  /** @param column from 1; `named`: the row of its name. */
  periods(column: number, named: number): ColumnPeriods[] {
    const { values, read, newest } = this
    return newest ? [{ column, named, values, read, newest }] : []
  }
}

/** Rows whose values are read whatever they are. */
export const isSample = (row: number): boolean => row <= EVERY || row % STEP === 0

const mayPrecede = (cell: string, top: string): boolean =>
  cell.length < top.length || (cell.length === top.length && cell <= top)
