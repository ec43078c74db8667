import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { asWritten, type Locate } from '../core/baseline.ts'

/** The folder that paths in annotations and baselines start from: the repository's, or else this one. */
export function repositoryRoot(from: string): string {
  for (let at = resolve(from); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return resolve(from)
  }
}

/** Paths from the root with `/`; what lies outside keeps its whole path. */
export const locateFrom =
  (root: string): Locate =>
  (path) => {
    const whole = resolve(path)
    const way = relative(root, whole)
    return asWritten(way === '' || way.startsWith('..') || isAbsolute(way) ? whole : way)
  }
