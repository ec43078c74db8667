const FREE = 0xfffffffa
const MAX_ENTRIES = 4_096

/** An OLE compound file: a small file system of streams. */
export interface Cfb {
  readonly names: readonly string[]
  /** @throws RangeError when the stream runs out of the file. */
  stream(name: string): Buffer | undefined
}

interface Entry {
  readonly name: string
  readonly start: number
  readonly size: number
}

/** @throws RangeError when the bytes are not what they should be; every chain ends with the file's sectors. */
export function openCfb(bytes: Buffer): Cfb {
  const shift = bytes.readUInt16LE(30)
  const miniShift = bytes.readUInt16LE(32)
  if (shift < 7 || shift > 16 || miniShift < 4 || miniShift >= shift) throw new RangeError('sector size')
  const size = 2 ** shift
  const count = Math.ceil(bytes.length / size)
  const fat = fatOf(bytes, size, count)
  const sector = (number: number): Buffer => {
    const at = (number + 1) * size
    if (at >= bytes.length) throw new RangeError(`sector ${number} of ${count}`)
    return bytes.subarray(at, at + size)
  }
  const chain = (start: number): Buffer => Buffer.concat(linked(start, fat, count).map(sector))
  const directory = chain(bytes.readUInt32LE(48))
  const entries = entriesOf(directory)
  const cutoff = bytes.readUInt32LE(56)
  const whole = (content: Buffer, { name, size: length }: Entry): Buffer => {
    if (content.length < length) throw new RangeError(`${name}: ${content.length} of ${length} bytes`)
    return content.subarray(0, length)
  }
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((other) => other.name === name)
      if (!entry) return undefined
      if (entry.size >= cutoff) return whole(chain(entry.start), entry)
      const mini = chain(entries[0]!.start)
      const miniFat = words(chain(bytes.readUInt32LE(60)))
      const small = 2 ** miniShift
      const parts = linked(entry.start, miniFat, miniFat.length).map((number) =>
        mini.subarray(number * small, (number + 1) * small),
      )
      return whole(Buffer.concat(parts), entry)
    },
  }
}

const words = (block: Buffer): number[] =>
  Array.from({ length: block.length >> 2 }, (_, i) => block.readUInt32LE(4 * i))

function fatOf(bytes: Buffer, size: number, count: number): number[] {
  const sectors: number[] = words(bytes.subarray(76, 512))
  let next = bytes.readUInt32LE(68)
  for (let n = 0; next < FREE && n < count; n++) {
    const block = words(bytes.subarray((next + 1) * size, (next + 2) * size))
    next = block.pop() ?? FREE
    sectors.push(...block)
  }
  const fat: number[] = []
  for (const number of sectors) {
    if (number >= FREE || fat.length > count) break
    for (const word of words(bytes.subarray((number + 1) * size, (number + 2) * size))) fat.push(word)
  }
  return fat
}

/** A chain that goes in circles is as long as the file at most. */
function linked(start: number, fat: readonly number[], most: number): number[] {
  const numbers: number[] = []
  for (let next = start; next < FREE; next = fat[next] ?? FREE) {
    if (numbers.push(next) > most) throw new RangeError('circular chain')
  }
  return numbers
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length && entries.length < MAX_ENTRIES; at += 128) {
    const length = directory.readUInt16LE(at + 64)
    const type = directory[at + 66]
    if (type === 0 || length < 2 || length > 64) continue
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}
