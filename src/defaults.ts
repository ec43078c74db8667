import { parseDate } from './core/calendar.ts'
import type { AnyRule } from './core/rule.ts'
import { createFetcher, type Fetcher, type FetcherOptions } from './fetch/index.ts'
import { PROGRAM } from './program.ts'
import { loadProfile, type Profile, ProfileError, rulesNamed } from './score/index.ts'

/**
 * What programs may leave out, filled in as the command line fills it in. Throws ProfileError where the profile names a
 * rule that is not among `rules`: a rule that nobody asks costs nothing, and gold would be given unseen.
 */
export function profileOf(profile: string | Profile = 'measure-2017', rules: readonly AnyRule[]): Profile {
  const found = typeof profile === 'string' ? loadProfile(profile) : profile
  const known = new Set(rules.map(({ id }): string => id))
  const lacking = [...rulesNamed(found)].filter((id) => !known.has(id))
  if (lacking.length === 0) return found
  throw new ProfileError({
    'zh-TW': `評核版本 ${found.id} 點名的規則不在 rules 裡：${lacking.join('、')}。加上自己的規則請寫 [...RULES, mine]。`,
    en: `The profile ${found.id} names rules that are not among \`rules\`: ${lacking.join(', ')}. To add rules of your own write [...RULES, mine].`,
  })
}

export function momentOf(now: Date | string | number | undefined, clock: () => number = Date.now): number {
  const moment =
    typeof now === 'string' ? parseDate(now) : now instanceof Date ? now.getTime() : (now ?? clock())
  if (moment === undefined || Number.isNaN(moment)) throw new RangeError(`now: ${String(now)} is no date`)
  return moment
}

export const fetcherFor = (options: FetcherOptions = {}): Fetcher =>
  createFetcher({
    userAgent: `${PROGRAM.replace(' ', '/')} (government open data quality audit)`,
    ...options,
  })
