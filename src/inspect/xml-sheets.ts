import { cellName, columnName } from '../core/workbook.ts'
import { cellOf } from './office-xml.ts'
import type { Attributes, PartHandlers } from './part-handlers.ts'
import { textIn } from './part-syntax.ts'
import { MAX_COLUMNS, MAX_ROWS, type SheetFact, type SheetFold, sheetFold } from './sheet-fold.ts'
import { beyond } from './xlsx-sheet.ts'

const MAX_TEXT = 4_096
const AREA = /^R(\d{1,7})C(\d{1,5})(?::R(\d{1,7})C(\d{1,5}))?$/

/**
 * Reads the sheets of SpreadsheetML 2003, the XML that Excel 2002 and 2003 wrote and many systems still do.
 *
 * @param onSheet gets every sheet; false ends the reading.
 */
export function xmlSheets(onSheet: (fact: SheetFact) => boolean) {
  let fold: SheetFold | undefined
  let hidden = false
  let done = false
  let row = 0
  let nextRow = 1
  let column = 0
  let nextColumn = 1
  let tableColumn = 0
  let cells: string[] = []
  let type = ''
  let value = ''
  let formula: string | undefined
  let inComment = false
  let listening: 'value' | 'visibility' | undefined

  function openRow(attributes: Attributes) {
    row = indexOf(attributes) ?? nextRow
    nextRow = row + 1 + countOf(attributes, 'Span')
    if (row > MAX_ROWS) throw beyond(`A${row}`)
    nextColumn = 1
    cells = []
    if (of(attributes, 'Hidden') === '1') fold?.hideRows(row, Math.min(nextRow - 1, MAX_ROWS))
  }

  function openCell(attributes: Attributes) {
    column = indexOf(attributes) ?? nextColumn
    if (column > MAX_COLUMNS) throw beyond(cellName(row, column))
    const across = countOf(attributes, 'MergeAcross')
    const down = countOf(attributes, 'MergeDown')
    nextColumn = column + 1 + across
    if (across + down > 0)
      fold?.merge(`${cellName(row, column)}:${cellName(row + down, Math.min(column + across, MAX_COLUMNS))}`)
    formula = of(attributes, 'Formula')
    type = ''
    value = ''
  }

  function closeCell() {
    if (formula !== undefined) fold?.formula(row, column, textIn(formula))
    const text = cellOf(shown(type, value))
    if (text === '') return
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = text
  }

  function open(name: string, attributes: Attributes) {
    switch (name) {
      case 'Worksheet':
        fold = sheetFold(textIn(of(attributes, 'Name') ?? ''), 'visible')
        hidden = false
        nextRow = 1
        tableColumn = 0
        return
      case 'Column': {
        const from = indexOf(attributes) ?? tableColumn + 1
        tableColumn = from + countOf(attributes, 'Span')
        if (of(attributes, 'Hidden') === '1') fold?.hideColumns(from, Math.min(tableColumn, MAX_COLUMNS))
        return
      }
      case 'Row':
        openRow(attributes)
        return
      case 'Cell':
        openCell(attributes)
        return
      case 'Comment':
        inComment = true
        return
      case 'Data':
        if (inComment) return
        type = of(attributes, 'Type') ?? ''
        listening = 'value'
        return
      case 'Visible':
        listening = 'visibility'
        value = ''
        return
      case 'AutoFilter':
        fold?.filter(areaOf(attributes.get('x:Range') ?? ''))
    }
  }

  function endSheet() {
    if (!fold) return
    const fact = fold.end()
    fold = undefined
    done = !onSheet(hidden ? concealed(fact) : fact)
  }

  const handlers: PartHandlers = {
    open,
    close(name) {
      if (name === 'Cell') closeCell()
      else if (name === 'Data') listening = undefined
      else if (name === 'Comment') inComment = false
      else if (name === 'Row') fold?.row(row, cells)
      else if (name === 'Visible') {
        hidden = value.startsWith('SheetHidden') || value.startsWith('SheetVeryHidden')
        listening = undefined
      } else if (name === 'Worksheet') endSheet()
    },
    text(text) {
      if (listening && value.length < MAX_TEXT) value += text
    },
    done: () => done,
  }
  return {
    handlers,
    /** The sheet in which the content broke off. */
    stop(because: Parameters<SheetFold['stop']>[0]): void {
      fold?.stop(because)
      endSheet()
    },
  }
}

/** The prefix is the one that Excel writes; some programs make its name space the default of attributes, too. */
const of = (attributes: Attributes, name: string): string | undefined =>
  attributes.bytes(`ss:${name}`) ?? attributes.bytes(name)

function indexOf(attributes: Attributes): number | undefined {
  const index = Number(of(attributes, 'Index'))
  return Number.isInteger(index) && index > 0 ? index : undefined
}

function countOf(attributes: Attributes, name: string): number {
  const count = Number(of(attributes, name))
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_ROWS) : 0
}

function shown(type: string, value: string): string {
  if (type === 'Boolean') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'DateTime') return value
  return value.replace(/T00:00:00(?:\.0+)?$/, '').replace(/\.0+$/, '')
}

function areaOf(range: string): string {
  const [, top, left, bottom, right] = AREA.exec(range) ?? []
  if (top === undefined || left === undefined) return range
  const from = `${columnName(Number(left))}${top}`
  return bottom === undefined || right === undefined ? from : `${from}:${columnName(Number(right))}${bottom}`
}

/** That a sheet is hidden stands behind its cells. */
function concealed(fact: SheetFact): SheetFact {
  const sheet = { ...fact.sheet, state: 'hidden' as const }
  const { table } = fact
  return { ...fact, sheet, table: table.seen ? { ...table, value: { ...table.value, sheet } } : table }
}
