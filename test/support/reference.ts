import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { SaxesParser } from 'saxes'
import type { EncodingName } from '../../src/core/artifacts.ts'
import { type Format, formatKind } from '../../src/core/format.ts'
import type { PartRecords } from '../../src/core/ledger.ts'

/** What was found out about content that passed: as much of a resource's or a part's record as readers need. */
export interface Passed {
  readonly format: Format | null
  readonly encoding: EncodingName | null
  readonly members?: PartRecords
}

const MOST = 64 * 2 ** 20

/** Parts without which no program opens a workbook. */
const NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml|content\.xml|meta-inf\/manifest\.xml)$/i

/** Reads content as strictly as the readers of its format do. @throws Error when they would refuse it. */
export function readStrictly(bytes: Buffer, { format, encoding, members }: Passed): void {
  switch (format) {
    case 'json':
    case 'geojson':
      JSON.parse(textOf(bytes, encoding, false))
      return
    case 'ndjson':
      for (const line of textOf(bytes, encoding, false).split(/\r?\n/))
        if (line.trim() !== '') JSON.parse(line)
      return
    case 'csv':
    case 'tsv':
      readRecords(textOf(bytes, encoding, false))
      return
    case 'gzip': {
      const [member] = members?.first ?? []
      const inner = gunzipSync(bytes, { maxOutputLength: MOST })
      if (member) readStrictly(inner, member)
      return
    }
    case 'zip':
    case 'kmz':
      readMembers(readZip(bytes), members)
      return
    case 'tar':
      readMembers(readTar(bytes), members)
      return
    case 'xlsx':
    case 'xlsm':
    case 'ods':
      for (const [name, content] of readZip(bytes)) if (NEEDED.test(name)) readXml(content().toString())
      return
    case 'dbf':
      if (bytes.length < bytes.readUInt16LE(8) + bytes.readUInt16LE(10) * bytes.readUInt32LE(4))
        throw new Error('short')
      return
    default:
      if (format !== null && formatKind(format) === 'tree') readXml(textOf(bytes, encoding, true))
  }
}

function readMembers(files: ReadonlyMap<string, () => Buffer>, members: PartRecords | undefined): void {
  for (const { name, ...record } of members?.first ?? []) {
    const content = files.get(name)
    if (content) readStrictly(content(), record)
  }
}

function textOf(bytes: Buffer, encoding: EncodingName | null, fatal: boolean): string {
  if (encoding === 'BIG5') return iconv.decode(bytes, 'cp950')
  const label = encoding?.startsWith('UTF-16') ? encoding.toLowerCase() : 'utf-8'
  return encoding === null || /^(?:ASCII|UTF)/.test(encoding)
    ? new TextDecoder(label, { fatal }).decode(bytes)
    : iconv.decode(bytes, encoding === 'OTHER' ? 'latin1' : encoding)
}

/** Entities of a document's own are no matter of form here. */
function readXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true })
  const declares = text.includes('<!DOCTYPE')
  parser.on('error', (error) => {
    if (!declares || !/entity/.test(error.message)) throw error
  })
  parser.write(text).close()
}

function readRecords(text: string): void {
  const { errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''))
  const fault = errors.find(({ type }) => type === 'Quotes')
  if (fault) throw new Error(fault.message)
}

/** A ZIP by its directory; a member's sum is held against its bytes when it is asked for. */
export function readZip(bytes: Buffer): Map<string, () => Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) throw new Error('no end of directory')
  const files = new Map<string, () => Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry in the directory')
    const entry = at
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(entry + place)) as [
      number,
      number,
      number,
    ]
    const flags = bytes.readUInt16LE(entry + 8)
    const label = bytes.subarray(entry + 46, entry + 46 + name)
    files.set((flags & 0x800) === 0 && !isUtf8(label) ? iconv.decode(label, 'cp950') : label.toString(), () =>
      memberOf(bytes, entry),
    )
    at += 46 + name + extra + comment
  }
  return files
}

const isUtf8 = (bytes: Buffer): boolean => !bytes.toString().includes('\ufffd')

function memberOf(bytes: Buffer, entry: number): Buffer {
  const [sum, packed, size, head] = [16, 20, 24, 42].map((place) => bytes.readUInt32LE(entry + place)) as [
    number,
    number,
    number,
    number,
  ]
  if (bytes.readUInt32LE(head) !== 0x04034b50) throw new Error('no member')
  const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
  const data = bytes.subarray(from, from + packed)
  const content =
    bytes.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data, { maxOutputLength: MOST })
  if (content.length !== size || crc32(content) !== sum) throw new Error('not what the directory says')
  return content
}

function readTar(bytes: Buffer): Map<string, () => Buffer> {
  const files = new Map<string, () => Buffer>()
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const head = bytes.subarray(at, at + 512)
    const octal = (from: number, to: number) =>
      Number.parseInt(head.toString('latin1', from, to).replace(/\0.*/, '').trim() || '0', 8)
    const sum = head.reduce((all, byte, n) => all + (n >= 148 && n < 156 ? 32 : byte), 0)
    if (octal(148, 156) !== sum) throw new Error('the sum of a header')
    const size = octal(124, 136)
    if (at + 512 + size > bytes.length) throw new Error('short')
    const content = bytes.subarray(at + 512, at + 512 + size)
    files.set(head.toString('utf8', 0, 100).replace(/\0.*/, ''), () => content)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
