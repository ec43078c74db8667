import { type Packed, type Packing, packing } from './packed.ts'

/** A ZIP file (APPNOTE 6.3) as it is written: every method gives the bytes that come next. */
export interface Zip {
  put(name: string, content: Packed): Generator<Uint8Array>
  /** Content that is written before its size is known. */
  stream(name: string, texts: AsyncIterable<string>): AsyncGenerator<Uint8Array>
  finish(): Uint8Array
}

interface Entry {
  readonly name: Buffer
  readonly flags: number
  readonly content: Packed
  readonly at: number
}

const UTF8_NAMES = 0x800
const SIZES_FOLLOW = 0x8
/** 1980-01-01: the same content makes the same file. */
const DATE = 0x21_0000

export function createZip(): Zip {
  const entries: Entry[] = []
  let at = 0
  const counted = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
    at += bytes.length
    return bytes
  }
  return {
    *put(name, content) {
      const entry = { name: Buffer.from(name), flags: UTF8_NAMES, content, at }
      entries.push(entry)
      yield counted(Buffer.concat([u32(0x04034b50), ...facts(entry), entry.name]))
      for (const block of content.blocks) yield counted(block)
    },
    async *stream(name, texts) {
      const start = at
      const flags = UTF8_NAMES | SIZES_FOLLOW
      const bytes = Buffer.from(name)
      const unknown: Packed = { size: 0, packedSize: 0, crc: 0, stored: false, blocks: [] }
      const opening = { name: bytes, flags, content: unknown, at: start }
      yield counted(Buffer.concat([u32(0x04034b50), ...facts(opening), bytes]))
      const content: Packing = packing()
      for await (const text of texts) {
        content.add(text)
        for (const block of content.take()) yield counted(block)
      }
      const whole = content.finish()
      for (const block of whole.blocks) yield counted(block)
      yield counted(Buffer.concat([u32(0x08074b50), u32(whole.crc), u32(whole.packedSize), u32(whole.size)]))
      entries.push({ name: bytes, flags, content: whole, at: start })
    },
    finish() {
      const directory = Buffer.concat(entries.flatMap(directoryEntry))
      const count = u16(entries.length)
      const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(at), u16(0)]
      return Buffer.concat([directory, ...end])
    },
  }
}

/** From "version needed" to the length of the extra field, as both headers have it. */
const facts = ({ name, flags, content }: Entry): Buffer[] => [
  u16(20),
  u16(flags),
  u16(content.stored ? 0 : 8),
  u32(DATE),
  u32(content.crc),
  u32(content.packedSize),
  u32(content.size),
  u16(name.length),
  u16(0),
]

const directoryEntry = (entry: Entry): Buffer[] => [
  u32(0x02014b50),
  u16(20),
  ...facts(entry),
  u16(0),
  u16(0),
  u16(0),
  u32(0),
  u32(entry.at),
  entry.name,
]

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
