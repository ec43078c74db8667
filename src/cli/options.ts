import { RULES } from '../../rules/index.ts'
import { BADGES } from '../core/badge.ts'
import { parseDate } from '../core/calendar.ts'
import { type Language, render } from '../core/localised.ts'
import { loadProfile, type Profile, ProfileError, rulesNamed } from '../score/index.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export const MIN_BADGES = BADGES.filter((badge) => badge !== 'none')

/** A profile whose every rule exists: a misspelt one would silently cost nothing. */
export function profileNamed(name: string, language: Language): Profile {
  try {
    const profile = loadProfile(name)
    const known = new Set(RULES.map(({ id }): string => id))
    const unknown = [...rulesNamed(profile)].filter((rule) => !known.has(rule))
    if (unknown.length === 0) return profile
    throw new UsageError(render(WORDS.unknownRules, { profile: name, rules: unknown }, language))
  } catch (error) {
    throw error instanceof ProfileError ? new UsageError(error.told[language]) : error
  }
}

/** Milliseconds since 1970-01-01T00:00:00Z; the clock when nothing was given. */
export function moment(text: string | undefined, language: Language): number {
  if (text === undefined) return Date.now()
  const ms = parseDate(text)
  if (ms === undefined) throw new UsageError(render(WORDS.badDate, { value: text }, language))
  return ms
}

export function positive(value: number | undefined, name: string, language: Language): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value > 0))
    throw new UsageError(render(WORDS.badNumber, { name }, language))
}

/** Milliseconds, or nothing. */
export function spacing(value: number | undefined, language: Language): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0))
    throw new UsageError(WORDS.badSpacing[language])
}

/** Anything else cannot stand in a header, and every link would fail for it. */
export function contact(value: string | undefined, language: Language): void {
  if (value !== undefined && !/^[\x20-\x7e]{1,200}$/.test(value))
    throw new UsageError(WORDS.badContact[language])
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const

/** Milliseconds of `30s`, `10m`, `2h`. */
export function duration(text: string, name: string, language: Language): number {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  if (count === undefined) throw new UsageError(render(WORDS.badDuration, { name, value: text }, language))
  return Number(count) * UNITS[unit as keyof typeof UNITS]
}
