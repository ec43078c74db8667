import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fromFaithfulJson, toFaithfulJson } from './core/faithful-json.ts'

/** Entries of a folder by name, each under a seal: what was damaged or moved is as good as not there. */
export interface SealedFiles {
  read(name: string): Promise<unknown>
  write(name: string, value: unknown): Promise<void>
}

/** In every seal; raised when the shape of entries changes. */
const FORM = 'odbadge-memory-1'

/** @param note told of each file that is not usable, and of what could not be written: neither ends the audit. */
export function sealedFiles(folder: string, note: (path: string, detail: string) => void): SealedFiles {
  const pathOf = (name: string) => join(folder, name)
  return {
    async read(name) {
      const path = pathOf(name)
      try {
        const text = await readFile(path, 'utf8')
        const end = text.indexOf('\n')
        const json = text.slice(end + 1)
        if (text.slice(0, end) === seal(name, json)) return fromFaithfulJson(json)
        note(path, 'SHA-256')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') note(path, failing(error))
      }
      return undefined
    },
    async write(name, value) {
      const json = toFaithfulJson(value)
      const path = pathOf(name)
      // Beside and renamed: another audit may read or write the same entry.
      const draft = `${path}.${randomUUID()}.part`
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await writeFile(draft, `${seal(name, json)}\n${json}`, { flag: 'wx', mode: 0o600 })
        await rename(draft, path)
      } catch (error) {
        note(path, failing(error))
        await rm(draft, { force: true }).catch((error: unknown) => note(draft, failing(error)))
      }
    },
  }
}

const seal = (name: string, json: string): string =>
  `${FORM} ${createHash('sha256').update(`${name}\n${json}`).digest('hex')}`

/** The disk's words; anything else is a fault of ours. */
function failing(error: unknown): string {
  if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return error.message
  throw error
}
