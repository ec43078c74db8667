import { readFile } from 'node:fs/promises'
import { type Language, render } from '../core/localised.ts'
import { certificatesIn } from '../fetch/certificates.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** The certificates of the files given by `--ca`, in PEM. */
export async function authorities(paths: readonly string[], language: Language): Promise<string> {
  let all = ''
  for (const path of paths) {
    const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(render(WORDS.noCa, { path, detail: error.message }, language))
    })
    const found = certificatesIn(file)
    if (found.length === 0) throw new UsageError(render(WORDS.badCa, { path }, language))
    all += found.join('')
  }
  return all
}
