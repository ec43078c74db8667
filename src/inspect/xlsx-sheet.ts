import type { Attributes, PartHandlers } from './part-handlers.ts'
import { textIn } from './part-syntax.ts'
import type { SharedStrings } from './shared-strings.ts'
import { isoDate } from './sheet-dates.ts'
import { MAX_COLUMNS, MAX_ROWS, type SheetFold } from './sheet-fold.ts'
import { shownText } from './xlsx-text.ts'

const MAX_TEXT = 4_096

export interface XlsxBook {
  readonly strings: SharedStrings
  readonly dates: 1900 | 1904
  /** Cell styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>
}

/** Column of `BC12`; 0 when there is none. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column <= MAX_COLUMNS ? column : 0
}

/** Reads one worksheet part into a fold, cell by cell. `drawing` gets the relations that name drawings and tables. */
export function xlsxSheet(
  book: XlsxBook,
  fold: SheetFold,
  drawing: (relation: string) => void,
): PartHandlers {
  let row = 0
  let column = 0
  let cells: string[] = []
  let type: string | undefined
  let style = ''
  let value = ''
  let formula: string | undefined
  let listening: 'value' | 'formula' | undefined
  let phonetic = false

  function setCell() {
    const text = cellText()
    if (text === '') return
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = text
  }

  function cellText(): string {
    switch (type) {
      case undefined:
      case 'n': {
        // What counts as a number is ASCII; what is none would only look odd.
        if (value === '' || style === '' || !book.dateStyles.has(Number(style))) return shownNumber(value)
        return isoDate(Number(value), book.dates) ?? value
      }
      case 's':
        return value === '' ? '' : book.strings.get(Number(value))
      case 'b':
        return value === '' ? '' : value === '0' ? 'FALSE' : 'TRUE'
      default:
        return shownText(value)
    }
  }

  function open(name: string, attributes: Attributes) {
    switch (name) {
      case 'c': {
        const reference = attributes.bytes('r')
        const given = reference === undefined ? 0 : columnOf(reference)
        column = given > 0 ? given : Math.min(column + 1, MAX_COLUMNS)
        type = attributes.bytes('t')
        style = attributes.bytes('s') ?? ''
        value = ''
        formula = undefined
        return
      }
      case 'v':
        listening = 'value'
        return
      case 't':
        if (!phonetic) listening = 'value'
        return
      case 'f':
        formula = ''
        if (fold.wantsFormula) listening = 'formula'
        return
      case 'row': {
        const given = Number(attributes.bytes('r'))
        row = Number.isInteger(given) && given > 0 && given <= MAX_ROWS ? given : row + 1
        column = 0
        cells = []
        if (isTrue(attributes.get('hidden'))) fold.hideRows(row, row)
        return
      }
      case 'rPh':
        phonetic = true
        return
      case 'mergeCell': {
        const range = attributes.get('ref')
        if (range !== undefined) fold.merge(range)
        return
      }
      case 'col':
        if (isTrue(attributes.get('hidden')))
          fold.hideColumns(
            Number(attributes.get('min')) || 1,
            Math.min(Number(attributes.get('max')) || 1, MAX_COLUMNS),
          )
        return
      case 'autoFilter': {
        const range = attributes.get('ref')
        if (range !== undefined) fold.filter(range)
        return
      }
      case 'tablePart':
      case 'drawing': {
        const relation = attributes.get('r:id') ?? attributes.get(attributes.names()[0] ?? '')
        if (relation !== undefined) drawing(relation)
      }
    }
  }

  return {
    open,
    close(name) {
      if (name === 'c') {
        setCell()
        if (formula !== undefined) fold.formula(row, column, `=${textIn(formula)}`)
      } else if (name === 'row') {
        fold.row(row, cells)
        cells = []
      } else if (name.length === 1) listening = undefined
      else if (name === 'rPh') phonetic = false
    },
    text(text) {
      if (listening === 'value') {
        if (value.length < MAX_TEXT) value += text
      } else if (listening === 'formula' && formula !== undefined && formula.length < MAX_TEXT)
        formula += text
    },
  }
}

/** Some programs write `1651.0` or all 17 digits of a fraction; Excel shows 15. */
function shownNumber(value: string): string {
  if (!(value.endsWith('.0') || (value.length > 16 && value.includes('.')))) return value
  const number = Number(Number(value).toPrecision(15))
  return Number.isNaN(number) ? value : String(number)
}

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true'
