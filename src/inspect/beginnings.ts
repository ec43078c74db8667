import { cp950Pair } from './cp950-pair.ts'

/** Whether a cell's bytes, UTF-8 or CP950, begin like one of these; asked of every cell, so it has to be quick. */
export function startTest(wide: readonly string[], narrow: readonly string[]): (cell: string) => boolean {
  const begins = beginTest(wide, narrow)
  return (cell) => begins(cell.charCodeAt(0), cell.charCodeAt(1), cell.charCodeAt(2))
}

/** As {@link startTest}, of the first three bytes. */
export function beginTest(
  wide: readonly string[],
  narrow: readonly string[],
): (a: number, b: number, c: number) => boolean {
  const [sure, half] = [1, 2]
  const pairs = new Uint8Array(65536)
  const triples = new Set<number>()
  for (const text of wide) {
    const [a = 0, b = 0, c = 0] = Buffer.from(text)
    pairs[(a << 8) | b] = half
    triples.add((a << 16) | (b << 8) | c)
  }
  for (const text of wide) pairs[cp950Pair(text)] = sure
  for (const text of narrow) {
    if (text.length === 2) pairs[(text.charCodeAt(0) << 8) | text.charCodeAt(1)] = sure
    else pairs.fill(sure, text.charCodeAt(0) << 8, (text.charCodeAt(0) + 1) << 8)
  }
  return (a, b, c) => {
    const pair = (a << 8) | b
    const kind = pairs[pair]
    return kind === sure || (kind === half && triples.has((pair << 8) | c))
  }
}
