import { readdirSync, readFileSync } from 'node:fs'
import type { Badge, Indicator } from '../core/badge.ts'
import type { Language, Localised } from '../core/localised.ts'
import { complaintsAbout } from './schema.ts'

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
export class ProfileError extends Error {
  readonly told: Localised
  constructor(told: Localised, options?: ErrorOptions) {
    super(told['zh-TW'], options)
    this.told = told
  }
}

const BUILT_IN = new URL('profiles/', import.meta.url)
const SCHEMA = new URL('profile.schema.json', import.meta.url)

/** Ids of the profiles that come with odbadge. */
export const profileIds = (): string[] =>
  readdirSync(BUILT_IN)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()

/** Whether this is the path of a profile of one's own, rather than the id of a built-in one. */
export const isProfileFile = (idOrPath: string): boolean => /[/\\]|\.json$/.test(idOrPath)

/**
 * A built-in profile by its id, or one's own by the path of its file (anything with a `/`, `\` or `.json`).
 * @throws {ProfileError} when there is none, or it is not what `profile.schema.json` asks for.
 */
export function loadProfile(idOrPath: string): Profile {
  const isPath = isProfileFile(idOrPath)
  if (!isPath && !profileIds().includes(idOrPath))
    throw new ProfileError({
      'zh-TW': `沒有評核版本 ${idOrPath}：可用的有 ${profileIds().join('、')}；自訂版本請給檔案路徑，例如 ./my-profile.json。`,
      en: `There is no profile ${idOrPath}; there are ${profileIds().join(', ')}. For one of your own give the path of its file, such as ./my-profile.json.`,
    })
  const data = parse(read(isPath ? idOrPath : new URL(`${idOrPath}.json`, BUILT_IN), idOrPath), idOrPath)
  // The tests have validated what comes with odbadge; doing so again would cost every run half a second.
  const lines = isPath ? profileComplaints(data) : []
  if (lines.length === 0) return data as Profile
  throw new ProfileError({
    'zh-TW': [`評核版本檔 ${idOrPath} 有 ${lines.length} 處不符合格式：`, ...lines].join('\n'),
    en: [
      `The profile ${idOrPath} is not as its schema asks in ${lines.length} places:`,
      ...profileComplaints(data, 'en'),
    ].join('\n'),
  })
}

/** What in `data` is not as `profile.schema.json` asks; nothing when it is a {@link Profile}. */
export const profileComplaints = (data: unknown, language?: Language): string[] =>
  complaintsAbout(data, SCHEMA, language)

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
    const told = {
      'zh-TW': `無法讀取評核版本檔 ${name}（${reason(error)}）：請確認路徑與讀取權限。`,
      en: `Cannot read the profile ${name} (${reason(error)}): check the path and the right to read it.`,
    }
    throw new ProfileError(told, { cause: error })
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const told = {
      'zh-TW': `評核版本檔 ${name} 不是正確的 JSON（${reason(error)}）：請修正語法後再試。`,
      en: `The profile ${name} is no valid JSON (${reason(error)}): mend the syntax and try again.`,
    }
    throw new ProfileError(told, { cause: error })
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
