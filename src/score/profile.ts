import { readdirSync, readFileSync } from 'node:fs'
import type { ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Badge, Indicator } from '../core/badge.ts'
import type { Localised } from '../core/localised.ts'

export type AwardedBadge = Exclude<Badge, 'none'>

/** `rule/id` fails with the rule; `rule/id#messageId` fails when the rule found that, advice included. */
export type Selector = string

/** 評核版本: policy as data. Its JSON Schema is `profile.schema.json`. */
export interface Profile {
  readonly id: string
  readonly title: Localised
  /** The settings in words, shown in every report. */
  readonly notes: readonly Localised[]
  /** What costs each indicator. */
  readonly indicators: Readonly<Record<Indicator, readonly Selector[]>>
  /** `widens`: unknown opens the badge and the score; `ignored`: 未知不計, unknown costs nothing. */
  readonly unknown: 'widens' | 'ignored'
  /** Once one of these fails on a resource, its later indicators were not tested. */
  readonly stopAfter: readonly Indicator[]
  /** What each badge asks on top of the one below. */
  readonly badges: Readonly<Record<AwardedBadge, readonly Indicator[]>>
  /** Decimal text, as are the points of `bonus`: JSON numbers are binary. */
  readonly weights: Readonly<Record<AwardedBadge, string>>
  readonly bonus: { readonly perApi: string; readonly cap: string }
}

/** A profile that cannot be used; the message names file, place and remedy. */
export class ProfileError extends Error {}

const BUILT_IN = new URL('profiles/', import.meta.url)
const SCHEMA = new URL('profile.schema.json', import.meta.url)

const validator = new Ajv2020({ allErrors: true, verbose: true }).compile<Profile>(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)

/** Ids of the profiles that come with odbadge. */
export const profileIds = (): string[] =>
  readdirSync(BUILT_IN)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()

/**
 * A built-in profile by its id, or one's own by the path of its file (anything with a `/`, `\` or `.json`).
 * @throws {ProfileError} when there is none, or it is not what `profile.schema.json` asks for.
 */
export function loadProfile(idOrPath: string): Profile {
  const isPath = /[/\\]|\.json$/.test(idOrPath)
  if (!isPath && !profileIds().includes(idOrPath))
    throw new ProfileError(
      `沒有評核版本 ${idOrPath}：可用的有 ${profileIds().join('、')}；自訂版本請給檔案路徑，例如 ./my-profile.json。`,
    )
  return parseProfile(read(isPath ? idOrPath : new URL(`${idOrPath}.json`, BUILT_IN), idOrPath), idOrPath)
}

/** Every rule id the profile names: one the registry lacks would never cost anything. */
export const rulesNamed = (profile: Profile): ReadonlySet<string> =>
  new Set(
    Object.values(profile.indicators)
      .flat()
      .map((selector) => selector.replace(/#.*/, '')),
  )

function read(file: string | URL, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new ProfileError(`無法讀取評核版本檔 ${name}（${reason(error)}）：請確認路徑與讀取權限。`, {
      cause: error,
    })
  }
}

function parseProfile(text: string, name: string): Profile {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new ProfileError(`評核版本檔 ${name} 不是正確的 JSON（${reason(error)}）：請修正語法後再試。`, {
      cause: error,
    })
  }
  if (validator(data)) return data
  const lines = (validator.errors ?? []).map((error) => `  ${place(error)}：${explain(error)}`)
  throw new ProfileError([`評核版本檔 ${name} 有 ${lines.length} 處不符合格式：`, ...lines].join('\n'))
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const place = ({ instancePath }: ErrorObject): string =>
  `$${instancePath.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`

const WRONG: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  required: (params) => `缺少 ${params['missingProperty']}。`,
  additionalProperties: (params) => `不認得 ${params['additionalProperty']}，請刪除或檢查拼字。`,
  type: (params) => `型別應為 ${params['type']}。`,
  enum: (params) => `只能是 ${params['allowedValues'].join('、')}。`,
  pattern: () => '寫法不正確。',
  minLength: () => '不可空白。',
  uniqueItems: (params) => `第 ${params['i'] + 1} 項與第 ${params['j'] + 1} 項重複。`,
}

/** What is wrong, then the remedy: the schema's own description of the place. */
const explain = ({ keyword, params, message, parentSchema }: ErrorObject): string =>
  `${WRONG[keyword]?.(params) ?? message}${parentSchema?.['description'] ?? ''}`
