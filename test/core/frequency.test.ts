import { describe, expect, test } from 'vitest'
import { formatMinute, parseDate } from '../../src/core/calendar.ts'
import type { Frequency } from '../../src/core/frequency.ts'
import { dueAfter, parseFrequency } from '../../src/core/frequency.ts'

const written = (frequency: Frequency): string =>
  frequency.kind === 'every' ? `${frequency.n} ${frequency.unit}` : frequency.kind

describe('parseFrequency', () => {
  test.each([
    ['每10分鐘', '10 minute'],
    ['每5分', '5 minute'],
    ['每小時', '1 hour'],
    ['每1時', '1 hour'],
    ['每半小時', '30 minute'],
    ['每個小時', '1 hour'],
    ['每日', '1 day'],
    ['每天', '1 day'],
    ['每1日', '1 day'],
    ['每10日', '10 day'],
    ['每十五日', '15 day'],
    ['每半日', '12 hour'],
    ['每週', '1 week'],
    ['每周', '1 week'],
    ['每2星期', '2 week'],
    ['每兩個禮拜', '2 week'],
    ['每旬', '10 day'],
    ['每半月', '15 day'],
    ['每半個月', '15 day'],
    ['每月', '1 month'],
    ['每個月', '1 month'],
    ['每6月', '6 month'],
    ['每三個月', '3 month'],
    ['每十二個月', '12 month'],
    ['每季', '3 month'],
    ['每2季', '6 month'],
    ['每學期', '6 month'],
    ['每半年', '6 month'],
    ['每年', '1 year'],
    ['每1年', '1 year'],
    ['每兩年', '2 year'],
    ['每二年', '2 year'],
    ['每十年', '10 year'],
    ['每二十年', '20 year'],
    ['每年度', '1 year'],
    ['每學年', '1 year'],
    ['每 3 年', '3 year'],
    ['　每１２月　', '12 month'],
    ['每月更新', '1 month'],
    ['每年更新一次', '1 year'],
    ['每年1次', '1 year'],
    ['即時', 'real-time'],
    ['即時更新', 'real-time'],
    ['不定期', 'irregular'],
    ['不定期更新', 'irregular'],
    ['不更新', 'never'],
    ['', 'missing'],
    ['　 ', 'missing'],
    [undefined, 'missing'],
  ])('%j is %s', (text, expected) => {
    expect(written(parseFrequency(text))).toBe(expected)
  })

  test.each([
    'daily',
    '每',
    '每0日',
    '每週一',
    '每月5日',
    '每半季',
    '每30秒',
    '每一二日',
    '每十十年',
    '每12345年',
    '年',
    '不定期即時',
    '依需要',
    '每constructor',
    '{"Frequency":1,"unittime":"日"}',
  ])('%s is not guessed', (text) => {
    expect(parseFrequency(text)).toEqual({ kind: 'unknown', text })
  })
})

test.each([
  ['每1年', '2025-01-15 00:00', '2026-07-15 00:00'],
  ['每1月', '2025-12-31 00:00', '2026-02-14 00:00'],
  ['每季', '2026-01-31 00:00', '2026-06-15 00:00'],
  ['每1日', '2026-03-09 08:00', '2026-03-10 20:00'],
  ['每10分', '2026-03-09 08:00', '2026-03-09 08:15'],
  ['即時', '2026-03-09 00:00', '2026-03-10 12:00'],
])('%s after %s: overdue after %s', (text, updated, due) => {
  const frequency = parseFrequency(text)
  if (frequency.kind !== 'every' && frequency.kind !== 'real-time') throw new Error(frequency.kind)
  expect(formatMinute(dueAfter(parseDate(updated)!, frequency))).toBe(due)
})

test('without grace the period is exact', () => {
  const updated = parseDate('2026-01-31')!
  expect(formatMinute(dueAfter(updated, { kind: 'every', n: 1, unit: 'month' }, 0))).toBe('2026-02-28 00:00')
})
