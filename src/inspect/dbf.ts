import { type EncodingName, type Inspection, nothingSeen } from '../core/artifacts.ts'
import { partly, type Reason } from '../core/observed.ts'
import type { ContainerReader, Within } from './container.ts'
import type { Source } from './source.ts'
import { orReason, Unreadable } from './unreadable.ts'

const HEADER = 32
const FIELD = 32
const MAX_HEADER = HEADER + 2048 * FIELD
/** Language drivers that agencies' programs write. */
const DRIVERS: Readonly<Record<number, EncodingName>> = {
  79: 'BIG5',
  120: 'BIG5',
  77: 'GB18030',
  122: 'GB18030',
}

interface Field {
  readonly name: string
  readonly length: number
}

/**
 * Attributes of a layer of shapes (dBASE III to 7, the common part) as a table: its field names, then its records.
 * @throws {Unreadable} when the header is none.
 */
export async function inspectDbf(source: Source, within: Within): Promise<Inspection> {
  let driver = 0
  const { content } = await within.inspect(
    {
      size: source.size,
      whole: true,
      blocks: () => records(source, (found) => (driver = found)),
      read: source.read,
    },
    {},
    'csv',
  )
  const { bytes, text } = content
  const encoding = DRIVERS[driver]
  return {
    content: {
      ...content,
      ...(bytes.seen && { bytes: { ...bytes, value: { ...bytes.value, format: 'dbf' } } }),
      ...(text.seen &&
        encoding &&
        text.value.encoding !== 'ASCII' && { text: { ...text, value: { ...text.value, encoding } } }),
    },
  }
}

/** dBASE III to 5, Visual FoxPro, and those with memo fields. */
const VERSIONS = new Set([0x02, 0x03, 0x30, 0x31, 0x32, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb])
const TYPES = new Set(Buffer.from('CNLDMFBGPYTIVWQ@O+0'))

/** Whether content is a DBF, by all that its header and its list of fields have to be. */
export function isDbf(head: Buffer): boolean {
  if (head.length < HEADER + FIELD + 1 || !VERSIONS.has(head[0]!)) return false
  const header = head.readUInt16LE(8)
  if (head[2]! > 12 || head[3]! > 31 || header < HEADER + FIELD + 1 || header > MAX_HEADER) return false
  const descriptors = head.subarray(HEADER, header)
  const fields = fieldsOf(descriptors)
  const ends = fields.length * FIELD
  if (fields.length === 0 || (ends < descriptors.length && descriptors[ends] !== 0x0d)) return false
  const isSound = fields.every(
    ({ name, length }, n) =>
      name !== '' && name.length < 11 && length > 0 && TYPES.has(descriptors[n * FIELD + 11]!),
  )
  return isSound && fields.reduce((sum, { length }) => sum + length, 1) <= head.readUInt16LE(10)
}

/** A DBF by itself, without shapes. */
export const readDbf: ContainerReader = async (source, _, within) => {
  const unread = ({ data }: Reason): Inspection => {
    const because: Reason = { code: 'part-damaged', data: { part: 'DBF', detail: data?.['detail'] ?? '' } }
    const nothing = nothingSeen({ seen: false, because })
    return { content: { ...nothing, shape: partly({ kind: 'closed' }, because) } }
  }
  const { content } = await orReason(() => inspectDbf(source, within), unread)
  // Size and digest are those of the file, not of what was made of it.
  const { bytes: _bytes, ...rest } = content
  return { content: rest }
}

/** The same in CSV, byte for byte: no second byte of a character looks like a comma or a quote. */
async function* records(source: Source, onDriver: (driver: number) => void): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let layout: { readonly fields: readonly Field[]; readonly record: number } | undefined
  let left = 0
  for await (const block of source.blocks()) {
    held = Buffer.concat([held, block])
    if (!layout) {
      if (held.length < HEADER) continue
      const header = held.readUInt16LE(8)
      if (header < HEADER + FIELD + 1 || header > MAX_HEADER) throw notDbf('header')
      if (held.length < header) continue
      layout = { fields: fieldsOf(held.subarray(HEADER, header)), record: held.readUInt16LE(10) }
      const width = layout.fields.reduce((sum, { length }) => sum + length, 1)
      if (layout.fields.length === 0 || width > layout.record) throw notDbf('fields')
      left = held.readUInt32LE(4)
      onDriver(held[29]!)
      yield Buffer.from(`${layout.fields.map(({ name }) => cell(name)).join(',')}\n`, 'latin1')
      held = held.subarray(header)
    }
    const { fields, record } = layout
    let lines = ''
    let at = 0
    for (; left > 0 && at + record <= held.length; at += record, left--) {
      // A record that begins with `*` has been deleted.
      if (held[at] === 0x2a) continue
      let from = at + 1
      const cells = fields.map(({ length }) => {
        const text = held.toString('latin1', from, from + length)
        from += length
        return cell(text)
      })
      lines += `${cells.join(',')}\n`
    }
    held = held.subarray(at)
    if (lines !== '') yield Buffer.from(lines, 'latin1')
    if (left === 0) return
  }
  if (!layout || left > 0) throw notDbf('records')
}

function fieldsOf(descriptors: Buffer): Field[] {
  const fields: Field[] = []
  for (let at = 0; at + FIELD <= descriptors.length && descriptors[at] !== 0x0d; at += FIELD) {
    const name = descriptors.toString('latin1', at, at + 11)
    fields.push({ name: name.split('\0')[0] ?? '', length: descriptors[at + 16]! })
  }
  return fields
}

function cell(padded: string): string {
  const text = padded.replace(/^[ \0]+|[ \0]+$/g, '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const notDbf = (detail: string) => new Unreadable('member-damaged', { detail: `DBF: ${detail}` })
