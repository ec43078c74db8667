import type { Reason } from '../core/observed.ts'
import { cellName } from '../core/workbook.ts'
import { cellOf } from './office-xml.ts'
import type { Attributes, PartHandlers } from './part-handlers.ts'
import { MAX_COLUMNS, MAX_ROWS, type SheetFact, type SheetFold, sheetFold } from './sheet-fold.ts'

const MAX_TEXT = 4_096
const MAX_STYLES = 10_000
const ERROR = /^(?:#[A-Z/0]+[!?]|#N\/A|Err:\d+)$/
/** `$'表 1'.A1:$'表 1'.C3`, the second name left out by some. */
const ADDRESS =
  /^\$?(?:'((?:[^']|'')*)'|([^'.]+))\.([$A-Z\d]{2,12})(?::\$?(?:'(?:[^']|'')*'|[^'.:]*)\.?([$A-Z\d]{2,12}))?$/
/** Where the value of a cell is, by its type. */
const VALUE_IN = new Map([
  ['float', 'office:value'],
  ['currency', 'office:value'],
  ['percentage', 'office:value'],
  ['date', 'office:date-value'],
  ['boolean', 'office:boolean-value'],
])
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
  let inCell = false
  let covered = false
  let times = 1
  let wide = 1
  let high = 1
  let formula: string | undefined
  let type: string | undefined
  let value: string | undefined
  let paragraphs = 0
  let text = ''
  let listening = 0
  let ranged = ''

  function openCell(name: string, attributes: Attributes) {
    inCell = true
    covered = name === 'covered-table-cell'
    times = countOf(attributes.bytes('table:number-columns-repeated'), MAX_COLUMNS)
    wide = countOf(attributes.bytes('table:number-columns-spanned'), MAX_COLUMNS)
    high = countOf(attributes.bytes('table:number-rows-spanned'), MAX_ROWS)
    formula = attributes.get('table:formula')
    type = attributes.bytes('office:value-type')
    value = attributes.bytes(VALUE_IN.get(type ?? '') ?? 'office:string-value')
    paragraphs = 0
    text = ''
  }

  function closeCell() {
    if (!inCell) return
    inCell = false
    if (!fold) return
    const first = column + 1
    column = Math.min(column + times, MAX_COLUMNS)
    if (wide * high > 1)
      fold.merge(
        `${cellName(row + 1, first)}:${cellName(row + high, Math.min(first + wide - 1, MAX_COLUMNS))}`,
      )
    if (formula !== undefined)
      for (let n = 0; n < Math.min(times * rows, 1_000); n++) fold.formula(row + 1, first, asTyped(formula))
    // What a covered cell holds cannot be seen.
    const shown = covered ? '' : shownValue()
    if (shown === '' || !fold.repeats(times - 1)) return
    while (cells.length < first - 1) cells.push('')
    for (let n = first; n <= column; n++) cells.push(shown)
  }

  function shownValue(): string {
    if (formula !== undefined && ERROR.test(text)) return text
    if (type === 'boolean') return (value ?? text).toUpperCase()
    return cellOf(VALUE_IN.has(type ?? '') || text === '' ? (value ?? text) : text)
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
    const name = attributes.get('table:name') ?? ''
    const isHidden = hiddenStyles.has(attributes.get('table:style-name') ?? '')
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
        if (inCell && paragraphs++ > 0) text += '\n'
        listening++
        return
      case 's':
        if (listening > 0) text += ' '.repeat(Math.min(countOf(attributes.get('text:c'), 200), 200))
        return
      case 'line-break':
      case 'tab':
        if (listening > 0) text += name === 'tab' ? '\t' : '\n'
        return
      case 'table-row':
        rows = countOf(attributes.get('table:number-rows-repeated'), MAX_ROWS)
        hidden = /^(?:collapse|filter)$/.test(attributes.get('table:visibility') ?? '')
        column = 0
        cells = []
        return
      case 'table-column': {
        const times = countOf(attributes.get('table:number-columns-repeated'), MAX_COLUMNS)
        if (/^(?:collapse|filter)$/.test(attributes.get('table:visibility') ?? ''))
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
        if (inCell) aside++
        else openTable(attributes)
        return
      case 'annotation':
      case 'tracked-changes':
        aside++
        return
      case 'style':
        styled = attributes.get('style:name') ?? ''
        return
      case 'database-range':
        ranged = attributes.get('table:target-range-address') ?? ''
        if (attributes.get('table:display-filter-buttons') === 'true') tellFilter()
        return
      case 'filter':
        tellFilter()
        return
      case 'table-properties':
        if (attributes.get('table:display') === 'false' && hiddenStyles.size < MAX_STYLES)
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
      if (listening > 0 && inCell && aside === 0 && text.length < MAX_TEXT) text += piece
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

/** `of:=SUM([.B6:.B8])` as the program shows it: `=SUM(B6:B8)`. */
const asTyped = (formula: string): string =>
  formula
    .replace(/^(?:of|oooc|msoxl):/, '')
    .replace(/\[([^\]]*)\]/g, (_, reference: string) => reference.replace(/(^|:)\./g, '$1'))

const ASIDE = new Set(['frame', 'custom-shape', 'table', 'annotation', 'tracked-changes'])
const isAside = (name: string): boolean => ASIDE.has(name)
