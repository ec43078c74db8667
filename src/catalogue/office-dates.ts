const DAY = 86_400_000
/** Serial 0 of Excel from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30)
/** 9999-12-31. */
const LAST = 2_958_465

/** A serial number as `2026-01-31` or `2026-01-31 08:00:00`; undefined for what is no date. */
export function dateOf(serial: number): string | undefined {
  if (!(serial >= 1 && serial < LAST)) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const text = new Date(EPOCH + Math.floor(serial) * DAY + seconds * 1_000).toISOString()
  return seconds === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

/** @param code the format's own code, where it is not built in. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const bare = code.slice(0, 255).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[ymde]/i.test(bare.replace(/general|E[+-]/gi, ''))
}
