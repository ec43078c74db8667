let pairs: ReadonlyMap<string, number> | undefined

/** The two bytes, `lead << 8 | trail`, of a character that CP950 and Node's Big5 agree on: iconv-lite's encoder takes ten times as long to get ready. */
export function cp950Pair(character: string): number {
  pairs ??= allPairs()
  const pair = pairs.get(character)
  if (pair === undefined) throw new Error(`${character} has no place in CP950`)
  return pair
}

function allPairs(): ReadonlyMap<string, number> {
  const codes: number[] = []
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail <= 0x7e || trail >= 0xa1) codes.push((lead << 8) | trail)
  const bytes = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]))
  const characters = [...new TextDecoder('big5').decode(bytes)]
  // Of two places the first is the one that programs write.
  return new Map(characters.map((character, i) => [character, codes[i]!] as const).reverse())
}
