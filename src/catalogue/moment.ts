import { formatIso, parseDate } from '../core/calendar.ts'
import { isObject, textOf } from './glimpse.ts'

const TWELVE_HOURS =
  /^(\d{2,4}[-/]\d{1,2}[-/]\d{1,2})\s+(上午|下午|AM|PM)\s*(\d{1,2})(:\d{2}(?::\d{2})?)$|^(\d{2,4}[-/]\d{1,2}[-/]\d{1,2})\s+(\d{1,2})(:\d{2}(?::\d{2})?)\s*(AM|PM)$/i
/** Year 1 of the Republic is 1912; four digits are of the common era. */
const REPUBLIC = /^(?:民國)?\s*(\d{2,3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(.*)$/

/**
 * A date of an API as ISO 8601 with the Taipei offset: besides what the calendar reads, `2017/4/16 下午 09:18:00`,
 * years of the Republic (`106/08/29`) and PHP's date objects. Undefined for what is no date.
 */
export function moment(value: unknown): string | undefined {
  const text = isObject(value)
    ? `${textOf(value['date'])}${zoneOf(textOf(value['timezone']))}`
    : textOf(value)
  const [, year, month, day, time = ''] = REPUBLIC.exec(text) ?? []
  const western = year === undefined ? text : `${Number(year) + 1911}-${month}-${day}${time}`
  const ms = parseDate(in24Hours(western))
  return ms === undefined ? undefined : formatIso(ms)
}

const zoneOf = (zone: string): string => (zone === 'UTC' ? 'Z' : /^[+-]\d{2}:?\d{2}$/.test(zone) ? zone : '')

function in24Hours(text: string): string {
  const match = TWELVE_HOURS.exec(text)
  if (!match) return text
  const [, date = match[5], half = match[8] ?? '', hour = match[6], rest = match[7]] = match
  const afternoon = /下午|PM/i.test(half)
  return `${date} ${(Number(hour) % 12) + (afternoon ? 12 : 0)}${rest}`
}
