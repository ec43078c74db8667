import type { BadgeCounts } from '../core/ledger.ts'
import { compareFractions, type Fraction, fraction, millionths, ONE, ofDecimal, toText } from './fraction.ts'
import type { Profile } from './profile.ts'

/** 加分項目 as an exact value: never above the cap. */
export function bonusFraction({ bonus }: Profile, confirmedApis: number): Fraction {
  const points = millionths(bonus.perApi) * BigInt(confirmedApis)
  const cap = millionths(bonus.cap)
  return fraction(points < cap ? points : cap, ONE)
}

/** 加分項目: points for the APIs the authority confirmed, as decimal text. */
export const bonus = (profile: Profile, confirmedApis: number): string =>
  toText(bonusFraction(profile, confirmedApis))

/** Sum of the badges' points, in millionths. */
export const badgePoints = (counts: BadgeCounts, profile: Profile): bigint =>
  (['gold', 'silver', 'bronze'] as const).reduce(
    (sum, badge) => sum + millionths(profile.weights[badge]) * BigInt(counts[badge]),
    0n,
  )

/** {@link score} before it is rounded: what ranks are made of. */
export function scoreFraction(
  counts: BadgeCounts,
  total: number,
  profile: Profile,
  confirmedApis: number,
): Fraction {
  if (total === 0) return fraction(0n)
  const all = BigInt(total)
  const { count } = bonusFraction(profile, confirmedApis)
  return fraction(100n * badgePoints(counts, profile) + count * all, ONE * all)
}

/**
 * 金質獎總分 (貳、二、(二)): `(銅×0.3 + 銀×0.6 + 金×1) / total × 100 + bonus`, rounded once, at the end.
 * `total` counts every dataset of the body, those without a badge included. A body without datasets takes
 * no part (壹 addresses bodies with data on the platform): it has "0.00", bonus or not.
 */
export const score = (counts: BadgeCounts, total: number, profile: Profile, confirmedApis: number): string =>
  toText(scoreFraction(counts, total, profile, confirmedApis))

/** The sum of decimal texts of two places at most, to two places. */
export const plus = (a: string, b: string): string => toText(fraction(millionths(a) + millionths(b), ONE))

/** Orders decimal texts by value, as `Array.prototype.sort` wants it. */
export const compareDecimals = (a: string, b: string): number => compareFractions(ofDecimal(a), ofDecimal(b))
