import type { CellError } from '../core/artifacts.ts'
import { Collector } from '../core/observed.ts'
import { decodeEither } from './decode.ts'

const SAMPLE = 20
const TEXT = 60

/** What an error leaves in a cell of a spreadsheet, also after it was saved as CSV. */
const ERROR =
  /^(?:#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|BLOCKED!|FIELD!)|(?:Err):5\d\d)$/

/** `="0912"` too, which spreadsheets are told to keep a zero; 「===」 and 「=>」 are none. */
const FORMULA = /^=[-+(]*(?:"[^"]*"|'|\d|\$?[A-Za-z]{1,3}\$?\d|[A-Za-z][\w.]*[(!])/

/** Finds errors and formulas that a spreadsheet left in cells. */
export function spreadsheetTraces() {
  const errors = new Collector<CellError>(SAMPLE)
  const formulas = new Collector<CellError>(SAMPLE)

  return {
    errors,
    formulas,
    row(row: number, cells: readonly string[]): void {
      for (let c = 0; c < cells.length; c++) {
        const cell = cells[c]!
        const first = cell.charCodeAt(0)
        // # and E, of Err:502
        if ((first === 0x23 || first === 0x45) && cell.length < 12 && ERROR.test(cell))
          errors.add({ row, column: c + 1, text: cell })
        else if (first === 0x3d && FORMULA.test(cell))
          formulas.add({ row, column: c + 1, text: decodeEither(cell.slice(0, TEXT)) })
      }
    },
  }
}
