import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Body } from '../core/exchange.ts'
import { hash } from '../core/finding.ts'

/** A private directory for bodies; it goes when closed, when the process exits, or after a crash with the next run. */
export interface Spool {
  /** Stops reading at the cap. When reading or writing fails nothing is left behind. */
  keep(chunks: AsyncIterable<Uint8Array>): Promise<Body>
  /** Deletes a body of this spool; other files are not touched. */
  release(body: Body): Promise<void>
  close(): void
}

export function createSpool(maxBytes: number, parent = tmpdir()): Spool {
  mkdirSync(parent, { recursive: true })
  sweep(parent)
  const directory = mkdtempSync(join(parent, `${NAME}${process.pid}-`))
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

/** Process ids tell something on their own machine only, and a shared folder may serve several. */
const NAME = `odbadge-${hash(hostname())}-`

/** Removes what processes left behind that were killed before they could do it themselves. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(NAME) ? Number.parseInt(name.slice(NAME.length), 10) : 0
    if (pid > 0 && !isRunning(pid) && isOwn(join(parent, name)))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Not permitted: it runs, and is somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function isOwn(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
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
