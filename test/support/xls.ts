import type { Cell, MadeSheet } from './workbooks.ts'

const ERRORS: Readonly<Record<string, number>> = { '#NULL!': 0, '#DIV/0!': 7, '#REF!': 23, '#N/A': 42 }
const SECTOR = 512

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, 2 * i)
  return bytes
}
const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * i)
  return bytes
}
const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
const record = (id: number, ...data: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(data)
  return Buffer.concat([u16(id, content.length), content])
}
const END = record(10)
const begin = (kind: number, version: number) => record(0x809, u16(version, kind, 0, 0), u32(0, 0))

function cellRecord(given: Cell, row: number, column: number): Buffer {
  const place = u16(row, column, 0)
  if (given === null || given === '') return Buffer.alloc(0)
  if (typeof given === 'number') return record(0x203, place, f64(given))
  if (typeof given === 'string')
    return record(0x204, place, u16(given.length), Buffer.from([1]), Buffer.from(given, 'utf16le'))
  if (given.date !== undefined) return record(0x203, u16(row, column, 1), f64(given.date))
  if (given.formula === undefined)
    return record(0x205, place, Buffer.from([ERRORS[given.error ?? '#N/A'] ?? 42, 1]))
  const error = given.error === undefined ? undefined : ERRORS[given.error]
  const result =
    error === undefined ? f64(Number(given.value ?? 0)) : Buffer.from([2, 0, error, 0, 0, 0, 0xff, 0xff])
  return record(6, place, result, u16(0, 0, 0, 0))
}

function sheetRecords({
  rows,
  merged = [],
  hiddenRows = [],
  hiddenColumns,
  filter,
  pictures = 0,
}: MadeSheet) {
  const ranges = merged.map((range) => {
    const [, a = '', b = '', c = '', d = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
    return u16(Number(b) - 1, Number(d) - 1, a.charCodeAt(0) - 65, c.charCodeAt(0) - 65)
  })
  return Buffer.concat([
    ...(hiddenColumns ? [record(0x7d, u16(hiddenColumns[0] - 1, hiddenColumns[1] - 1, 2048, 0, 1, 0))] : []),
    ...(filter === undefined ? [] : [record(0x9d, u16(1))]),
    ...hiddenRows.map((row) => record(0x208, u16(row - 1, 0, 1, 255, 0, 0), u32(0x20))),
    ...rows.flatMap((cells, r) => cells.map((given, c) => cellRecord(given, r, c))),
    ...Array.from({ length: pictures }, () => record(0x5d, u16(0x15, 18, 8), Buffer.alloc(16))),
    ...(ranges.length > 0 ? [record(0xe5, u16(ranges.length), ...ranges)] : []),
  ])
}

/** A workbook stream of Excel 97–2003. */
export function biffOf(
  sheets: readonly MadeSheet[],
  { version = 0x600, encrypted = false }: { readonly version?: number; readonly encrypted?: boolean } = {},
): Buffer {
  const bodies = sheets.map((made) => Buffer.concat([begin(0x10, version), sheetRecords(made), END]))
  const names = sheets.map(({ name }) => Buffer.from(name, 'utf16le'))
  const globals = (offsets: readonly number[]) =>
    Buffer.concat([
      begin(5, version),
      ...(encrypted ? [record(0x2f, u16(0))] : []),
      record(0xe0, u16(0, 0), Buffer.alloc(16)),
      record(0xe0, u16(0, 14), Buffer.alloc(16)),
      ...sheets.map(({ hidden }, i) =>
        record(0x85, u32(offsets[i]!), Buffer.from([hidden ? 1 : 0, 0, names[i]!.length / 2, 1]), names[i]!),
      ),
      END,
    ])
  let at = globals(bodies.map(() => 0)).length
  const offsets = bodies.map((body) => {
    const offset = at
    at += body.length
    return offset
  })
  return Buffer.concat([globals(offsets), ...bodies])
}

/** An OLE compound file with one stream. */
export function cfbOf(name: string, content: Buffer): Buffer {
  // Streams of less than 4096 bytes are kept elsewhere.
  const size = Math.max(content.length, 4096)
  const sectors = Math.ceil(size / SECTOR)
  const entry = (text: string, type: number, start: number, length: number) => {
    const bytes = Buffer.alloc(128)
    const label = Buffer.from(text, 'utf16le')
    label.copy(bytes)
    bytes.writeUInt16LE(label.length + 2, 64)
    bytes[66] = type
    u32(0xffffffff, 0xffffffff, type === 5 ? 1 : 0xffffffff).copy(bytes, 68)
    bytes.writeUInt32LE(start, 116)
    bytes.writeUInt32LE(length, 120)
    return bytes
  }
  const fatSectors = Math.ceil((sectors + 2) / 127)
  const first = fatSectors + 1
  const fat = u32(
    ...Array.from({ length: fatSectors }, () => 0xfffffffd),
    0xfffffffe,
    ...Array.from({ length: sectors }, (_, i) => (i === sectors - 1 ? 0xfffffffe : first + i + 1)),
  )
  const header = Buffer.alloc(SECTOR, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.fill(0, 8, 24)
  u16(0x3e, 3, 0xfffe, 9, 6, 0, 0, 0).copy(header, 24)
  u32(0, fatSectors, fatSectors, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0).copy(header, 40)
  u32(...Array.from({ length: fatSectors }, (_, i) => i)).copy(header, 76)
  const padded = (bytes: Buffer, length: number, fill = 0) =>
    Buffer.concat([bytes, Buffer.alloc(length - bytes.length, fill)])
  return Buffer.concat([
    header,
    padded(fat, fatSectors * SECTOR, 0xff),
    padded(Buffer.concat([entry('Root Entry', 5, 0xfffffffe, 0), entry(name, 2, first, size)]), SECTOR),
    padded(content, sectors * SECTOR),
  ])
}

export const xlsOf = (sheets: readonly MadeSheet[]): Buffer => cfbOf('Workbook', biffOf(sheets))
