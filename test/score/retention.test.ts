import { expect, test } from 'vitest'
import { retention } from '../../src/score/compare/retention.ts'

const kept = (...moments: string[]) => retention(moments.map((day) => `${day}T00:00:00.000Z`))

test('the latest, a quarter of all, a month of each for two years, and the last of each year stay', () => {
  expect(
    kept(
      '2023-05-31',
      '2023-12-31',
      '2025-02-01',
      '2025-02-20',
      '2025-12-01',
      '2025-12-30',
      '2026-03-01',
      '2026-03-02',
      '2026-07-01',
      '2026-08-31',
    ),
  ).toEqual([
    'spare',
    'last-of-year',
    'spare',
    'last-of-month',
    'spare',
    'last-of-year',
    'spare',
    'last-of-month',
    'recent',
    'latest',
  ])
})

test('a month is one in Taiwan, and the order given does not matter', () => {
  // 23:00 UTC on the last of January is February there.
  expect(retention(['2026-08-31T00:00:00Z', '2026-01-31T23:00:00Z', '2026-02-10T00:00:00Z'])).toEqual([
    'latest',
    'spare',
    'last-of-month',
  ])
})
