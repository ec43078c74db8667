import { LIMITS } from './archive-limits.ts'
import type { Room } from './container.ts'
import { bytesSource, type Source } from './source.ts'
import { Unreadable } from './unreadable.ts'

/** Content that is inflated anew at every look; `open` is called for each. */
export function streamedSource(open: () => AsyncIterable<Buffer>, size: number, room: Room): Source {
  const blocks = () => metered(open(), room)
  let held: Promise<Source> | undefined
  const hold = () => {
    held ??= collect(blocks()).then((content) => bytesSource(content))
    return held
  }
  return { size, whole: true, blocks, hold, read: async (...place) => (await hold()).read(...place) }
}

async function* metered(blocks: AsyncIterable<Buffer>, room: Room): AsyncGenerator<Buffer> {
  for await (const block of blocks) {
    room.inflated -= block.length
    if (room.inflated < 0) throw new Unreadable('over-inflated', { cap: room.cap })
    yield block
  }
}

async function collect(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  const kept: Buffer[] = []
  let length = 0
  for await (const block of blocks) {
    length += block.length
    if (length > LIMITS.held) throw new Unreadable('over-held', { cap: LIMITS.held })
    kept.push(block)
  }
  return Buffer.concat(kept, length)
}
