import type { Sheet } from '../core/workbook.ts'

/** Where the scan tells what it finds; rows and columns are from 1. */
export interface BiffListener {
  formula(row: number, column: number): void
  merge(fromRow: number, toRow: number, fromColumn: number, toColumn: number): void
  hideRow(row: number): void
  hideColumns(from: number, to: number): void
  filter(): void
  draw(): void
}

export interface BiffSheet {
  readonly name: string
  readonly state: Sheet['state']
  /** Of the sheet's first record; a chart or a macro sheet is not `isTable`. */
  readonly offset: number
  readonly isTable: boolean
}

export interface Biff {
  /** 0x600 is Excel 97–2003. */
  readonly version: number
  readonly encrypted: boolean
  readonly dates: 1900 | 1904
  readonly sheets: readonly BiffSheet[]
}

const [FORMULA, EOF, DATES, FILEPASS, OBJECT, COLUMNS, BOUND_SHEET] = [6, 10, 0x22, 0x2f, 0x5d, 0x7d, 0x85]
const [FILTER, MERGED, ROW, BOF] = [0x9d, 0xe5, 0x208, 0x809]
/** Kinds of objects that lie over cells; comments and the buttons of filters do not count. */
const DRAWN = new Set([1, 2, 3, 4, 5, 6, 8, 9, 30])

/** Records from an offset to the end of their substream. @throws RangeError when there is no end. */
function* records(stream: Buffer, from: number): Generator<{ id: number; data: Buffer }> {
  let depth = 0
  for (let at = from; ; ) {
    const id = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (at + 4 + length > stream.length) throw new RangeError(`record at ${at}`)
    yield { id, data: stream.subarray(at + 4, at + 4 + length) }
    at += 4 + length
    // A chart on a sheet is a substream inside it.
    if (id === BOF) depth++
    else if (id === EOF && --depth <= 0) return
  }
}

/** What a workbook stream says of itself before its sheets. @throws RangeError when it is broken. */
export function readBiff(stream: Buffer): Biff {
  const sheets: BiffSheet[] = []
  let encrypted = false
  let dates: 1900 | 1904 = 1900
  if (stream.readUInt16LE(0) !== BOF) throw new RangeError('no BOF')
  const version = stream.readUInt16LE(4)
  for (const { id, data } of records(stream, 0)) {
    if (id === FILEPASS) {
      encrypted = true
      break
    }
    if (id === DATES && data.readUInt16LE(0) === 1) dates = 1904
    if (id !== BOUND_SHEET || version !== 0x600) continue
    const wide = (data[7]! & 1) === 1
    sheets.push({
      offset: data.readUInt32LE(0),
      state: (data[4]! & 3) === 0 ? 'visible' : 'hidden',
      isTable: data[5] === 0,
      name: data.toString(wide ? 'utf16le' : 'latin1', 8, 8 + data[6]! * (wide ? 2 : 1)),
    })
  }
  return { version, encrypted, dates, sheets }
}

/** What hucre does not tell of a sheet. @throws RangeError when the records are broken. */
export function scanSheet(stream: Buffer, offset: number, listener: BiffListener): void {
  for (const { id, data } of records(stream, offset)) {
    if (id === FORMULA) listener.formula(data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1)
    else if (id === ROW && (data[12]! & 0x20) !== 0) listener.hideRow(data.readUInt16LE(0) + 1)
    else if (id === COLUMNS && (data[8]! & 1) !== 0)
      listener.hideColumns(data.readUInt16LE(0) + 1, Math.min(data.readUInt16LE(2) + 1, 256))
    else if (id === FILTER) listener.filter()
    else if (id === OBJECT && DRAWN.has(data.readUInt16LE(4))) listener.draw()
    else if (id === MERGED)
      for (let n = 0, at = 2; n < data.readUInt16LE(0); n++, at += 8)
        listener.merge(
          data.readUInt16LE(at) + 1,
          data.readUInt16LE(at + 2) + 1,
          data.readUInt16LE(at + 4) + 1,
          data.readUInt16LE(at + 6) + 1,
        )
  }
}
