import type { Badge } from './core/badge.ts'
import type { Contact } from './core/catalogue.ts'
import type { RuleSetting } from './core/deviation.ts'
import type { ExceptionEntry } from './core/exceptions.ts'
import type { Language } from './core/localised.ts'
import type { InsecureInspect, LaneSettings } from './fetch/index.ts'

/** Defaults for options of the command line, which goes first. Paths start at the file that names them. */
export interface OptionDefaults {
  readonly lang?: Language
  readonly profile?: string
  readonly out?: string
  readonly cache?: string
  readonly agency?: readonly string[]
  readonly concurrency?: number
  readonly perHost?: number
  /** Milliseconds. */
  readonly spacing?: number
  readonly contact?: string
  readonly maxBytes?: number
  /** Seconds. */
  readonly timeout?: number
  readonly ca?: readonly string[]
  readonly allowPrivate?: boolean
  readonly insecureInspect?: InsecureInspect
  /** `30s`, `10m`, `2h` or `never`. */
  readonly confirmAfter?: string
  readonly minBadge?: Exclude<Badge, 'none'>
  readonly failOn?: 'never' | 'blocking' | 'advice'
}

export type RulesConfig = Readonly<Record<string, RuleSetting>>

/** For datasets of a publisher whose name has the key in it. */
export interface AgencyConfig {
  readonly rules?: RulesConfig
  /** For datasets whose catalogue names nobody. */
  readonly contact?: Contact
  readonly exceptions?: readonly ExceptionEntry[]
}

export type HostConfig = Partial<Pick<LaneSettings, 'concurrency' | 'spacing'>>

/** `odbadge.config.{ts,js,mjs,json,yaml,yml}`; its JSON Schema is `src/cli/config/config.schema.json`, its page docs/config.md. */
export interface Config extends OptionDefaults {
  readonly $schema?: string
  /** Names of presets, or paths of other files: what stands later goes first, this file before all of them. */
  readonly extends?: string | readonly string[]
  /** Modules that export rules made with `defineRule`. */
  readonly plugins?: readonly string[]
  /** By rule id. */
  readonly rules?: RulesConfig
  readonly agencies?: Readonly<Record<string, AgencyConfig>>
  /** By host or registrable name, which stands for all its hosts. */
  readonly hosts?: Readonly<Record<string, HostConfig>>
  /** 提供機關 → id or name of the 參獎機關 it counts under. */
  readonly bodies?: Readonly<Record<string, string>>
}

/** Identity at run time: it types a configuration written in TypeScript or JavaScript. */
export const defineConfig = (config: Config): Config => config
