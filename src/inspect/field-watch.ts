import type { Column, Counted, ValueKind } from '../core/column.ts'
import type { ColumnPeriods, PeriodName } from '../core/period.ts'
import { ColumnCounter, exampleOf, isCounted, type Spelling } from './column-counter.ts'
import { COLUMNS } from './column-fold.ts'
import { PeriodWatch } from './period-watch.ts'

/** Strings that stand for a number or for none, of which there is more to tell than that they are strings. */
const MARKS: ReadonlySet<ValueKind> = new Set(['empty', 'grouped', 'wide', 'placeholder'])

type Counting = { -readonly [Key in keyof Counted]: Counted[Key] }

/** Watches the values below one name of records: what they look like, and the newest period among them. */
export class FieldWatch {
  readonly period: PeriodWatch | undefined
  readonly #spelling: Spelling
  /** Made for a first value: there may be very many names. */
  #counter: ColumnCounter | undefined
  #numbers: Counting | undefined
  #strings: Counting | undefined

  /** @param kind how the name speaks of time, if it does. */
  constructor(spelling: Spelling, kind: PeriodName | undefined) {
    this.#spelling = spelling
    this.period = kind && new PeriodWatch(kind, (cell) => spelling.textOf(cell).trim())
  }

  get #count(): ColumnCounter {
    this.#counter ??= new ColumnCounter(this.#spelling)
    return this.#counter
  }

  /** Whether the value in this record is asked for. */
  wants(row: number): boolean {
    return this.period !== undefined || isCounted(row)
  }

  /** A value that has no type; an empty one is none. */
  see(row: number, cell: string): void {
    this.period?.see(row, cell)
    if (isCounted(row)) this.#count.see(row, cell)
  }

  string(row: number, cell: string): void {
    this.period?.see(row, cell)
    if (!isCounted(row) || MARKS.has(this.#count.see(row, cell))) return
    if (this.#strings) this.#strings.count++
    else this.#strings = { count: 1, ...exampleOf(row, cell, this.#spelling) }
  }

  number(row: number, cell: string): void {
    this.period?.see(row, cell)
    if (!isCounted(row)) return
    this.#count.number()
    if (this.#numbers) this.#numbers.count++
    else this.#numbers = { count: 1, ...exampleOf(row, cell, this.#spelling) }
  }

  /** Whether it is enough to know that there is a string of text, or a number. */
  skips(kind: 'text' | 'number'): boolean {
    if (this.period) return false
    return kind === 'text' ? this.#strings !== undefined && this.#count.hasText : this.#numbers !== undefined
  }

  skipped(kind: 'text' | 'number'): void {
    this.#count[kind]()
    if (kind === 'text') this.#strings!.count++
    else this.#numbers!.count++
  }

  column(): Column {
    const [numbers, strings] = [this.#numbers, this.#strings]
    return { ...this.#count.column(), ...(numbers && strings && { mixed: { numbers, strings } }) }
  }
}

/**
 * Makes the watches of names.
 *
 * @param most names that speak of time whose periods are watched
 */
export function fieldWatches<Name>(
  spelling: Spelling,
  most: number,
  periodOf: (name: Name) => PeriodName | undefined,
): (name: Name) => FieldWatch {
  let periods = 0
  return (name) => {
    const kind = periods < most ? periodOf(name) : undefined
    if (kind) periods++
    return new FieldWatch(spelling, kind)
  }
}

/** A name of records, in the order of the fields. */
export interface Field {
  readonly name: string
  readonly count: number
  readonly watch?: FieldWatch | undefined
}

const UNSEEN = new ColumnCounter({ mayBeMore: () => false, textOf: (cell) => cell }).column()

/** What records are made of. */
export function fieldFacts(fields: readonly Field[]) {
  const periods: ColumnPeriods[] = fields.flatMap(({ watch }, f) => watch?.period?.periods(f + 1, 0) ?? [])
  return {
    fields: fields.map(({ name, count }) => ({ name, count })),
    columns: fields.slice(0, COLUMNS).map(({ watch }) => watch?.column() ?? UNSEEN),
    ...(periods.length > 0 && { periods }),
  }
}
