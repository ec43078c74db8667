import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../src/core/calendar.ts'
import {
  addUnits,
  formatDate,
  formatIso,
  formatMinute,
  parseDate,
  parseHttpDate,
} from '../../src/core/calendar.ts'

const ms = (text: string): number => parseDate(text)!

describe('addUnits', () => {
  test.each<[string, number, Unit, string]>([
    ['2026-01-31 00:00', 1, 'month', '2026-02-28 00:00'],
    ['2024-01-31 00:00', 1, 'month', '2024-02-29 00:00'],
    ['2025-12-31 08:30', 1, 'month', '2026-01-31 08:30'],
    ['2024-02-29 00:00', 1, 'year', '2025-02-28 00:00'],
    ['2024-02-29 00:00', 4, 'year', '2028-02-29 00:00'],
    ['2026-01-15 00:00', 1.5, 'month', '2026-03-01 00:00'],
    ['2025-12-31 00:00', 1.5, 'month', '2026-02-14 00:00'],
    ['2025-01-15 00:00', 1.5, 'year', '2026-07-15 00:00'],
    ['2026-01-31 23:59', 13, 'month', '2027-02-28 23:59'],
    ['2026-01-01 00:00', 1.5, 'day', '2026-01-02 12:00'],
    ['2026-01-01 00:00', 1.5, 'week', '2026-01-11 12:00'],
    ['2026-01-01 00:00', 36, 'hour', '2026-01-02 12:00'],
    ['2026-01-01 00:00', 15, 'minute', '2026-01-01 00:15'],
    // Already the 1st in Taipei while it is still the 31st in UTC.
    ['2026-02-01 03:00', 1, 'month', '2026-03-01 03:00'],
  ])('%s + %d %s = %s', (from, n, unit, expected) => {
    expect(formatMinute(addUnits(ms(from), n, unit))).toBe(expected)
  })

  test('later start or longer period never ends earlier', () => {
    const moment = fc.integer({ min: ms('1990-01-01'), max: ms('2090-01-01') })
    const unit = fc.constantFrom<Unit>('minute', 'hour', 'day', 'week', 'month', 'year')
    const half = fc.integer({ min: 0, max: 60 }).map((n) => n / 2)
    fc.assert(
      fc.property(moment, fc.nat(100 * 86_400_000), half, half, unit, (from, later, n, more, u) => {
        expect(addUnits(from, n + more, u)).toBeGreaterThanOrEqual(addUnits(from, n, u))
        // Clamped month ends fall together, but within a day they keep their order.
        const end = addUnits(from + later, Math.floor(n), u)
        expect(end).toBeGreaterThan(addUnits(from, Math.floor(n), u) - 86_400_000)
      }),
    )
  })
})

describe('parseDate reads what catalogues write, as Taipei time', () => {
  test.each([
    ['2017-09-12 15:49:25', '2017-09-12T15:49:25+08:00'],
    ['2026-03-10 00:00:00.000000', '2026-03-10T00:00:00+08:00'],
    ['2018/02/05 15:29', '2018-02-05T15:29:00+08:00'],
    ['2013/03/18', '2013-03-18T00:00:00+08:00'],
    ['2024-11-08 17:13', '2024-11-08T17:13:00+08:00'],
    ['2013/3/8 9:05', '2013-03-08T09:05:00+08:00'],
    [' 2026-01-31 ', '2026-01-31T00:00:00+08:00'],
    ['2026-01-31T16:00:00Z', '2026-02-01T00:00:00+08:00'],
    ['2026-01-31T00:00:00.5+08:00', '2026-01-31T00:00:00+08:00'],
    ['2026-01-31 00:00:00-0330', '2026-01-31T11:30:00+08:00'],
    ['2024-02-29', '2024-02-29T00:00:00+08:00'],
  ])('%s', (text, expected) => {
    expect(formatIso(ms(text))).toBe(expected)
  })

  test.each([
    '',
    '不定期',
    '106/01/01',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00 00:00:00',
    '2026-01-31 24:00',
    '2026-01-31 12:60',
    '2026/01-31',
    '2026-01',
    '20260131',
    '2026-01-31 下午 09:18:00',
  ])('%j is no date', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  test('takes back what formatIso writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(parseDate(formatIso(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })
})

describe('parseHttpDate', () => {
  test.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'Sun, 6 Nov 1994 08:49:37 UTC',
  ])('%s', (text) => {
    expect(parseHttpDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37))
  })

  test.each([
    '',
    '0',
    'Mon, 01 Jan 0001 00:00:00 GMT',
    'Sun, 31 Feb 2025 00:00:00 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    '2026-01-31',
    'Sun, 06 Nov 1994 08:49:37 PST',
  ])('%j is no HTTP date', (text) => {
    expect(parseHttpDate(text)).toBeUndefined()
  })
})

test('days are Taipei days', () => {
  expect(formatDate(Date.UTC(2026, 0, 30, 15, 59))).toBe('2026-01-30')
  expect(formatDate(Date.UTC(2026, 0, 30, 16, 0))).toBe('2026-01-31')
})
