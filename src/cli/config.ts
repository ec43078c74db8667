import { readFile } from 'node:fs/promises'
import { type Language, render } from '../core/localised.ts'
import type { LaneSettings } from '../fetch/index.ts'
import { complaintsAbout } from '../score/index.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

const SCHEMA = new URL('config.schema.json', import.meta.url)

/** What a configuration file may say; `config.schema.json` is its JSON Schema. */
export interface Config {
  /** By host or registrable name, which stands for all its hosts. */
  readonly hosts?: Readonly<Record<string, Partial<Pick<LaneSettings, 'concurrency' | 'spacing'>>>>
}

export async function readConfig(path: string | undefined, language: Language): Promise<Config> {
  if (path === undefined) return {}
  const wrong = (detail: string) => new UsageError(render(WORDS.badConfig, { path, detail }, language))
  let data: unknown
  try {
    data = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw wrong((error as Error).message)
  }
  const complaints = complaintsAbout(data, SCHEMA)
  if (complaints.length > 0) throw wrong(`\n${complaints.join('\n')}`)
  const config = data as Config
  const host = Object.keys(config.hosts ?? {}).find((name) => !URL.canParse(`http://${name}`))
  if (host !== undefined) throw wrong(render(WORDS.badHost, { host }, language))
  return config
}
