import { describe, expect, test } from 'vitest'
import { FETCH_FAILURES, type FetchFailureCode } from '../../src/core/exchange.ts'
import { Broken } from '../../src/fetch/failure.ts'
import { attemptsWorth } from '../../src/fetch/retry.ts'
import { parseRetryAfter } from '../../src/fetch/retry-after.ts'

describe('attempts a failure is worth', () => {
  const PASSING: { readonly [Code in FetchFailureCode]?: number } = {
    'dns-unavailable': 3,
    refused: 3,
    reset: 3,
    'connect-timeout': 3,
    'headers-timeout': 3,
    'body-timeout': 3,
    'total-timeout': 2,
    truncated: 3,
  }
  test.each(FETCH_FAILURES)('%s', (code) => {
    expect(attemptsWorth(new Broken(code, ''))).toBe(PASSING[code] ?? 1)
  })

  test.each([
    [400, 1],
    [401, 1],
    [403, 1],
    [404, 1],
    [408, 3],
    [410, 1],
    [429, 3],
    [500, 1],
    [501, 1],
    [502, 3],
    [503, 3],
    [504, 3],
    [304, 1],
  ])('%i: %i', (status, attempts) => {
    expect(attemptsWorth(new Broken('http-status', '', { status }))).toBe(attempts)
  })
})

describe('Retry-After', () => {
  const NOW = Date.UTC(2026, 2, 10, 12, 0, 0)
  test.each<[value: string, date: string | undefined, milliseconds: number | undefined]>([
    ['0', undefined, 0],
    ['120', undefined, 120_000],
    [' 5 ', undefined, 5_000],
    ['9'.repeat(400), undefined, Number.POSITIVE_INFINITY],
    ['Tue, 10 Mar 2026 12:00:30 GMT', undefined, 30_000],
    ['Tuesday, 10-Mar-26 12:00:30 GMT', undefined, 30_000],
    ['Tue Mar 10 12:00:30 2026', undefined, 30_000],
    ['Tue, 10 Mar 2026 11:00:00 GMT', undefined, 0],
    // The server's clock is an hour slow.
    ['Tue, 10 Mar 2026 11:00:30 GMT', 'Tue, 10 Mar 2026 11:00:00 GMT', 30_000],
    ['Tue, 10 Mar 2026 12:00:30 GMT', 'yesterday', 30_000],
    ['', undefined, undefined],
    ['-1', undefined, undefined],
    ['1.5', undefined, undefined],
    ['soon', undefined, undefined],
    ['2026-03-10T12:00:30Z', undefined, undefined],
  ])('%s (Date: %s)', (value, date, milliseconds) => {
    expect(parseRetryAfter(value, date, NOW)).toBe(milliseconds)
  })
})
