import type { Unit } from './calendar.ts'
import { addUnits } from './calendar.ts'

/** 更新頻率 (`accrualPeriodicity` of 資料集詮釋資料標準規範) as something to calculate with. */
export type Frequency =
  | { readonly kind: 'every'; readonly n: number; readonly unit: Unit }
  | { readonly kind: 'real-time' }
  | { readonly kind: 'irregular' }
  | { readonly kind: 'never' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly text: string }

/** A frequency that sets a date by which the next update must be there. */
export type Period = Extract<Frequency, { kind: 'every' | 'real-time' }>

/** The measure names no grace period; half a period lets a yearly dataset be compiled after the year ends. */
export const GRACE = 0.5

const UNITS = new Map<string, readonly [n: number, unit: Unit]>([
  ['分', [1, 'minute']],
  ['分鐘', [1, 'minute']],
  ['時', [1, 'hour']],
  ['小時', [1, 'hour']],
  ['鐘頭', [1, 'hour']],
  ['日', [1, 'day']],
  ['天', [1, 'day']],
  ['週', [1, 'week']],
  ['周', [1, 'week']],
  ['星期', [1, 'week']],
  ['禮拜', [1, 'week']],
  ['旬', [10, 'day']],
  ['月', [1, 'month']],
  ['季', [3, 'month']],
  ['學期', [6, 'month']],
  ['年', [1, 'year']],
  ['年度', [1, 'year']],
  ['學年', [1, 'year']],
])

const HALVES = new Map<string, readonly [n: number, unit: Unit]>([
  ['小時', [30, 'minute']],
  ['日', [12, 'hour']],
  ['天', [12, 'hour']],
  ['月', [15, 'day']],
  ['年', [6, 'month']],
])

const EVERY = /^每(半|\d{1,4}|[一二三四五六七八九十]{1,3})?個?(\D+?)(?:更新)?(?:[一1]次)?$/

/** Reads every spelling met in 更新頻率; a word it does not know is told, never guessed. */
export function parseFrequency(text: string | undefined): Frequency {
  const word = (text ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[兩两]/g, '二')
  if (word === '') return { kind: 'missing' }
  if (/^即時(更新)?$/.test(word)) return { kind: 'real-time' }
  if (/^不定期(更新)?$/.test(word)) return { kind: 'irregular' }
  if (word === '不更新') return { kind: 'never' }
  const [, count = '1', name = ''] = EVERY.exec(word) ?? []
  const entry = (count === '半' ? HALVES : UNITS).get(name)
  const times = count === '半' ? 1 : numeral(count)
  if (!entry || !times) return { kind: 'unknown', text: (text ?? '').trim() }
  return { kind: 'every', n: times * entry[0], unit: entry[1] }
}

/** `12` and 十二; undefined for what is no number. */
function numeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return undefined
  const digit = (name: string | undefined): number => ' 一二三四五六七八九'.indexOf(name ?? ' ')
  const [, first, ten, last] = match
  if (!ten) return first && last ? undefined : digit(first ?? last)
  return (first ? digit(first) : 1) * 10 + digit(last)
}

/** When an update after `updated` is overdue: period × (1 + grace) later. 即時 counts as 每日. */
export function dueAfter(updated: number, frequency: Period, grace = GRACE): number {
  const { n, unit } = frequency.kind === 'every' ? frequency : ({ n: 1, unit: 'day' } as const)
  return addUnits(updated, n * (1 + grace), unit)
}
