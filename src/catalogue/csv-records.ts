import Papa from 'papaparse'
import type { Line } from './lines.ts'
import { lines } from './lines.ts'
import type { Fault } from './row.ts'
import { type Told, told } from './told.ts'

/** One CSV record; `position` is the physical line it starts on. */
export interface CsvRecord {
  readonly position: number
  readonly cells: readonly string[]
}

/** No record of a catalogue comes near these; without them one open quote would swallow the file. */
const MAX_LINES = 1_000
const MAX_CHARACTERS = 1 << 20

type Delimiter = ',' | '\t'

const BLANK = /^[\s,]*$/

/**
 * RFC 4180 records. Where a record ends is found here, line by line, because papaparse mis-reads mixed line ends
 * and rescans an open quote with every chunk; the cells of a complete record are papaparse's work. A record that
 * breaks is reported where it starts, and reading goes on at the next line. The first record sets the width.
 */
export async function* csvRecords(
  texts: AsyncIterable<string>,
  delimiter: Delimiter = ',',
): AsyncGenerator<CsvRecord | Fault> {
  const source = lines(texts, MAX_CHARACTERS)
  const ahead: Line[] = []
  const take = async (): Promise<Line | undefined> => ahead.shift() ?? (await source.next()).value
  let width: number | undefined
  try {
    for (let first = await take(); first; first = await take()) {
      if (BLANK.test(first.text) && !first.tooLong) continue
      const gathered = await gather(first, take, delimiter, width)
      const record = gathered.broken ?? read(gathered.lines, delimiter, width)
      if ('cells' in record) width ??= record.cells.length
      if ('code' in record && record.code === 'bad-row') ahead.unshift(...gathered.lines.slice(1))
      yield record
    }
  } finally {
    await source.return(undefined)
  }
}

interface Gathered {
  readonly lines: readonly Line[]
  readonly broken?: Fault
}

/** Adds lines to the first one until its quotes are closed. */
async function gather(
  first: Line,
  take: () => Promise<Line | undefined>,
  delimiter: Delimiter,
  width = Number.POSITIVE_INFINITY,
): Promise<Gathered> {
  const gathered = [first]
  const broken = (why: Told): Gathered => ({ lines: gathered, broken: badRow(first, why) })
  if (first.tooLong) return broken(told('tooLongLine', { n: MAX_CHARACTERS }))
  let end = follow(first.text, false, delimiter)
  let commas = end.commas
  let characters = first.text.length
  while (end.open) {
    const line = await take()
    if (!line) return broken(told('openToEnd'))
    gathered.push(line)
    characters += line.text.length
    if (gathered.length > MAX_LINES || characters > MAX_CHARACTERS || line.tooLong)
      return broken(told('openForLong'))
    end = follow(line.text, true, delimiter)
    commas += end.commas
    if (commas >= width) return broken(told('openOverRows'))
  }
  return { lines: gathered }
}

const badRow = (line: Line, why: Told): Fault => ({ position: line.number, code: 'bad-row', ...why })

interface LineEnd {
  /** The line ends inside a quoted cell. */
  readonly open: boolean
  readonly commas: number
}

/**
 * Follows the quotes of one line, which starts inside a quoted cell or not. What stands between a closing quote and
 * the next comma is left to papaparse, which calls it an error.
 */
function follow(line: string, quoted: boolean, delimiter: Delimiter): LineEnd {
  let open = quoted
  let commas = 0
  let at = 0
  for (;;) {
    if (open) {
      const quote = line.indexOf('"', at)
      if (quote < 0) return { open, commas }
      at = quote + 1
      if (line[at] === '"') {
        at++
        continue
      }
      open = false
    } else if (line[at] === '"') {
      open = true
      at++
      continue
    }
    const comma = line.indexOf(delimiter, at)
    if (comma < 0) return { open, commas }
    commas++
    at = comma + 1
  }
}

function read(record: readonly Line[], delimiter: Delimiter, width: number | undefined): CsvRecord | Fault {
  const first = record[0]!
  const text = record.map((line) => line.text).join('\n')
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  const cells = data[0] ?? []
  if (errors.length > 0 || data.length !== 1) return badRow(first, told('strayQuote'))
  if (width === undefined || cells.length === width) return { position: first.number, cells }
  // A quote that was closed by a later row's opening quote shows by whole rows inside the record.
  if (record.some((line) => line !== first && isRow(line, delimiter, width)))
    return badRow(first, told('openOverRows'))
  return { position: first.number, code: 'row-width', ...told('rowWidth', { cells: cells.length, width }) }
}

function isRow(line: Line, delimiter: Delimiter, width: number): boolean {
  const { open, commas } = follow(line.text, false, delimiter)
  return !open && commas + 1 === width
}
