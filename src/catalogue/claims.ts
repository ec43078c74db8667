import { formatIso, parseDate } from '../core/calendar.ts'
import { type Json, textOf } from './glimpse.ts'

/** `{[key]: text}` for an object literal, nothing where the text is empty or the value no text. */
export const given = <Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } => {
  const text = textOf(value)
  return (text === '' ? {} : { [key]: text }) as { readonly [K in Key]?: string }
}

/** As {@link given}, for a place the catalogue has: left empty it is a claim not made, which costs. */
export const claimed = <Key extends string>(
  key: Key,
  record: Json,
  name: string,
): { readonly [K in Key]?: string } =>
  (name in record ? { [key]: textOf(record[name]) } : {}) as { readonly [K in Key]?: string }

/** ISO 8601 in Taipei's offset for a date that can be read. */
export const dated = <Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } => {
  const ms = parseDate(textOf(value))
  return (ms === undefined ? {} : { [key]: formatIso(ms) }) as { readonly [K in Key]?: string }
}

/** What an adapter has no place for, as text; lists and objects as JSON, long ones cut. */
export function leftOver(record: Json, used: ReadonlySet<string>, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value)
      return used.has(key) || text === '' || text === '[]' || text === '{}'
        ? []
        : [[`${prefix}${key}`, text.slice(0, MAX_EXTRA)]]
    }),
  )
}

const MAX_EXTRA = 2_000

/** Names of fields as 主要欄位說明 writes them. */
export const fieldList = (names: readonly string[]): string => names.filter(Boolean).join('、')
