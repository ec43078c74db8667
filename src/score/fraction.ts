/** An exact value; `of` is positive. */
export interface Fraction {
  readonly count: bigint
  readonly of: bigint
}

/** Decimal text is held as whole millionths: schemas allow no more than six places. */
export const ONE = 1_000_000n

export function millionths(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

export const fraction = (count: bigint, of = 1n): Fraction => ({ count, of })

export const ofDecimal = (text: string): Fraction => ({ count: millionths(text), of: ONE })

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.of === b.of
    ? { count: a.count + b.count, of: a.of }
    : { count: a.count * b.of + b.count * a.of, of: a.of * b.of }

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { count: -b.count, of: b.of })

/** As `Array.prototype.sort` wants it, smallest first. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.of === b.of ? a.count - b.count : a.count * b.of - b.count * a.of
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Two places, half up by magnitude. */
export function toText({ count, of }: Fraction): string {
  const size = count < 0n ? -count : count
  const hundredths = (200n * size + of) / (2n * of)
  const digits = hundredths.toString().padStart(3, '0')
  return `${count < 0n && hundredths > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Non-negative millionths with every place they need. */
export function exactText(value: bigint): string {
  const digits = value.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')
}
