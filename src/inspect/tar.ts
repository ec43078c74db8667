import type { Reason } from '../core/observed.ts'
import { inspectMembers, type Member } from './archive.ts'
import { LIMITS } from './archive-limits.ts'
import type { ContainerReader } from './container.ts'
import type { Source } from './source.ts'
import { streamedSource } from './streamed.ts'
import { readHeader, type TarHeader, textOf, withPax } from './tar-header.ts'
import { Unreadable } from './unreadable.ts'

const BLOCK = 512
/** Bytes of a long name or of extended facts. */
const MAX_TEXT = 1 << 20

export const isTar = (head: Buffer): boolean => head.toString('latin1', 257, 262) === 'ustar'

/** Files of a tar (POSIX ustar and pax, GNU long names), each looked at as it comes by. */
export const readTar: ContainerReader = async (source, _, within) => {
  let fault: Reason | undefined
  async function* members(): AsyncGenerator<Member> {
    const tape = new Tape(source.blocks())
    try {
      let count = 0
      for await (const { header, at } of headers(tape)) {
        if (header.kind === 'folder') continue
        if (++count > LIMITS.members) {
          fault = { code: 'too-many-members', data: { count, cap: LIMITS.members } }
          return
        }
        yield memberAt(header, at, tape)
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      fault = error.reason
    } finally {
      await tape.close()
    }
  }

  /** First read as it comes by; a second look winds the tape anew. */
  function memberAt({ name, size, refused }: TarHeader, at: number, tape: Tape): Member {
    let passed = false
    const open = () => {
      if (passed || tape.position !== at) return rewound(at, size)
      passed = true
      return tape.take(size)
    }
    // Plain files of the archive's own are metered where it is inflated.
    const room = source.hold ? { cap: 0, inflated: Number.POSITIVE_INFINITY, facts: 0 } : within.room
    return { name, size, ...(refused && { refused }), source: () => streamedSource(open, size, room) }
  }

  async function* rewound(at: number, size: number): AsyncGenerator<Buffer> {
    if (!source.hold) {
      yield* pieces(source, at, size)
      return
    }
    const tape = new Tape(source.blocks())
    try {
      await tape.skipTo(at)
      yield* tape.take(size)
    } finally {
      await tape.close()
    }
  }

  return inspectMembers(members(), () => fault, within)
}

async function* pieces(source: Source, start: number, size: number): AsyncGenerator<Buffer> {
  for (let at = start; at < start + size; ) {
    const block = await source.read(at, Math.min(BLOCK * 240, start + size - at))
    if (block.length === 0) throw cutOff()
    yield block
    at += block.length
  }
}

const cutOff = () => new Unreadable('archive-damaged', { detail: 'TAR: unexpected end' })

/** Every entry that is a thing of its own, with what the entries before it say of it. */
async function* headers(tape: Tape): AsyncGenerator<{ header: TarHeader; at: number }> {
  let longName: string | undefined
  let pax: ReadonlyMap<string, string> = new Map()
  for (;;) {
    const block = await tape.exactly(BLOCK, true)
    // Two blocks of zeros end it; many writers leave one out, some both.
    if (!block || block.every((byte) => byte === 0)) return
    const header = readHeader(block)
    const next = tape.position + Math.ceil(header.size / BLOCK) * BLOCK
    if (header.kind === 'long-name' || header.kind === 'pax') {
      if (header.size > MAX_TEXT) throw new Unreadable('archive-damaged', { detail: 'TAR: name' })
      const text = (await tape.exactly(header.size))!
      if (header.kind === 'pax') pax = withPax(text)
      else longName = textOf(text)
    } else if (header.kind !== 'ignored') {
      const described = header.describe(longName, pax)
      const at = tape.position
      yield { header: described, at }
      await tape.skipTo(at + Math.ceil(described.size / BLOCK) * BLOCK)
      longName = undefined
      pax = new Map()
      continue
    }
    await tape.skipTo(next)
  }
}

/** Bytes that come by once. */
class Tape {
  position = 0
  readonly #blocks: AsyncIterator<Buffer> | Iterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(blocks: AsyncIterable<Buffer> | Iterable<Buffer>) {
    this.#blocks = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]()
  }

  /** At most `length` bytes; undefined at the end. */
  async #next(length: number): Promise<Buffer | undefined> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#blocks.next()
      if (done) return undefined
      this.#held = value
    }
    const piece = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(piece.length)
    this.position += piece.length
    return piece
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const piece = await this.#next(left)
      if (!piece) throw cutOff()
      left -= piece.length
      yield piece
    }
  }

  async exactly(size: number, mayEnd = false): Promise<Buffer | undefined> {
    const kept: Buffer[] = []
    for (let left = size; left > 0; ) {
      const piece = await this.#next(left)
      if (!piece && mayEnd && left === size) return undefined
      if (!piece) throw cutOff()
      left -= piece.length
      kept.push(piece)
    }
    return Buffer.concat(kept)
  }

  async skipTo(position: number): Promise<void> {
    while (this.position < position) if (!(await this.#next(position - this.position))) throw cutOff()
  }

  async close(): Promise<void> {
    await this.#blocks.return?.()
  }
}
