import type { Reason, Sample } from './observed.ts'

/** A formula: where it stands, in A1 notation, and how it begins. */
export interface Formula {
  readonly cell: string
  readonly text: string
}

/** Rows without a blank one between them: a sheet with several may hold several tables. */
export interface Block {
  readonly from: number
  readonly to: number
  /** The first row with two values or more. */
  readonly top: { readonly row: number; readonly filled: number; readonly numbers: number }
  /** Numbers in the row below it. */
  readonly below: number
}

/** Facts about one sheet of a workbook. Ranges and cells are in A1 notation. */
export interface Sheet {
  readonly name: string
  readonly state: 'visible' | 'hidden'
  /** `notes`: text for people and no table. */
  readonly kind: 'data' | 'notes' | 'empty'
  /** The last row and the last column that have a value. */
  readonly rows: number
  readonly columns: number
  readonly merged: Sample<string>
  readonly formulas: Sample<Formula>
  readonly errors: number
  readonly hiddenRows: Sample<string>
  readonly hiddenColumns: Sample<string>
  /** Range of an automatic filter. */
  readonly filter?: string
  /** Pictures, charts and text boxes that lie over the cells. */
  readonly drawings: number
  readonly blocks: Sample<Block>
}

/** Facts about a workbook as a whole. */
export interface Workbook {
  readonly sheets: Sample<Sheet>
  /** Day 0 of dates: 1904 in workbooks that began on an old Macintosh. */
  readonly dates: 1900 | 1904
  readonly macros: boolean
  /** Nobody can open it without a password. */
  readonly encrypted: boolean
  /** What is broken in the file, so that spreadsheet programs refuse or repair it. */
  readonly damage?: Reason
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`
