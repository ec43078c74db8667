import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { CatalogueSource } from './source.ts'
import { type Told, told } from './told.ts'

export type Link =
  | { readonly url: string; readonly path?: string }
  /** Why the file it names is not read. */
  | { readonly refused: Told }

const ABSOLUTE = /^[a-z][a-z\d+.-]+:/i

/** A link of a catalogue from the network is relative to it; of one on this machine it stays as written. */
export function resolved(written: string, { url }: CatalogueSource): string {
  if (ABSOLUTE.test(written) || url === undefined || !URL.canParse(written, url)) return written
  return new URL(written, url).href
}

/**
 * The same for a data package, whose files lie beside it. What comes from the network never names a file of this
 * machine, and no file above or beside the folder is one of the package, whatever links lead there.
 */
export async function packaged(written: string, source: CatalogueSource): Promise<Link> {
  if (source.url !== undefined || ABSOLUTE.test(written)) return { url: resolved(written, source) }
  if (source.name === '-') return { refused: told('fromInput', { file: written }) }
  return below(dirname(source.path), dirname(source.name), written)
}

/** A file below a folder by its relative path; `shown` is what the user calls the folder. */
export async function below(folder: string, shown: string, written: string): Promise<Link> {
  const path = resolve(folder, written)
  if (isAbsolute(written) || isOutside(folder, path)) return { refused: told('outside', { file: written }) }
  const url = shown === '.' ? written : `${shown}/${written}`
  try {
    if (isOutside(await realpath(folder), await realpath(path)))
      return { refused: told('leadsOutside', { file: written }) }
  } catch (error) {
    // A file that is not there is found missing by whoever opens it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return { refused: { detail: (error as Error).message } }
  }
  return { url, path }
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way)
}
