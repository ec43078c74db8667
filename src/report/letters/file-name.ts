const MAX_BYTES = 120
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A name that every system takes as one file of this folder, and that none before it has, whatever its case. */
export function fileNamer(): (wanted: string) => string {
  const used = new Set<string>()
  return (wanted) => {
    const clean = plain(wanted)
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : `-${n}`
      const name = `${shortened(clean, MAX_BYTES - suffix.length)}${suffix}`
      if (used.has(name.toLowerCase())) continue
      used.add(name.toLowerCase())
      return name
    }
  }
}

function plain(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(
      /[<>:"/\\|?*\s\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]+/g,
      '-',
    )
    .replace(/[\ud800-\udfff]/gu, '-')
    .replace(/^[-.~]+|[-.]+$/g, '')
  return clean === '' || RESERVED.test(clean) ? `-${clean}`.replace(/^-$/, 'letter') : clean
}

/** In UTF-8, never half a character. */
function shortened(text: string, bytes: number): string {
  let kept = ''
  let used = 0
  for (const character of text) {
    used += Buffer.byteLength(character)
    if (used > bytes) break
    kept += character
  }
  return kept
}
