import { parseDate } from './core/calendar.ts'
import { createFetcher, type Fetcher, type FetcherOptions } from './fetch/index.ts'
import { PROGRAM } from './program.ts'
import { loadProfile, type Profile } from './score/index.ts'

/** What programs may leave out, filled in as the command line fills it in. */
export const profileOf = (profile: string | Profile = 'measure-2017'): Profile =>
  typeof profile === 'string' ? loadProfile(profile) : profile

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
