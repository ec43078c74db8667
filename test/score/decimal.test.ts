import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bonus, compareDecimals, loadProfile, score } from '../../src/score/index.ts'

const measure = loadProfile('measure-2017')

describe('score', () => {
  const cases: [gold: number, silver: number, bronze: number, total: number, apis: number, text: string][] = [
    [1, 0, 0, 1, 0, '100.00'],
    [0, 1, 0, 1, 0, '60.00'],
    [0, 0, 1, 1, 0, '30.00'],
    [0, 0, 0, 1, 0, '0.00'],
    [1, 1, 1, 4, 0, '47.50'],
    [0, 0, 1, 3, 0, '10.00'],
    [1, 0, 0, 3, 0, '33.33'],
    [2, 0, 0, 3, 0, '66.67'],
    [1, 1, 1, 3, 3, '63.63'],
    [1, 0, 0, 1, 50, '105.00'],
    [1, 0, 0, 1, 51, '105.00'],
    [0, 0, 0, 7, 1, '0.10'],
    // Half a hundredth goes up; with binary fractions 1.005 would become 1.00.
    [0, 0, 1, 6000, 0, '0.01'],
    [0, 0, 67, 2000, 0, '1.01'],
    [0, 0, 1, 6001, 0, '0.00'],
    [0, 0, 0, 0, 0, '0.00'],
    [0, 0, 0, 0, 50, '0.00'],
    [Number.MAX_SAFE_INTEGER, 0, 0, Number.MAX_SAFE_INTEGER, 0, '100.00'],
  ]
  it.each(cases)(
    '%i gold, %i silver, %i bronze of %i, %i APIs: %s',
    (gold, silver, bronze, total, apis, text) => {
      const none = total - gold - silver - bronze
      expect(score({ gold, silver, bronze, none }, total, measure, apis)).toBe(text)
    },
  )

  it('is the nearest hundredth of the exact fraction, half up', () => {
    const count = fc.nat(100_000)
    fc.assert(
      fc.property(count, count, count, count, fc.nat(200), (gold, silver, bronze, none, apis) => {
        const total = gold + silver + bronze + none
        fc.pre(total > 0)
        const text = score({ gold, silver, bronze, none }, total, measure, apis)
        expect(text).toMatch(/^\d+\.\d\d$/)
        // In tenths: (10g + 6s + 3b) / total × 100 + min(apis, 50), all over 10; then hundredths of that.
        const points = BigInt(10 * gold + 6 * silver + 3 * bronze) * 100n
        const numerator = 100n * (points + BigInt(Math.min(apis, 50)) * BigInt(total))
        const denominator = 10n * BigInt(total)
        const hundredths = BigInt(text.replace('.', ''))
        expect(2n * numerator >= (2n * hundredths - 1n) * denominator).toBe(true)
        expect(2n * numerator < (2n * hundredths + 1n) * denominator).toBe(true)
      }),
    )
  })

  it('takes its weights from the profile', () => {
    const profile = { ...measure, weights: { gold: '2', silver: '0.000001', bronze: '0' } }
    expect(score({ gold: 1, silver: 0, bronze: 9, none: 0 }, 10, profile, 0)).toBe('20.00')
    expect(score({ gold: 0, silver: 100, bronze: 0, none: 0 }, 1, profile, 0)).toBe('0.01')
  })

  it('refuses a count that is no whole number', () => {
    expect(() => score({ gold: 0.5, silver: 0, bronze: 0, none: 0 }, 1, measure, 0)).toThrow(RangeError)
  })
})

it.each([
  [0, '0.00'],
  [3, '0.30'],
  [49, '4.90'],
  [50, '5.00'],
  [1000, '5.00'],
])('bonus for %i confirmed APIs is %s', (apis, text) => {
  expect(bonus(measure, apis)).toBe(text)
})

it('orders decimals by value, not as text', () => {
  expect(['9.50', '100.00', '10.00', '10'].sort(compareDecimals)).toEqual(['9.50', '10.00', '10', '100.00'])
})
