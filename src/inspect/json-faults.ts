import type { Data } from '../core/localised.ts'

/** What was found, as a reader can see it: an invisible character goes by its code point. */
export function shown(bytes: readonly number[]): Data {
  const text = Buffer.from(bytes).toString()
  if (text.includes('\ufffd')) return { byte: bytes[0]!.toString(16).toUpperCase() }
  if (!/[\p{C}\p{Z}]/u.test(text)) return { found: text }
  return { found: `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` }
}
