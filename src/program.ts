import { readFileSync } from 'node:fs'

/** `package.json` stands one folder up from the sources and two up from `dist`. */
function version(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string
        version: string
      }
      if (found.name === 'odbadge') return found.version
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error('package.json not found')
}

export const VERSION = version()
export const PROGRAM = `odbadge ${VERSION}`
