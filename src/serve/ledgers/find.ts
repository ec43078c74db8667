import { createHash } from 'node:crypto'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A file that is called like a ledger, or why it is not read. */
export interface FoundFile {
  /** Opaque: addresses carry this and never a path. */
  readonly id: string
  /** Relative to the folder, with `/`. */
  readonly name: string
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** Changes when the content does. */
  readonly version: string
  readonly refused?: 'outside' | 'not-a-file' | 'unreadable'
}

export interface Found {
  readonly files: readonly FoundFile[]
  /** Ledgers beyond the limit. */
  readonly left: number
}

/** `reports/central/2026-08/ledger.ndjson` below the folder. */
const DEPTH = 3
const MAX_ENTRIES = 20_000
/** A ledger a week for four years. */
const MAX_LEDGERS = 200

/** Ledgers of a folder, the latest changed first. Links that lead out of it are listed and not followed. */
export async function findLedgers(folder: string): Promise<Found> {
  const root = await realpath(folder)
  const found: FoundFile[] = []
  const visited = new Set<string>()
  let entries = 0

  async function walk(at: string, depth: number): Promise<void> {
    if (visited.has(at)) return
    visited.add(at)
    for (const name of await namesIn(at)) {
      if (++entries > MAX_ENTRIES) return
      if (name.startsWith('.') || name === 'node_modules') continue
      const path = join(at, name)
      const isLedger = name.endsWith('.ndjson')
      const target = await resolved(path, root)
      if (typeof target === 'string') {
        if (isLedger) found.push({ ...(await fileAt(path, root, path)), refused: target })
      } else if (target.folder) {
        if (depth < DEPTH) await walk(target.path, depth + 1)
      } else if (isLedger) {
        found.push(await fileAt(path, root, target.path))
      }
    }
  }
  await walk(root, 0)
  found.sort((a, b) => b.modified - a.modified || (a.name < b.name ? -1 : 1))
  return { files: found.slice(0, MAX_LEDGERS), left: Math.max(0, found.length - MAX_LEDGERS) }
}

/** A folder that cannot be listed hides its ledgers only; the root itself was looked at before. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isSystemError(error)) return []
    throw error
  }
}

type Target = { readonly path: string; readonly folder: boolean }

async function resolved(path: string, root: string): Promise<Target | NonNullable<FoundFile['refused']>> {
  try {
    const real = await realpath(path)
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return 'outside'
    const facts = await stat(real)
    // Opening a pipe would wait for its writer.
    if (!facts.isFile() && !facts.isDirectory()) return 'not-a-file'
    return { path: real, folder: facts.isDirectory() }
  } catch (error) {
    if (isSystemError(error)) return 'unreadable'
    throw error
  }
}

async function fileAt(path: string, root: string, real: string): Promise<FoundFile> {
  const name = relative(root, path).split(sep).join('/')
  const id = createHash('sha256').update(name).digest('hex').slice(0, 16)
  try {
    const { size, mtimeMs, ino } = await lstat(real)
    return { id, name, path: real, size, modified: mtimeMs, version: `${ino} ${size} ${mtimeMs}` }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { id, name, path: real, size: 0, modified: 0, version: '', refused: 'unreadable' }
  }
}

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
