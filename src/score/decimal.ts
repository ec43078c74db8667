import type { BadgeCounts } from '../core/ledger.ts'
import type { Profile } from './profile.ts'

/** Decimal text is held as whole millionths: the profile's schema allows no more than six places. */
const ONE = 1_000_000n

function millionths(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** `numerator / denominator` to two places, half up; both are non-negative. */
function toText(numerator: bigint, denominator: bigint): string {
  const hundredths = (200n * numerator + denominator) / (2n * denominator)
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function bonusMillionths({ bonus }: Profile, confirmedApis: number): bigint {
  const points = millionths(bonus.perApi) * BigInt(confirmedApis)
  const cap = millionths(bonus.cap)
  return points < cap ? points : cap
}

/** 加分項目: points for the APIs the authority confirmed, as decimal text. */
export const bonus = (profile: Profile, confirmedApis: number): string =>
  toText(bonusMillionths(profile, confirmedApis), ONE)

/**
 * 金質獎總分 (貳、二、(二)): `(銅×0.3 + 銀×0.6 + 金×1) / total × 100 + bonus`, rounded once, at the end.
 * `total` counts every dataset of the body, those without a badge included. A body without datasets takes
 * no part (壹 addresses bodies with data on the platform): it has "0.00", bonus or not.
 */
export function score(counts: BadgeCounts, total: number, profile: Profile, confirmedApis: number): string {
  if (total === 0) return '0.00'
  const points = (['gold', 'silver', 'bronze'] as const).reduce(
    (sum, badge) => sum + millionths(profile.weights[badge]) * BigInt(counts[badge]),
    0n,
  )
  const all = BigInt(total)
  return toText(100n * points + bonusMillionths(profile, confirmedApis) * all, ONE * all)
}

/** The sum of decimal texts of two places at most, to two places. */
export const plus = (a: string, b: string): string => toText(millionths(a) + millionths(b), ONE)

/** Orders decimal texts by value, as `Array.prototype.sort` wants it. */
export function compareDecimals(a: string, b: string): number {
  const difference = millionths(a) - millionths(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
