import { open } from 'node:fs/promises'
import type { Body } from '../core/exchange.ts'

/** Content that can be read again from the start: a second look is rare, but then it must be possible. */
export interface Source {
  readonly size: number
  /** False when a cap cut the content. */
  readonly whole: boolean
  blocks(): AsyncIterable<Buffer> | Iterable<Buffer>
  /** Bytes from `offset` on: fewer than `length`, down to none, where the content ends. */
  read(offset: number, length: number): Promise<Buffer>
  /** Only of content that comes as a stream: the same, to be read from any place. @throws {Unreadable} when too large. */
  hold?(): Promise<Source>
}

export const BLOCK = 120 * 1024

export function bodySource(body: Body): Source {
  if ('bytes' in body)
    return bytesSource(Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.size), body.whole)
  return {
    size: body.size,
    whole: body.whole,
    async *blocks() {
      const file = await open(body.path, 'r')
      const read = () => {
        const block = file.read(Buffer.allocUnsafeSlow(BLOCK), 0, BLOCK)
        // Heard of when it is waited for; nobody waits for it after an early end.
        block.catch(() => undefined)
        return block
      }
      try {
        // The next block is read while this one is looked at.
        for (let next = read(); ; ) {
          const { bytesRead, buffer } = await next
          if (bytesRead === 0) return
          next = read()
          yield buffer.subarray(0, bytesRead)
        }
      } finally {
        await file.close()
      }
    },
    async read(offset, length) {
      const wanted = within(body.size, offset, length)
      const file = await open(body.path, 'r')
      try {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}

/** Content that is in memory. */
export const bytesSource = (content: Buffer, whole = true): Source => ({
  size: content.length,
  whole,
  blocks: () => [content],
  read: async (offset, length) => content.subarray(offset, offset + within(content.length, offset, length)),
})

/** Offsets come from strangers: they may point anywhere. */
const within = (size: number, offset: number, length: number): number =>
  Math.max(0, Math.min(length, size - offset))

/** Cuts the content anew into blocks of one size, so that no result depends on how it arrived. */
export async function* reblock(source: Source, size = BLOCK): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const block of source.blocks()) {
    held.push(block)
    length += block.length
    if (length < size) continue
    const joined = held.length === 1 ? block : Buffer.concat(held, length)
    let from = 0
    for (; length - from >= size; from += size) yield joined.subarray(from, from + size)
    held = from < length ? [joined.subarray(from)] : []
    length -= from
  }
  if (length > 0) yield Buffer.concat(held, length)
}

/** Physical line (from 1) of each byte offset. Reads the content again, only as far as needed. */
export async function lineNumbers(
  source: Source,
  offsets: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b)
  const lines = new Map<number, number>()
  let line = 1
  let start = 0
  let next = 0
  if (wanted.length === 0) return lines
  for await (const block of source.blocks()) {
    let from = 0
    for (let end = block.indexOf(0x0a); ; end = block.indexOf(0x0a, from)) {
      const stop = end === -1 ? block.length : end + 1
      while (next < wanted.length && wanted[next]! < start + stop) lines.set(wanted[next++]!, line)
      if (end === -1) break
      line++
      from = stop
    }
    if (next >= wanted.length) break
    start += block.length
  }
  while (next < wanted.length) lines.set(wanted[next++]!, line)
  return lines
}
