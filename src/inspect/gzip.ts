import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { inspectMembers } from './archive.ts'
import type { ContainerReader } from './container.ts'
import { decodeEither } from './decode.ts'
import type { Source } from './source.ts'
import { streamedSource } from './streamed.ts'
import { isTar, readTar } from './tar.ts'
import { orReason, Unreadable } from './unreadable.ts'

const HEAD = 1_024
/** Of a file whose name was not kept. */
const UNNAMED = 'data'

/** The one file that a gzip holds (RFC 1952), most often a tar: inflated anew at every look, never kept. */
export const readGzip: ContainerReader = async (source, format, within) => {
  const inner = streamedSource(() => gunzip(source), Number.POSITIVE_INFINITY, within.room)
  const tar = await orReason(
    async () => isTar(await firstOf(inner)),
    () => false,
  )
  if (tar) return readTar(inner, format, within)
  const name = nameIn(await source.read(0, HEAD)) ?? UNNAMED
  return inspectMembers([{ name, size: source.size, source: () => inner }], () => undefined, within)
}

async function* gunzip(source: Source): AsyncGenerator<Buffer> {
  try {
    // The callback is obligatory; what goes wrong surfaces where the stream is read.
    yield* pipeline(source.blocks(), createGunzip(), () => undefined)
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Unreadable('member-damaged', { detail: error.message }, { cause: error })
    throw error
  }
}

async function firstOf(source: Source): Promise<Buffer> {
  for await (const block of source.blocks()) if (block.length > 0) return block.subarray(0, HEAD)
  return Buffer.alloc(0)
}

/** The original name stands before the content when flag 8 says so, behind an extra field when flag 4 does. */
function nameIn(head: Buffer): string | undefined {
  if (head.length < 12 || !(head[3]! & 8)) return undefined
  const start = head[3]! & 4 ? 12 + head.readUInt16LE(10) : 10
  const end = head.indexOf(0, start)
  return end > start ? decodeEither(head.toString('latin1', start, end)) : undefined
}
