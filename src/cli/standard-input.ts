import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Language, render } from '../core/localised.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface Spooled {
  readonly path: string
  close(): Promise<void>
}

/** Standard input as a file, since a catalogue is read more than once. Throws UsageError beyond `maxBytes`. */
export async function spoolInput(input: Readable, maxBytes: number, language: Language): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'odbadge-stdin-'))
  const close = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'catalogue')
  try {
    await pipeline(input, (chunks) => capped(chunks, maxBytes, language), createWriteStream(path))
    return { path, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function* capped(chunks: AsyncIterable<Buffer>, maxBytes: number, language: Language) {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw new UsageError(render(WORDS.inputTooLong, { cap: maxBytes }, language))
    yield chunk
  }
}
