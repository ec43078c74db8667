import type { Row, Table } from './artifacts.ts'
import { isPlaceholder } from './column.ts'
import { parseFields } from './fields.ts'
import { numberOf } from './labels.ts'
import { normalName } from './names.ts'
import type { Subject } from './rule.ts'

/** How the rows above the data are laid out. `title`: text above the header; `double`: two header rows. */
export type HeaderShape = 'single' | 'title' | 'double' | 'none' | 'unclear'

export interface Header {
  readonly shape: HeaderShape
  /** Row of the names, from 1; 0 when there is none. */
  readonly row: number
  /** Last row that belongs to the header. */
  readonly lastRow: number
  readonly names: readonly string[]
  /** The text above the header, or the second header row, or the first data row taken for a header. */
  readonly evidence: readonly string[]
}

/** Rows in which a header is looked for. */
const DEPTH = 8
/** Rows below the header whose values tell a column's kind. */
const WITNESSES = 30
const CODE = /^[A-Za-z_][\w .()\-/%:]*$/
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/
const DATE =
  /^(?:\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T].*)?|\d{1,2}:\d{2}(?::\d{2})?|\d{2,4}年(?:度)?)$/

type Kind = 'missing' | 'number' | 'date' | 'text'

function kindOf(cell: string): Kind {
  const text = cell.trim().replace(/^'/, '')
  if (text === '' || isPlaceholder(text)) return 'missing'
  if (numberOf(text) !== undefined) return 'number'
  return DATE.test(text) ? 'date' : 'text'
}

/** The header as every rule sees it, with the dataset's own field description as a witness. */
export function headerOf(table: Table, { dataset, resource }: Pick<Subject, 'dataset' | 'resource'>): Header {
  const { fields } = parseFields(resource.fields ?? dataset.fields)
  return locateHeader(table, new Set(fields.flatMap(({ readings }) => readings.map(normalName))))
}

/**
 * Finds the header of a table from its first rows, with the declared names as a witness.
 *
 * @param declared names of 主要欄位說明, as far as it could be read.
 */
export function locateHeader(table: Table, declared: ReadonlySet<string>): Header {
  const head = table.head
  const first = head[0]
  if (!first) return { shape: 'none', row: 0, lastRow: 0, names: [], evidence: [] }
  const width = bodyWidth(table)
  const index = head
    .slice(0, DEPTH)
    .findIndex(
      (row) => filled(row) >= Math.max(2, Math.ceil(width * 0.5)) || (width === 1 && filled(row) === 1),
    )
  const at = index === -1 ? 0 : index
  const candidate = head[at]!
  const names = table.names.get(candidate.row) ?? candidate.cells
  // A header that comes again is no witness against itself.
  // Nor is a row whose quotes are faulty: its numbers still wear them.
  const below = head
    .slice(at + 1, at + 1 + WITNESSES)
    .filter((row) => !isSame(row, candidate) && !table.quotes.first.some((fault) => fault.row === row.row))
  const known = candidate.cells.filter((cell) => declared.has(normalName(cell))).length
  const found = { row: candidate.row, lastRow: candidate.row, names }

  if (at > 0) {
    const last = secondHeader(candidate, below) ? below[0]!.row : candidate.row
    return { ...found, shape: 'title', lastRow: last, evidence: firstCells(head.slice(0, at)) }
  }
  if (known === 0 && looksLikeData(candidate, below))
    return { shape: 'none', row: 0, lastRow: 0, names: [], evidence: candidate.cells.slice(0, 5) }
  const second = below[0]
  if (second && (secondHeader(candidate, below) || namesMostly(second, declared)))
    return { ...found, shape: 'double', lastRow: second.row, evidence: second.cells.slice(0, 5) }
  return { ...found, shape: 'single', evidence: [] }
}

/** Width of most records: the header is judged against the body, not against itself. */
export function bodyWidth(table: Table): number {
  return table.widths[0]?.width ?? 0
}

const isSame = (a: Row, b: Row): boolean =>
  a.width === b.width && a.cells.every((cell, c) => cell === b.cells[c])

const filled = (row: Row): number =>
  row.cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0)

const firstCells = (rows: readonly Row[]): string[] =>
  rows.slice(0, 3).map(
    (row) =>
      row.cells
        .find((cell) => cell.trim() !== '')
        ?.trim()
        .slice(0, 60) ?? '',
  )

/** A first row whose cells are of the same kinds as those below it is a record. */
function looksLikeData(row: Row, below: readonly Row[]): boolean {
  const kinds = row.cells.map(kindOf)
  const numbers = kinds.filter((kind) => kind === 'number' || kind === 'date').length
  if (below.length === 0)
    return numbers > 0 && numbers >= kinds.filter((kind) => kind !== 'missing').length * 0.5
  let same = 0
  let other = 0
  for (let c = 0; c < row.cells.length; c++) {
    const values = below.map((entry) => kindOf(entry.cells[c] ?? '')).filter((kind) => kind !== 'missing')
    const counted = values.filter((kind) => kind === 'number' || kind === 'date').length
    if (values.length === 0 || counted < values.length * 0.8) continue
    if (kinds[c] === 'number' || kinds[c] === 'date') same++
    else if (kinds[c] === 'text') other++
  }
  if (same > other) return !inSteps(row)
  return same === 0 && other === 0 && recurs(row, below)
}

/** In a table without numbers: names stand only at the top, values come again. */
function recurs(row: Row, below: readonly Row[]): boolean {
  const again = row.cells.filter(
    (cell, c) => cell.trim() !== '' && below.some((entry) => entry.cells[c] === cell),
  ).length
  return again > 0 && again >= filled(row) * 0.3
}

/** 101年, 102年…; 00, 01…23: numbers as names stand in even steps, and the corner is a word. */
function inSteps(row: Row): boolean {
  if (kindOf(row.cells[0] ?? '') !== 'text') return false
  const numbers = row.cells
    .map((cell) => Number(cell.trim().replace(/(?:年度?|月|時|歲)$/, '') || Number.NaN))
    .filter((value) => !Number.isNaN(value))
  const steps = new Set(numbers.slice(1).map((value, i) => value - numbers[i]!))
  const [step] = steps
  return numbers.length >= 3 && steps.size === 1 && step !== 0 && Math.abs(step!) <= 10
}

/** Names in a second language or a second level under the names; `below[0]` is the row in question. */
function secondHeader(row: Row, below: readonly Row[]): boolean {
  const [second, ...body] = below
  if (!second || body.length === 0) return false
  const width = Math.max(row.cells.length, second.cells.length)
  let wordsOverNumbers = 0
  let numbers = 0
  let translated = 0
  let plain = 0
  let gaps = 0
  for (let c = 0; c < width; c++) {
    const upper = row.cells[c]?.trim() ?? ''
    const lower = second.cells[c]?.trim() ?? ''
    if (upper === '' || lower === '') gaps++
    const values = body
      .map((entry) => entry.cells[c]?.trim() ?? '')
      .filter((cell) => kindOf(cell) !== 'missing')
    const counted = values.filter((cell) => kindOf(cell) !== 'text').length
    if (values.length > 0 && counted >= values.length * 0.8) {
      numbers++
      if (kindOf(lower) === 'text' && lower.length <= 80) wordsOverNumbers++
      else if (kindOf(lower) === 'number' || kindOf(lower) === 'date') plain++
    }
    if (isTranslation(upper, lower) && !values.some((value) => sameScript(value, lower))) translated++
  }
  const words = filled(second)
  // One word over the only column of numbers may be a value (「設備維護」) when neither row has a gap.
  const levels = numbers > 1 || gaps > 0
  if (levels && plain === 0 && wordsOverNumbers > 0 && wordsOverNumbers >= numbers * 0.5) return true
  return words > 0 && plain === 0 && translated >= Math.max(2, words * 0.5)
}

/** 主要欄位說明 lists the second row: the first is a row of codes above it. */
function namesMostly(row: Row, declared: ReadonlySet<string>): boolean {
  const known = row.cells.filter((cell) => declared.has(normalName(cell))).length
  return known >= 2 && known >= filled(row) * 0.5
}

/** One is a code or an English phrase, the other Chinese. */
const isTranslation = (a: string, b: string): boolean =>
  a !== '' && b !== '' && ((CODE.test(a) && HAN.test(b)) || (HAN.test(a) && CODE.test(b)))

const sameScript = (value: string, name: string): boolean =>
  CODE.test(name) ? CODE.test(value) : HAN.test(value) && value.length <= name.length * 3
