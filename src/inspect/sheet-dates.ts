const DAY = 86_400_000
/** Serial 0 of the 1900 system from March 1900 on; before it, Excel counts a 29 February that never was. */
const EPOCH = Date.UTC(1899, 11, 30)
const FROM_1904 = 1_462
/** 9999-12-31. */
const LAST = 2_958_465

/** A serial number as ISO date, date with time, or time; undefined for what is no date. */
export function isoDate(serial: number, dates: 1900 | 1904): string | undefined {
  if (!(serial >= 0 && serial < LAST)) return undefined
  const shifted = dates === 1904 ? serial + FROM_1904 : serial
  const days = Math.floor(shifted)
  const early = dates === 1900 && days < 60 ? 1 : 0
  // To the second: what is stored is a fraction of a day.
  const iso = new Date(
    EPOCH + (days + early) * DAY + Math.round((shifted - days) * 86_400) * 1_000,
  ).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19)
}

const BUILT_IN = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
])

/** @param code the format's own code, where it is not built in. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id)
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhseg]/i.test(bare.replace(/general|E[+-]/gi, ''))
}
