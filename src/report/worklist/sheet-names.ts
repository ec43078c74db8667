const MAX_NAME = 31

/**
 * A name that Excel takes and no sheet before has: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an
 * end, not `History`. Sheets differ whatever their case.
 */
export function sheetNamer(taken: readonly string[] = []): (wanted: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return (wanted) => {
    const clean = plain(wanted)
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`
      const name = `${shortened(clean, MAX_NAME - suffix.length)}${suffix}`
      if (used.has(name.toLowerCase()) || /^history$/i.test(name)) continue
      used.add(name.toLowerCase())
      return name
    }
  }
}

function plain(text: string): string {
  const clean = text
    .replace(
      /[[\]:*?/\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g,
      ' ',
    )
    .replace(/[\ud800-\udfff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
  return clean === '' ? '-' : clean
}

/** Never half a character. */
function shortened(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.replace(/['\s]+$/, '')
}
