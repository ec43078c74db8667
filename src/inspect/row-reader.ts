import Papa from 'papaparse'
import type { BrokenRow, QuoteFault } from '../core/artifacts.ts'
import type { Reason } from '../core/observed.ts'
import { Collector } from '../core/observed.ts'
import type { Layout } from './delimiter.ts'

/** A record that has not ended after this many characters is given up: it has to be kept in memory. */
export const MAX_RECORD = 4 * 1024 * 1024
const WINDOW = 256 * 1024
const AFTER_FAULT = 2 * 1024
const MAX_STRAY = 200
const MAX_UNCLOSED = 8
/** Rows on several lines beyond these shift no line any more. */
const MAX_BROKEN = 10_000

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

/**
 * Cuts latin1 text into records with papaparse, block by block. Bytes stay bytes: cells are decoded later and
 * only where a rule looks. A faulty quote costs its own line, not the rest of the file.
 *
 * @param onRow gets every record in order; the array is the caller's to keep.
 * @param start byte offset of the first character.
 */
export function rowReader(
  layout: Layout,
  onRow: (cells: string[]) => void,
  start = 0,
  maxRecord = MAX_RECORD,
) {
  const { delimiter, newline } = layout
  let rest = ''
  /** Not worth trying to read less than this. */
  let enough = 0
  let row = 0
  let offset = start
  let unclosed = 0
  let stopped: Reason | undefined
  const broken = new Collector<BrokenRow>(MAX_BROKEN)
  const faults = new Collector<Omit<QuoteFault, 'line'> & { offset: number }>(20)

  // The low-level parser keeps the unfinished last record out of the result; `Papa.parse` cannot.
  const parse = (text: string, last: boolean, preview = 0): Parsed =>
    new Papa.Parser({ delimiter, newline, preview }).parse(text, 0, !last) as Parsed

  function emit(cells: string[]) {
    row++
    const end = cells.length - 1
    const final = cells[end]!
    // Line ends are cut at \n; the \r of a CRLF stays on the last cell.
    if (newline === '\n' && final.charCodeAt(final.length - 1) === 13) cells[end] = final.slice(0, -1)
    onRow(cells)
  }

  /** Of a record that is about to be handed on. */
  function noteBreaks(cells: readonly string[]) {
    let lines = 0
    for (const cell of cells) lines += linesIn(cell, cell.length)
    if (lines > 0) broken.add({ row: row + 1, lines })
  }

  function linesIn(text: string, end: number): number {
    let count = 0
    for (let at = text.indexOf(newline); at !== -1 && at < end; at = text.indexOf(newline, at + 1)) count++
    return count
  }

  /** Takes the first physical line as it stands and returns what follows it. */
  function takeLine(text: string, kind: QuoteFault['kind']): string {
    const end = text.indexOf(newline)
    const line = end === -1 ? text : text.slice(0, end)
    faults.add({ row: row + 1, kind, text: line.slice(0, 200), offset })
    const alone = parse(line, true)
    const readable = alone.data.length === 1 && !alone.errors.some((error) => error.code === 'MissingQuotes')
    emit(readable ? alone.data[0]! : line.split(delimiter))
    offset += end === -1 ? text.length : end + 1
    return end === -1 ? '' : text.slice(end + 1)
  }

  /** Hands on the records before the first fault. */
  function emitSound(text: string, last: boolean): { used: number; fault?: QuoteFault['kind'] } {
    const { data, errors, meta } = parse(text, last)
    // In a record that is not finished, the end of the text may have taken a quote's delimiter away: from the last
    // quote only, so that two errors are proof.
    const sure = errors.find((error) => error.row !== undefined && (last || error.row < data.length))
    const fault = sure ?? (errors.length > 1 ? errors[0] : undefined)
    // Told that the end is near, the parser takes the nothing after a final line end for a record.
    const ended = last && data.length > 0 && text.endsWith(newline) && data.at(-1)!.join('') === ''
    const sound = fault ? fault.row! : ended ? data.length - 1 : data.length
    const used = !fault
      ? last
        ? text.length
        : meta.cursor
      : sound === 0
        ? 0
        : parse(text, last, sound).meta.cursor
    const mayBreak = text.includes('"') && (last || linesIn(text, used) > sound)
    for (let i = 0; i < sound; i++) {
      if (mayBreak) noteBreaks(data[i]!)
      emit(data[i]!)
    }
    if (!fault) return { used }
    // The faulty line is not all here yet.
    if (!sure && !text.includes(newline, used)) return { used }
    return { used, fault: fault.code === 'MissingQuotes' ? 'unclosed' : 'stray' }
  }

  function consume(text: string, last: boolean): string {
    let left = text
    let window = WINDOW
    while (left !== '' && !stopped) {
      const piece = left.slice(0, window)
      const whole = piece.length === left.length
      const { used, fault } = emitSound(piece, last && whole)
      offset += used
      left = left.slice(used)
      if (fault) {
        left = takeLine(left, fault)
        if (faults.count >= MAX_STRAY || (fault === 'unclosed' && ++unclosed >= MAX_UNCLOSED)) giveUp()
        // Where one fault is, more are near, and each has what follows read again.
        window = AFTER_FAULT
      } else if (whole) return left
      else window *= 2
    }
    return left
  }

  function giveUp() {
    stopped = { code: 'too-many-faults', data: { row, cap: open() ? MAX_UNCLOSED : MAX_STRAY } }
  }
  const open = () => unclosed >= MAX_UNCLOSED

  return {
    push(text: string): void {
      if (stopped) return
      rest += text
      if (rest.length < enough) return
      rest = consume(rest, false)
      while (rest.length > maxRecord && !stopped) {
        const end = rest.indexOf(newline)
        if (end === -1 || end > maxRecord) {
          stopped = { code: 'record-too-long', data: { row: row + 1, line: 0, cap: maxRecord } }
        } else {
          rest = consume(takeLine(rest, 'unclosed'), false)
          if (++unclosed >= MAX_UNCLOSED) giveUp()
        }
      }
      if (stopped) rest = ''
      // An open record is read again from its start: at every block, that would take the square of its length.
      enough = Math.min(rest.length * 2, maxRecord + 1)
    },
    /** @param cut a cap ended the content: the last record is not all there and does not count. */
    end(cut: boolean) {
      if (!stopped) consume(rest, !cut)
      return { faults, stopped, stoppedAt: offset, broken: broken.sample() }
    },
  }
}
