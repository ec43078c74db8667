const LEADS = { first: 0xa1, last: 0xf9 }
const TRAILS = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]

let known: readonly string[] | undefined

/** The two bytes, `lead << 8 | trail`, of a character that CP950 and Node's Big5 agree on: iconv-lite's encoder takes ten times as long to get ready. */
export function cp950Pair(character: string): number {
  known ??= characters()
  // Of two places the first is the one that programs write.
  const at = known.indexOf(character)
  if (at === -1) throw new Error(`${character} has no place in CP950`)
  return ((LEADS.first + Math.floor(at / TRAILS.length)) << 8) | TRAILS[at % TRAILS.length]!
}

/** In the order of their bytes. */
function characters(): readonly string[] {
  const bytes = new Uint8Array((LEADS.last - LEADS.first + 1) * TRAILS.length * 2)
  let end = 0
  for (let lead = LEADS.first; lead <= LEADS.last; lead++)
    for (const trail of TRAILS) {
      bytes[end++] = lead
      bytes[end++] = trail
    }
  return [...new TextDecoder('big5').decode(bytes)]
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}
