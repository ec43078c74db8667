import { parseHttpDate } from '../core/calendar.ts'

/**
 * Retry-After (RFC 9110 §10.2.3), seconds or any HTTP date, as milliseconds from now; not capped.
 * A date is read by the clock of the server that wrote it when its `Date` tells the time, else by `now`.
 */
export function parseRetryAfter(value: string, date: string | undefined, now: number): number | undefined {
  const text = value.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const until = parseHttpDate(text)
  if (until === undefined) return undefined
  return Math.max(0, until - (parseHttpDate(date ?? '') ?? now))
}
