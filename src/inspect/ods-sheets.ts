import type { Reason } from '../core/observed.ts'
import { cellName } from '../core/workbook.ts'
import { type Attributes, cellBytes, type PartHandlers } from './office-xml.ts'
import { MAX_COLUMNS, MAX_ROWS, type SheetFact, type SheetFold, sheetFold } from './sheet-fold.ts'

const MAX_TEXT = 4_096
const MAX_STYLES = 10_000
const ERROR = /^(?:#[A-Z/0]+[!?]|#N\/A|Err:\d+)$/
/** `$'表 1'.A1:$'表 1'.C3`, the second name left out by some. */
const ADDRESS =
  /^\$?(?:'((?:[^']|'')*)'|([^'.]+))\.([$A-Z\d]{2,12})(?::\$?(?:'(?:[^']|'')*'|[^'.:]*)\.?([$A-Z\d]{2,12}))?$/
/** Copies of tables in other files, kept for formulas that name them. */
const isLinked = (name: string): boolean => /^'?file:/.test(name)

const countOf = (text: string | undefined, most: number): number => {
  const count = text === undefined ? 1 : Number(text)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1
}

/**
 * Reads the tables of an OpenDocument spreadsheet's content. What is repeated costs nothing while it is empty;
 * the prefixes are the ones of the standard, which every program writes.
 *
 * @param onSheet gets every table; false ends the reading.
 * @param onFilter gets the ranges that have buttons to filter by or are filtered.
 */
export function odsSheets(
  onSheet: (fact: SheetFact) => boolean,
  onFilter: (sheet: string, range: string) => void,
) {
  const hiddenStyles = new Set<string>()
  let styled = ''
  let fold: SheetFold | undefined
  let done = false
  let depth = 0
  /** Inside a note, a tracked change or a table in a cell: nothing there is a cell of this table. */
  let aside = 0
  let row = 0
  let rows = 1
  let column = 0
  let tableColumn = 0
  let cells: string[] = []
  let hidden = false
  let cell: { attributes: Attributes; times: number; covered: boolean; paragraphs: number } | undefined
  let text = ''
  let listening = 0
  let ranged = ''

  function openCell(name: string, attributes: Attributes) {
    const times = countOf(attributes['table:number-columns-repeated'], MAX_COLUMNS)
    cell = { attributes, times, covered: name === 'covered-table-cell', paragraphs: 0 }
    text = ''
  }

  function closeCell() {
    if (!cell || !fold) return
    const { attributes, times } = cell
    const first = column + 1
    column = Math.min(column + times, MAX_COLUMNS)
    const wide = countOf(attributes['table:number-columns-spanned'], MAX_COLUMNS)
    const high = countOf(attributes['table:number-rows-spanned'], MAX_ROWS)
    if (wide * high > 1)
      fold.merge(
        `${cellName(row + 1, first)}:${cellName(row + high, Math.min(first + wide - 1, MAX_COLUMNS))}`,
      )
    const formula = attributes['table:formula']
    if (formula !== undefined)
      for (let n = 0; n < Math.min(times * rows, 1_000); n++)
        fold.formula(row + 1, first, formula.replace(/^(?:of|oooc|msoxl):/, ''))
    // What a covered cell holds cannot be seen.
    const value = cell.covered ? '' : valueFrom(attributes)
    cell = undefined
    if (value === '' || !fold.repeats(times - 1)) return
    while (cells.length < first - 1) cells.push('')
    for (let n = first; n <= column; n++) cells.push(value)
  }

  function valueFrom(attributes: Attributes): string {
    if (attributes['table:formula'] !== undefined && ERROR.test(text)) return text
    switch (attributes['office:value-type']) {
      case 'float':
      case 'currency':
      case 'percentage':
        return cellBytes(attributes['office:value'] ?? text)
      case 'date':
        return cellBytes(attributes['office:date-value'] ?? text)
      case 'boolean':
        return (attributes['office:boolean-value'] ?? text).toUpperCase()
      default:
        return cellBytes(text === '' ? (attributes['office:string-value'] ?? '') : text)
    }
  }

  function closeRow() {
    if (!fold) return
    if (hidden) fold.hideRows(row + 1, Math.min(row + rows, MAX_ROWS))
    if (
      cells.length > 0 &&
      fold.repeats((rows - 1) * cells.length > 0 ? Math.min(rows, 60) * cells.length : 0)
    )
      fold.row(row + 1, cells, Math.min(rows, MAX_ROWS - row))
    row = Math.min(row + rows, MAX_ROWS)
  }

  function openTable(attributes: Attributes) {
    depth++
    if (depth > 1) return
    const name = attributes['table:name'] ?? ''
    const isHidden = hiddenStyles.has(attributes['table:style-name'] ?? '')
    row = 0
    tableColumn = 0
    if (isLinked(name)) return
    fold = sheetFold(name, isHidden ? 'hidden' : 'visible')
  }

  function tellFilter() {
    const [, quoted, plain, from, to] = ADDRESS.exec(ranged) ?? []
    const sheet = quoted?.replaceAll("''", "'") ?? plain
    ranged = ''
    if (sheet !== undefined && from !== undefined)
      onFilter(sheet, (to === undefined ? from : `${from}:${to}`).replaceAll('$', ''))
  }

  function open(name: string, attributes: Attributes) {
    if (aside > 0) {
      if (isAside(name)) aside++
      return
    }
    switch (name) {
      case 'table-cell':
      case 'covered-table-cell':
        openCell(name, attributes)
        return
      case 'p':
        if (cell && cell.paragraphs++ > 0) text += '\n'
        listening++
        return
      case 's':
        if (listening > 0) text += ' '.repeat(Math.min(countOf(attributes['text:c'], 200), 200))
        return
      case 'line-break':
      case 'tab':
        if (listening > 0) text += name === 'tab' ? '\t' : '\n'
        return
      case 'table-row':
        rows = countOf(attributes['table:number-rows-repeated'], MAX_ROWS)
        hidden = /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')
        column = 0
        cells = []
        return
      case 'table-column': {
        const times = countOf(attributes['table:number-columns-repeated'], MAX_COLUMNS)
        if (/^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? ''))
          fold?.hideColumns(tableColumn + 1, Math.min(tableColumn + times, MAX_COLUMNS))
        tableColumn += times
        return
      }
      case 'frame':
      case 'custom-shape':
        if (depth > 0) fold?.draw(1)
        aside++
        return
      case 'table':
        if (cell) aside++
        else openTable(attributes)
        return
      case 'annotation':
      case 'tracked-changes':
        aside++
        return
      case 'style':
        styled = attributes['style:name'] ?? ''
        return
      case 'database-range':
        ranged = attributes['table:target-range-address'] ?? ''
        if (attributes['table:display-filter-buttons'] === 'true') tellFilter()
        return
      case 'filter':
        tellFilter()
        return
      case 'table-properties':
        if (attributes['table:display'] === 'false' && hiddenStyles.size < MAX_STYLES)
          hiddenStyles.add(styled)
    }
  }

  const handlers: PartHandlers = {
    open,
    close(name) {
      if (aside > 0) {
        if (isAside(name)) aside--
      } else if (name === 'table-cell' || name === 'covered-table-cell') closeCell()
      else if (name === 'p') listening--
      else if (name === 'table-row') closeRow()
      else if (name === 'table') {
        depth--
        if (depth > 0 || !fold) return
        done = !onSheet(fold.end())
        fold = undefined
      }
    },
    text(piece) {
      if (listening > 0 && cell && aside === 0 && text.length < MAX_TEXT) text += piece
    },
    done: () => done,
  }
  return {
    handlers,
    /** The table in which the content broke off. */
    stop(because: Reason): void {
      if (!fold) return
      fold.stop(because)
      onSheet(fold.end())
      fold = undefined
    },
  }
}

const ASIDE = new Set(['frame', 'custom-shape', 'table', 'annotation', 'tracked-changes'])
const isAside = (name: string): boolean => ASIDE.has(name)
