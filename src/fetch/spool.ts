import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Body } from '../core/exchange.ts'

/** A private directory for bodies; it goes when closed or when the process exits. */
export interface Spool {
  /** Stops reading at the cap. When reading or writing fails nothing is left behind. */
  keep(chunks: AsyncIterable<Uint8Array>): Promise<Body>
  /** Deletes a body of this spool; other files are not touched. */
  release(body: Body): Promise<void>
  close(): void
}

export function createSpool(maxBytes: number, parent = tmpdir()): Spool {
  mkdirSync(parent, { recursive: true })
  const directory = mkdtempSync(join(parent, 'odbadge-'))
  const close = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', close)
  const kept = new Set<string>()
  let count = 0

  return {
    async keep(chunks) {
      const path = join(directory, String(++count))
      const file = await open(path, 'wx', 0o600)
      kept.add(path)
      try {
        return { path, ...(await fill(file, chunks, maxBytes)) }
      } catch (error) {
        kept.delete(path)
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
    },
    async release({ path }) {
      if (kept.delete(path)) await rm(path, { force: true })
    },
    close() {
      process.off('exit', close)
      close()
    },
  }
}

async function fill(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Omit<Body, 'path'>> {
  let size = 0
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, maxBytes - size)
    await file.writeFile(part)
    size += part.length
    if (part.length < chunk.length) return { size, whole: false }
  }
  return { size, whole: true }
}
