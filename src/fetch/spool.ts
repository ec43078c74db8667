import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Body } from '../core/exchange.ts'
import { hash } from '../core/finding.ts'

/** Keeps small bodies in memory and others in a private directory; it goes when closed, when the process exits, or after a crash with the next run. */
export interface Spool {
  /** Bytes up to which a body stays in memory. */
  readonly inMemory: number
  /** Stops reading at the cap. When reading or writing fails nothing is left behind. */
  keep(chunks: AsyncIterable<Uint8Array>): Promise<Body>
  /** Deletes a body of this spool; other files are not touched. */
  release(body: Body): Promise<void>
  close(): void
}

/** @param inMemory bytes up to which a body needs no file: making one takes longer than small content does. */
export function createSpool(maxBytes: number, inMemory: number, parent = tmpdir()): Spool {
  mkdirSync(parent, { recursive: true })
  sweep(parent)
  const directory = mkdtempSync(join(parent, `${NAME}${process.pid}-`))
  const close = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', close)
  const kept = new Set<string>()
  let count = 0

  async function spooled(held: Iterable<Uint8Array>, rest: AsyncGenerator<Uint8Array>): Promise<string> {
    const path = join(directory, String(++count))
    const file = await open(path, 'wx', 0o600)
    kept.add(path)
    try {
      for (const chunk of held) await file.writeFile(chunk)
      for await (const chunk of rest) await file.writeFile(chunk)
      return path
    } catch (error) {
      kept.delete(path)
      await rm(path, { force: true })
      throw error
    } finally {
      await file.close()
      // Writing may have failed while there was more to come.
      await rest.return(undefined)
    }
  }

  return {
    inMemory: Math.min(inMemory, maxBytes),
    async keep(chunks) {
      const extent = { size: 0, whole: true }
      const rest = capped(chunks, maxBytes, extent)
      const held: Uint8Array[] = []
      let complete = false
      while (!complete && extent.size <= inMemory) {
        const next = await rest.next()
        if (next.done) complete = true
        else held.push(next.value)
      }
      if (complete && inMemory > 0) return { bytes: Buffer.concat(held), ...extent }
      return { path: await spooled(held, rest), ...extent }
    },
    async release(body) {
      if ('path' in body && kept.delete(body.path)) await rm(body.path, { force: true })
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

/** The chunks up to the cap; `extent` tells of what has come so far. */
async function* capped(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  extent: { size: number; whole: boolean },
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, maxBytes - extent.size)
    extent.size += part.length
    extent.whole = part.length === chunk.length
    yield part
    if (!extent.whole) return
  }
}
