import type { Row, RowRange, Table, TotalRow } from '../core/artifacts.ts'
import { isNote } from '../core/labels.ts'
import { Collector } from '../core/observed.ts'
import { startTest } from './beginnings.ts'
import { columnFold } from './column-fold.ts'
import { decodeEither, decodeLatin1 } from './decode.ts'
import { groupTotals } from './group-totals.ts'
import { cutBetween } from './office-xml.ts'
import { periodFold } from './period-fold.ts'
import { sameRows } from './same-rows.ts'
import { spreadsheetTraces } from './spreadsheet-traces.ts'
import { totalSeeker } from './totals.ts'

const HEAD = 40
const TAIL = 20
const NAMES = 8
const MAX_WIDTHS = 64
const ROWS_PER_WIDTH = 10
const SAMPLE = 20
const CELL = 200
const CELLS = 512

const mayStartNote = startTest(
  ['備', '附', '註', '說', '資', '來', '單', '填', '製', '編', '更', '統', '事', '※', '＊', '（', '【', '　'],
  ['*', ' ', '(', '[', 'No', 'no', 'NO', 'So', 'so', 'SO'],
)

type Cells = readonly string[]
interface Kept {
  row: number
  cells: Cells
  width: number
}
interface Counted {
  readonly width: number
  count: number
  readonly rows: number[]
}

/** Folds records, one after the other, into one small {@link Table}. Cells are ASCII-compatible bytes as latin1. */
export function tableFold() {
  const head: Kept[] = []
  const tail: Kept[] = Array.from({ length: TAIL }, () => ({ row: 0, cells: [], width: 0 }))
  let tailAt = 0
  const widths = new Map<number, Counted>()
  let usual: Counted = { width: 0, count: 0, rows: [] }
  const blank = new Collector<RowRange>(SAMPLE)
  const totals = new Collector<TotalRow>(SAMPLE)
  const notes = new Collector<{ row: number; text: string; alone: boolean }>(SAMPLE)
  const repeats = new Collector<{ row: number; of: number }>(SAMPLE * NAMES)
  const repeatsOf = new Map<number, number>()
  const traces = spreadsheetTraces()
  const columnKinds = columnFold()
  const periods = periodFold()
  const same = sameRows()
  const earlyMarks = new Set<number>()
  const seeker = totalSeeker()
  const groups = groupTotals((total) => totals.add(total))
  let rows = 0
  let blankRows = 0
  let blankFrom = 0
  let blankDelimited = 0
  /** Columns that have had no value below the first record. */
  const empty: number[] = []
  let columns = 0

  function row(cells: string[]) {
    rows++
    if (isBlank(cells)) {
      if (blankFrom === 0) blankFrom = rows
      if (cells.length > 1) blankDelimited++
      return
    }
    if (blankFrom !== 0) closeBlank()
    const width = cells.length
    count(width)
    if (head.length < NAMES) earlyMarks.add(markOf(cells))
    // Nobody sees what stands further right, but for the names.
    const near = width > CELLS ? cells.slice(0, CELLS) : cells
    if (head.length < HEAD) head.push({ row: rows, cells: head.length < NAMES ? cells : near, width })
    // Written over in turn: a record that only goes by should cost no object of its own.
    const slot = tail[tailAt]!
    slot.row = rows
    slot.cells = near
    slot.width = width
    tailAt = (tailAt + 1) % TAIL
    traces.row(rows, cells)
    while (columns < width) empty.push(columns++)
    if (rows > 1) dropFilled(cells)
    const total = seeker.see(rows, cells)
    if (total) totals.add(total)
    groups.row(rows, cells)
    lookForNote(cells, width)
    if (rows > 1) lookForRepeat(cells)
    columnKinds.row(rows, cells)
    periods.row(rows, cells)
    same.row(rows, cells)
  }

  function closeBlank() {
    blank.add({ from: blankFrom, to: rows - 1 })
    blankRows += rows - blankFrom
    blankFrom = 0
    blankDelimited = 0
  }

  function count(width: number) {
    if (usual.width !== width) {
      let known = widths.get(width)
      if (!known) {
        if (widths.size === MAX_WIDTHS) return
        known = { width, count: 0, rows: [] }
        widths.set(width, known)
      }
      usual = known
    }
    usual.count++
    if (usual.rows.length < ROWS_PER_WIDTH) usual.rows.push(rows)
  }

  function dropFilled(cells: Cells) {
    for (let i = empty.length - 1; i >= 0; i--) {
      const cell = cells[empty[i]!]
      if (cell !== undefined && cell !== '' && cell.trim() !== '') {
        empty[i] = empty[empty.length - 1]!
        empty.pop()
      }
    }
  }

  function lookForNote(cells: Cells, width: number) {
    let at = 0
    while (cells[at] === '') at++
    const start = cells[at]!
    if (!mayStartNote(start)) return
    let filled = 0
    for (let c = at; c < width && filled <= 2; c++) if (cells[c] !== '' && cells[c]!.trim() !== '') filled++
    if (filled > 2) return
    const text = decodeEither(cutBetween(start, CELL * 3)).trim()
    if (isNote(text)) notes.add({ row: rows, text: text.slice(0, CELL), alone: filled === 1 })
  }

  function lookForRepeat(cells: Cells) {
    if (!earlyMarks.has(markOf(cells))) return
    for (let k = 0; k < NAMES && k < head.length; k++) {
      const early = head[k]!
      if (early.row === rows || !isSame(cells, early.cells)) continue
      const times = (repeatsOf.get(early.row) ?? 0) + 1
      repeatsOf.set(early.row, times)
      if (times <= SAMPLE) repeats.add({ row: rows, of: early.row })
    }
  }

  return {
    row,
    /** Rows without any cell, however many. */
    skip(count: number): void {
      if (blankFrom === 0) blankFrom = rows + 1
      rows += count
    },
    /** The last record once more, so many times: counted and not looked at. */
    again(count: number): void {
      rows += count
      usual.count += count
    },
    get rows(): number {
      return rows
    },
    /** @param codec how to decode the kept cells, now that the encoding is known. */
    table(codec: string): Omit<Table, 'quotes'> {
      groups.end()
      const decoded = ({ row, cells, width }: Kept): Row => ({
        row,
        width,
        cells: cells
          .slice(0, CELLS)
          .map((cell) => decodeLatin1(cutBetween(cell, CELL * 3), codec).slice(0, CELL)),
      })
      return {
        rows,
        widths: [...widths.values()].sort((a, b) => b.count - a.count || a.width - b.width),
        head: head.map(decoded),
        tail: [...tail.slice(tailAt), ...tail.slice(0, tailAt)].filter(({ row }) => row > 0).map(decoded),
        names: new Map(
          head.slice(0, NAMES).map(({ row, cells }) => [row, cells.map((cell) => decodeLatin1(cell, codec))]),
        ),
        blank: blank.sample(),
        blankRows,
        trailing: {
          rows: blankFrom === 0 ? 0 : rows - blankFrom + 1,
          delimited: blankDelimited,
          from: blankFrom,
        },
        totals: totals.sample(),
        notes: notes.sample(),
        repeats: repeats.sample(),
        errors: traces.errors.sample(),
        emptyColumns: empty.map((column) => column + 1).sort((a, b) => a - b),
        formulas: traces.formulas.sample(),
        columns: columnKinds.columns(),
        periods: periods.periods(),
        same: same.end(),
      }
    },
  }
}

/** No value at all: empty cells, or spaces of any width (U+3000 is E3 80 80 in UTF-8 and A1 40 in Big5). */
function isBlank(cells: Cells): boolean {
  for (const cell of cells) {
    if (cell === '') continue
    const first = cell.charCodeAt(0)
    if (first > 0x20 && first !== 0xe3 && first !== 0xa1 && first !== 0xef && first !== 0xc2) return false
    if (!/^(?:\s|\u00e3\u0080\u0080|\u00a1@|\u00ef\u00bb\u00bf|\u00c2\u00a0)*$/.test(cell)) return false
  }
  return true
}

/** A number that few other records share, so that cells need not be compared. */
function markOf(cells: Cells): number {
  const last = cells[cells.length - 1]!
  let mark = (cells[0]!.charCodeAt(0) << 8) | last.charCodeAt(last.length - 1)
  for (let c = 0; c < cells.length; c++) mark = (mark * 31 + cells[c]!.length) | 0
  return mark
}

/** From the end: records that begin alike seldom end alike. */
function isSame(a: Cells, b: Cells): boolean {
  if (a.length !== b.length) return false
  for (let c = a.length - 1; c >= 0; c--) if (a[c] !== b[c]) return false
  return true
}
