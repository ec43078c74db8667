import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, RandomAccessReader, type ZipFile } from 'yauzl'
import type { Reason } from '../core/observed.ts'
import { LIMITS } from './archive-limits.ts'
import { decodeEither } from './decode.ts'
import { leadsOut } from './member-name.ts'
import { BLOCK, type Source } from './source.ts'
import { Unreadable } from './unreadable.ts'

/** Bytes inflated at a time: fewer cost time, more cost memory. */
const INFLATED = 32 * 1024

export interface ZipMember {
  /** As stored, decoded, with `/` between folders; at most {@link LIMITS.name} characters. */
  readonly name: string
  readonly directory: boolean
  readonly encrypted: boolean
  readonly symlink: boolean
  /** As the directory says; {@link open} fails where the content disagrees. */
  readonly size: number
  readonly compressedSize: number
  /** Why the content will not be read. */
  readonly refused?: Reason
  /** The content. @throws {Unreadable} when it is damaged, refused, or larger than `cap` bytes. */
  open(cap: number): AsyncIterable<Buffer>
}

export interface Zip {
  /** The first {@link LIMITS.members} entries. */
  readonly members: readonly ZipMember[]
  /** Entries that the directory promises. */
  readonly count: number
  /** Why the members are not all, or not even the first. */
  readonly fault?: Reason
}

/** The directory of a ZIP, and its members by random access; whatever the bytes are, it answers. */
export async function openZip(source: Source): Promise<Zip> {
  let file: ZipFile
  try {
    file = await yauzl.fromRandomAccessReaderPromise(new Windowed(source), source.size, {
      decodeStrings: false,
      validateEntrySizes: false,
      autoClose: false,
    })
  } catch (error) {
    return { members: [], count: 0, fault: faultOf(error) }
  }
  const entries: Entry[] = []
  const count = file.entryCount
  let fault: Reason | undefined =
    count > LIMITS.members ? { code: 'too-many-members', data: { count, cap: LIMITS.members } } : undefined
  try {
    if (count > 0)
      for await (const entry of file.eachEntry()) {
        entries.push(entry)
        if (entries.length >= LIMITS.members) break
      }
  } catch (error) {
    fault = faultOf(error)
  }
  const overlapping = overlaps(entries)
  const members = entries.map((entry) => memberOf(file, source, entry, overlapping.has(entry)))
  return { members, count, ...(fault && { fault }) }
}

/** Reads of a directory are short and many: one read of the file serves those that follow. */
class Windowed extends RandomAccessReader {
  readonly #source: Source
  #window: Buffer = Buffer.alloc(0)
  #from = 0

  constructor(source: Source) {
    super()
    this.#source = source
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const fill = async () => {
      const end = this.#from + this.#window.length
      if (position < this.#from || position + length > end) {
        this.#window = await this.#source.read(position, Math.max(length, BLOCK))
        this.#from = position
      }
      const at = position - this.#from
      return this.#window.copy(into, offset, at, at + length)
    }
    fill().then((bytesRead) => callback(null, bytesRead), callback)
  }
}

/** A disk that fails is no fault of the archive. */
function faultOf(error: unknown): Reason {
  if (!(error instanceof Error) || 'syscall' in error) throw error
  return { code: 'archive-damaged', data: { detail: error.message } }
}

/** Entries whose bytes are another's too: a small file can hold any number of these. */
function overlaps(entries: readonly Entry[]): ReadonlySet<Entry> {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const found = new Set<Entry>()
  let furthest: { entry: Entry; end: number } | undefined
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader
    const end = start + 30 + entry.fileNameLength + entry.compressedSize
    if (furthest && start < furthest.end) found.add(entry).add(furthest.entry)
    if (!furthest || end > furthest.end) furthest = { entry, end }
  }
  return found
}

function memberOf(file: ZipFile, source: Source, entry: Entry, overlapping: boolean): ZipMember {
  const { compressedSize, uncompressedSize: size, compressionMethod: method, crc32: sum } = entry
  const { relativeOffsetOfLocalHeader } = entry
  const name = nameOf(entry)
  const encrypted = entry.isEncrypted()
  // The upper byte says that the attributes are those of Unix, whose upper half is the file's mode.
  const symlink =
    entry.versionMadeBy >> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
  const refused: Reason | undefined = leadsOut(name)
    ? { code: 'member-name' }
    : symlink
      ? { code: 'member-link' }
      : overlapping
        ? { code: 'member-overlap' }
        : encrypted
          ? { code: 'member-encrypted' }
          : method !== 0 && method !== 8
            ? { code: 'member-compression', data: { method } }
            : undefined

  async function* content(cap: number): AsyncGenerator<Buffer> {
    if (refused) throw new Unreadable(refused.code, refused.data)
    const start = await startOf(file, relativeOffsetOfLocalHeader, compressedSize)
    const stored = range(source, start, compressedSize)
    const damaged = (detail: string, cause?: unknown) =>
      new Unreadable('member-damaged', { detail }, { cause })
    let length = 0
    let actual = 0
    try {
      // The callback is obligatory; what goes wrong surfaces where the stream is read.
      for await (const block of method === 0
        ? stored
        : pipeline(stored, createInflateRaw({ chunkSize: INFLATED }), () => undefined)) {
        length += block.length
        actual = crc32(block, actual)
        if (length > size) throw damaged('more bytes than the directory says')
        if (length > cap) throw new Unreadable('over-inflated', { cap })
        if (length > LIMITS.ratioFrom && length > LIMITS.ratio * compressedSize)
          throw new Unreadable('member-ratio', { cap: LIMITS.ratio })
        yield block
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
        throw damaged(error.message, error)
      throw error
    }
    if (length !== size) throw damaged('fewer bytes than the directory says')
    if (actual !== sum) throw damaged('CRC-32')
  }

  return {
    name: name.slice(0, LIMITS.name),
    directory: name.endsWith('/'),
    encrypted,
    symlink,
    size,
    compressedSize,
    ...(refused && { refused }),
    open: content,
  }
}

async function startOf(file: ZipFile, offset: number, compressedSize: number): Promise<number> {
  const place = { relativeOffsetOfLocalHeader: offset, compressedSize } as Entry
  try {
    return (await file.readLocalFileHeaderPromise(place, { minimal: true })).fileDataStart
  } catch (error) {
    const { data } = faultOf(error)
    throw new Unreadable('member-damaged', data, { cause: error })
  }
}

async function* range(source: Source, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = start; at < start + length; ) {
    const block = await source.read(at, Math.min(BLOCK, start + length - at))
    if (block.length === 0) return
    yield block
    at += block.length
  }
}

/** Archivers write CP950 or UTF-8 whether or not they set the flag that tells which. */
function nameOf({ fileNameRaw: raw, extraFields }: Entry): string {
  // The Info-ZIP field holds the name once more, in UTF-8, and the sum of the name it belongs to.
  const unicode = extraFields.find(
    ({ id, data }) => id === 0x7075 && data.length > 5 && data.readUInt32LE(1) === crc32(raw),
  )
  const bytes = unicode ? unicode.data.subarray(5) : raw
  // Only a decoded `\` is one: 功 and 許 have that byte in CP950.
  return decodeEither(bytes.toString('latin1')).replaceAll('\\', '/')
}
