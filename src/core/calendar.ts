/** Calendar arithmetic on milliseconds since 1970. Taiwan keeps +08:00 all year, so a fixed offset is exact. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const TAIPEI = 8 * HOUR

const LENGTH = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY } as const
const MONTHS_IN = { month: 1, year: 12 } as const

export type Unit = keyof typeof LENGTH | keyof typeof MONTHS_IN

/**
 * `ms` plus `n` units; `n` may be a fraction. Whole months keep the day and stop at the end of a shorter month
 * (31 January + 1 month = 28 or 29 February); the fraction left over is that part of the month that follows
 * (1.5 months = 1 month and half of the next).
 */
export function addUnits(ms: number, n: number, unit: Unit): number {
  if (unit !== 'month' && unit !== 'year') return ms + Math.round(n * LENGTH[unit])
  const months = n * MONTHS_IN[unit]
  const whole = Math.floor(months)
  const start = addMonths(ms, whole)
  return start + Math.round((months - whole) * (addMonths(ms, whole + 1) - start))
}

function addMonths(ms: number, months: number): number {
  const date = new Date(ms + TAIPEI)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), lastDay)
  return Date.UTC(year, month, day) + ((ms + TAIPEI) % DAY) - TAIPEI
}

/** `2026-01-31T08:05:09+08:00`. */
export const formatIso = (ms: number): string => `${taipei(ms).slice(0, 19)}+08:00`

/** `2026-01-31`, in Taipei. */
export const formatDate = (ms: number): string => taipei(ms).slice(0, 10)

/** `2026-01-31 08:05`, in Taipei. */
export const formatMinute = (ms: number): string => taipei(ms).slice(0, 16).replace('T', ' ')

const taipei = (ms: number): string => new Date(ms + TAIPEI).toISOString()

const DATE =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/

/** ISO 8601 and the portal's looser spellings (`2018/02/05 15:29`) in ms; Taipei time unless an offset is given. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text.trim())
  if (!match) return undefined
  const [, year, , month, day, hour = '0', minute = '0', second = '0', zone] = match
  const utc = exactUtc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  return utc === undefined ? undefined : utc - offset(zone)
}

function offset(zone: string | undefined): number {
  if (zone === undefined) return TAIPEI
  if (zone === 'Z') return 0
  const size = Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(-2)) * MINUTE
  return zone.startsWith('-') ? -size : size
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const IMF_OR_RFC850 =
  /^[a-z]+, (\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|\+0000)$/i
const ASCTIME = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i

/** The three spellings of RFC 9110 §5.6.7 in ms. */
export function parseHttpDate(text: string): number | undefined {
  const fixed = IMF_OR_RFC850.exec(text.trim())
  if (fixed) {
    const [, day, month, year, hour, minute, second] = fixed
    return httpDate(year, month, day, hour, minute, second)
  }
  const [, month, day, hour, minute, second, year] = ASCTIME.exec(text.trim()) ?? []
  return httpDate(year, month, day, hour, minute, second)
}

function httpDate(year = '', month = '', ...rest: readonly (string | undefined)[]): number | undefined {
  const [day, hour, minute, second] = rest.map(Number)
  // RFC 850 writes two digits; the web began after 1970.
  const century = year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900
  const number = MONTH_NAMES.indexOf(month.toLowerCase()) + 1
  return exactUtc(century + Number(year), number, day, hour, minute, second)
}

/** Date.UTC rolls 30 February over and takes year 1 for 1901; a date that does not come back out is none. */
function exactUtc(
  year: number,
  month: number,
  day = 0,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
  const wanted = `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== wanted ? undefined : ms
}
