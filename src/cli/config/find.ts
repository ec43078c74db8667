import { readdir } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Config } from '../../config.ts'
import { type Language, render } from '../../core/localised.ts'
import { UsageError } from '../usage-error.ts'
import { CONFIG_WORDS } from './words.ts'

/** One file or preset as it stands. */
export interface Layer {
  /** As the user knows it. */
  readonly shown: string
  readonly config: Config
  /** The line that a key stands in; undefined in code and presets. */
  lineOf(path: readonly string[]): number | undefined
}

/** All configurations of a run as one, and the layers it was made of, the weaker ones first. */
export interface Settings {
  readonly config: Config
  readonly layers: readonly Layer[]
}

export const NO_SETTINGS: Settings = { config: {}, layers: [] }

export const EXTENSIONS = ['.ts', '.js', '.mjs', '.json', '.yaml', '.yml'] as const

/** The configuration of the folder; undefined when there is none. @throws UsageError when there are several. */
export async function foundConfig(folder: string, language: Language): Promise<string | undefined> {
  const names = new Set<string>(EXTENSIONS.map((extension) => `odbadge.config${extension}`))
  const files = (await readdir(folder)).filter((file) => names.has(file)).sort()
  if (files.length > 1) throw new UsageError(render(CONFIG_WORDS.several, { files }, language))
  return files[0] && join(folder, files[0])
}

/** From where the user stands where it is below that, with `/` on every system. */
export const shownPath = (path: string): string => {
  const shown = relative(process.cwd(), path)
  return (shown === '..' || shown.startsWith(`..${sep}`) ? resolve(path) : shown || '.').replaceAll('\\', '/')
}

/** As {@link shownPath}, for records that others read: where a folder of this machine lies is not theirs to know. */
export const toldPath = (path: string): string => {
  const shown = shownPath(path)
  return isAbsolute(shown) ? basename(shown) : shown
}
