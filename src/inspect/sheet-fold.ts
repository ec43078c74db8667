import type { Row, Table, Text } from '../core/artifacts.ts'
import { isNote, numberOf } from '../core/labels.ts'
import { Collector, type Observed, partly, type Reason, seen } from '../core/observed.ts'
import { type Block, cellName, columnName, type Formula, type Sheet } from '../core/workbook.ts'
import { decodeEither } from './decode.ts'
import { garbledCells } from './garbled-cells.ts'
import { tableFold } from './table-fold.ts'
import { uncleanCells } from './unclean-cells.ts'

/** Excel's limits; LibreOffice has the same rows, and columns where the setting for many is on. */
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384
const SAMPLE = 20
const FORMULA = 60
/** Rows of one repeated row that are looked at; the others are counted. */
const ALIKE = 60
/** Cells that repetition may bring forth: some bytes can stand for millions of them. */
const MAX_REPEATED = 20_000_000

type Growing = { -readonly [Key in keyof Block]: Block[Key] }

export interface SheetFact {
  readonly sheet: Sheet
  readonly table: Observed<Table>
  readonly text: Text
}

/** Folds one sheet. Rows may be left out, not go back; cells are UTF-8 bytes as latin1, without empty ones at the end. */
export function sheetFold(name: string, state: Sheet['state']) {
  const fold = tableFold()
  const garbled = garbledCells()
  const unclean = uncleanCells()
  const merged = new Collector<string>(SAMPLE)
  const formulas = new Collector<Formula>(SAMPLE)
  const hiddenRows = new Collector<string>(SAMPLE)
  const hiddenColumns = new Collector<string>(SAMPLE)
  const blocks = new Collector<Block>(SAMPLE)
  let filter: string | undefined
  let drawings = 0
  let columns = 0
  let fullest = 0
  let letters = 0
  let texts = 0
  let noted = false
  let repeated = 0
  let because: Reason | undefined
  let block: Growing | undefined
  const hidden = { from: 0, to: 0 }

  function closeBlock() {
    if (block) blocks.add(block)
    block = undefined
  }

  function look(row: number, cells: readonly string[]) {
    if (!block || row > block.to + 1) {
      closeBlock()
      block = { from: row, to: row, top: { row: 0, filled: 0, numbers: 0 }, below: 0 }
    }
    block.to = row
    const isBelow = row === block.top.row + 1
    // Beyond the rows that could be its header, a block only grows.
    if (!isBelow && block.top.row > 0) return
    const filled = cells.filter((cell) => cell.trim() !== '')
    const numbers = filled.filter((cell) => numberOf(cell) !== undefined).length
    if (block.top.row > 0) block.below = numbers
    else if (filled.length > 1) block.top = { row, filled: filled.length, numbers }
  }

  function kindOf(): Sheet['kind'] {
    if (fold.rows === 0) return 'empty'
    return fullest <= 1 && (noted || letters / Math.max(1, texts) >= 20) ? 'notes' : 'data'
  }

  return {
    /** @param times the row comes so many times. */
    row(number: number, cells: string[], times = 1): void {
      if (cells.length === 0 || because) return
      if (number <= fold.rows) {
        because = { code: 'rows-out-of-order', data: { sheet: name, row: number } }
        return
      }
      if (number > fold.rows + 1) fold.skip(number - 1 - fold.rows)
      if (cells.length > columns) columns = cells.length
      while (cells.length < columns) cells.push('')
      if (fold.rows < 200) {
        const filled = cells.filter((cell) => cell !== '')
        if (filled.length > fullest) fullest = filled.length
        for (const cell of filled) {
          texts++
          const text = decodeEither(cell)
          letters += text.length
          noted ||= isNote(text)
        }
      } else if (fullest < 2) fullest = cells.reduce((count, cell) => (cell === '' ? count : count + 1), 0)
      look(number, cells)
      garbled.row(number, cells)
      unclean.row(number, cells)
      fold.row(cells)
      for (let n = 1; n < Math.min(times, ALIKE); n++) fold.row([...cells])
      if (times > ALIKE) fold.again(Math.min(times, MAX_ROWS) - ALIKE)
      if (times > 1 && block) block.to = number + times - 1
    },
    /** Whether so many more cells may come of repetition. */
    repeats(count: number): boolean {
      repeated += count
      if (repeated > MAX_REPEATED) because ??= { code: 'too-many-cells', data: { cap: MAX_REPEATED } }
      return because === undefined
    },
    merge(range: string): void {
      const [from, to = from] = range.split(':')
      // Some programs write every cell as a range of its own.
      if (from !== to) merged.add(range.slice(0, 40))
    },
    formula(row: number, column: number, text: string): void {
      formulas.add({ cell: cellName(row, column), text: text.slice(0, FORMULA) })
    },
    /** Whether another formula's text would be kept. */
    get wantsFormula(): boolean {
      return formulas.open
    },
    hideRows(from: number, to: number): void {
      if (from === hidden.to + 1) hidden.to = to
      else {
        if (hidden.to > 0) hiddenRows.add(range(hidden.from, hidden.to))
        Object.assign(hidden, { from, to })
      }
    },
    hideColumns(from: number, to: number): void {
      hiddenColumns.add(range(columnName(from), columnName(to)))
    },
    filter(area: string): void {
      filter ??= area.slice(0, 40)
    },
    draw(count: number): void {
      drawings += count
    },
    /** Only a part of the sheet was looked at. */
    stop(reason: Reason): void {
      because ??= reason
    },
    end(): SheetFact {
      closeBlock()
      if (hidden.to > 0 && hidden.from <= fold.rows) hiddenRows.add(range(hidden.from, hidden.to))
      const folded = fold.table('utf8')
      const sheet: Sheet = {
        name,
        state,
        kind: kindOf(),
        rows: fold.rows,
        columns,
        merged: merged.sample(),
        formulas: formulas.sample(),
        errors: folded.errors.count,
        hiddenRows: hiddenRows.sample(),
        hiddenColumns: hiddenColumns.sample(),
        ...(filter !== undefined && { filter }),
        drawings,
        blocks: blocks.sample(),
      }
      const table: Table = { ...squared(folded, columns), quotes: { count: 0, first: [] }, sheet }
      return {
        sheet,
        table: because ? partly(table, because) : seen(table),
        text: { ...SOUND, mojibake: garbled.found(), ...unclean.found() },
      }
    },
  }
}

const NONE = { count: 0, first: [] }
/** Workbooks set their own encoding; what it allows is read or damaged as a whole. */
const SOUND: Omit<Text, 'replacement' | 'mojibake' | 'unclean'> = {
  encoding: 'UTF-8',
  bom: null,
  bad: NONE,
  userDefined: NONE,
}

export type SheetFold = ReturnType<typeof sheetFold>

const range = (from: string | number, to: string | number): string =>
  from === to ? `${from}` : `${from}:${to}`

/** Every row of a sheet is as wide as the sheet: where the values of one end is not its width. */
function squared(table: ReturnType<ReturnType<typeof tableFold>['table']>, width: number) {
  const pad = (cells: readonly string[]) =>
    cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
  const square = (row: Row): Row => ({ ...row, width, cells: pad(row.cells) })
  const count = table.widths.reduce((sum, entry) => sum + entry.count, 0)
  const rows = table.widths.flatMap((entry) => entry.rows).sort((a, b) => a - b)
  return {
    ...table,
    widths: count === 0 ? [] : [{ width, count, rows: rows.slice(0, 10) }],
    head: table.head.map(square),
    tail: table.tail.map(square),
    names: new Map([...table.names].map(([row, cells]) => [row, pad(cells)])),
  }
}
