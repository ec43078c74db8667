import type { Retention } from '../../core/comparison.ts'

const DAY = 24 * 3_600_000
const TAIWAN = 8 * 3_600_000
/** All of a quarter: one round of mending and looking again. */
const RECENT = 92 * DAY
/** Monthly ones show a trend for as long as two awards are compared. */
const MONTHLY = 2 * 366 * DAY

/**
 * Which ledgers are still worth their space, in the order given: the progress award (品質進步獎) compares with the
 * year before, so that the last of each year stays for ever.
 *
 * @param moments when each was judged, ISO 8601
 */
export function retention(moments: readonly string[]): Retention[] {
  const times = moments.map((moment) => Date.parse(moment))
  const newest = Math.max(...times)
  const lastOf = (time: number, length: number): boolean =>
    times.every((other) => other <= time || monthOf(other, length) !== monthOf(time, length))
  return times.map((time) => {
    if (time === newest) return 'latest'
    if (newest - time <= RECENT) return 'recent'
    if (lastOf(time, 'YYYY'.length)) return 'last-of-year'
    return newest - time <= MONTHLY && lastOf(time, 'YYYY-MM'.length) ? 'last-of-month' : 'spare'
  })
}

/** Year, or year and month, in Taiwan. */
const monthOf = (time: number, length: number): string =>
  new Date(time + TAIWAN).toISOString().slice(0, length)
