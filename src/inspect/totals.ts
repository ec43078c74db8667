import type { TotalRow } from '../core/artifacts.ts'
import { isTotalLabel, numberOf, totalSuffix } from '../core/labels.ts'
import { startTest } from './beginnings.ts'
import { decodeEither } from './decode.ts'

/** Rows and cells kept to check a total's arithmetic; a total over more rows is reported without it. */
const MAX_ROWS = 2_000
const MAX_CELLS = 100_000
/** Rows looked back at in all; later totals are reported without their arithmetic. */
const MAX_LOOKS = 5_000_000
const LABEL_COLUMNS = 8
const MAX_LABEL_BYTES = 60

const mayBeLabel = startTest(
  ['小', '合', '總', '共', '累', '統', '加', '本', '全', '（', '【', '〔', '　'],
  ['(', '[', ' ', 'To', 'TO', 'to', 'Su', 'SU', 'su', 'Gr', 'GR', 'gr'],
)

export interface TotalSeeker {
  /** Looks at one record whose cells are latin1. */
  see(row: number, cells: readonly string[]): TotalRow | undefined
}

type Cells = readonly string[]

const GONE: Cells = []

/** The last records in a ring, oldest first: nothing is made or moved for a record that goes by. */
class LastRows {
  readonly #rows: number[] = []
  readonly #cells: Cells[] = []
  readonly #totals: boolean[] = []
  #start = 0
  #held = 0
  length = 0
  looks = 0

  push(row: number, cells: Cells, total: boolean): void {
    if (this.length === MAX_ROWS) this.#drop()
    const slot = this.#slot(this.length++)
    this.#rows[slot] = row
    this.#cells[slot] = cells
    this.#totals[slot] = total
    this.#held += cells.length
    while (this.#held > MAX_CELLS && this.length > 1) this.#drop()
  }

  row = (index: number): number => this.#rows[this.#slot(index)]!
  isTotal(index: number): boolean {
    this.looks++
    return this.#totals[this.#slot(index)]!
  }
  value = (index: number, column: number): number | undefined =>
    amountOf(this.#cells[this.#slot(index)]![column] ?? '')

  #drop(): void {
    this.#held -= this.#cells[this.#start]!.length
    this.#cells[this.#start] = GONE
    this.#start = this.#slot(1)
    this.length--
  }

  #slot(index: number): number {
    const at = this.#start + index
    return at < MAX_ROWS ? at : at - MAX_ROWS
  }
}

export function totalSeeker(): TotalSeeker {
  const last = new LastRows()
  return {
    see(row, cells) {
      const label = findLabel(cells)
      const found = label && sums(last, cells, label.column)
      last.push(row, cells, label !== undefined)
      if (!label || !found || (!label.sure && found.sums.length === 0)) return undefined
      return { row, label: label.text, column: label.column, ...found }
    },
  }
}

function findLabel(cells: Cells): { text: string; column: number; sure: boolean } | undefined {
  const end = Math.min(cells.length, LABEL_COLUMNS)
  for (let c = 0; c < end; c++) {
    const cell = cells[c]!
    if (cell.length < 3 || cell.length > MAX_LABEL_BYTES) continue
    const suffix = c < 2 && mayEndInTotal(cell.charCodeAt(cell.length - 1))
    if (!suffix && !mayBeLabel(cell)) continue
    const text = decodeEither(cell).trim()
    const whole = isTotalLabel(text)
    const tail = whole || !suffix ? undefined : totalSuffix(text)
    if ((whole || tail) && hasNumber(cells, c)) return { text, column: c + 1, sure: whole || tail === '小計' }
  }
  return undefined
}

/** 計 ends in 0x88 in UTF-8 and in 0x70 in Big5. */
const mayEndInTotal = (byte: number): boolean =>
  byte === 0x88 || byte === 0x70 || byte === 0x3a || byte === 0x9a

/** A header names totals too (男, 女, 合計); only a record counts them. */
function hasNumber(cells: readonly string[], after: number): boolean {
  for (let c = after + 1; c < cells.length; c++) if (amountOf(cells[c]!) !== undefined) return true
  return false
}

/** Full-width digits are the only numbers that do not begin in ASCII. */
const amountOf = (cell: string): number | undefined =>
  numberOf(cell.charCodeAt(0) < 0x80 || cell.length > 40 ? cell : decodeEither(cell))

type Sums = Pick<TotalRow, 'sums' | 'sumFrom'>

/** Goes back from the total until the first numeric column adds up, then asks the other columns. */
function sums(last: LastRows, cells: Cells, label: number): Sums {
  const targets: { c: number; value: number }[] = []
  for (let c = label; c < cells.length && targets.length < 50; c++) {
    const value = amountOf(cells[c]!)
    if (value !== undefined && value !== 0) targets.push({ c, value })
  }
  const lead = targets[0]
  if (!lead) return { sums: [] }
  let sum = 0
  for (let i = last.length - 1, taken = 0; i >= 0 && last.looks < MAX_LOOKS; i--) {
    if (last.isTotal(i)) continue
    const part = last.value(i, lead.c)
    if (part === undefined) continue
    sum += part
    if (++taken >= 2 && close(sum, lead.value)) return agreeing(last, i, targets, cells)
  }
  return { sums: [] }
}

function agreeing(
  last: LastRows,
  from: number,
  targets: readonly { c: number; value: number }[],
  cells: Cells,
): Sums {
  const total = (column: number): number => {
    let sum = 0
    for (let i = from; i < last.length; i++) if (!last.isTotal(i)) sum += last.value(i, column) ?? 0
    return sum
  }
  return {
    sumFrom: last.row(from),
    sums: targets
      .filter(({ c, value }) => close(total(c), value))
      .map(({ c }) => ({ column: c + 1, value: cells[c]!.trim() })),
  }
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-6, Math.abs(b) * 1e-9)
