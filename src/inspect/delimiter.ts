import type { Table } from '../core/artifacts.ts'

export type Delimiter = NonNullable<Table['delimiter']>

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|']
const MAX_LINES = 300

export interface Layout {
  readonly delimiter: Delimiter
  readonly newline: '\n' | '\r'
  /** Share of lines that have the delimiter as often as most lines do, 0…1. */
  readonly consistency: number
}

/**
 * The delimiter most lines agree on, outside quotes. `head` is latin1: all four are themselves in every
 * encoding met here but `|`, which may be a Big5 second byte; it is tried last.
 */
export function layoutOf(head: string, complete: boolean): Layout {
  const newline = !head.includes('\n') && head.includes('\r') ? '\r' : '\n'
  const lines = head.split(newline, MAX_LINES)
  if (!complete && lines.length > 1 && lines.length < MAX_LINES) lines.pop()
  const filled = lines.filter((line) => line.trim() !== '')
  let best: Layout & { readonly score: number } = { delimiter: ',', newline, consistency: 0, score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = countPerLine(filled, delimiter)
    const frequency = new Map<number, number>()
    for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
    const agreeing = Math.max(0, ...frequency.values())
    const having = counts.filter((count) => count > 0).length
    const score = having + agreeing
    if (score > best.score)
      best = { delimiter, newline, consistency: agreeing / Math.max(1, filled.length), score }
  }
  return { delimiter: best.delimiter, newline, consistency: best.consistency }
}

/** Occurrences outside quotes; a quoted cell may run over several lines. */
function countPerLine(lines: readonly string[], delimiter: string): number[] {
  let open = false
  return lines.map((line) => {
    let count = 0
    for (let at = 0; at < line.length; at++) {
      const char = line[at]
      if (char === '"') open = !open
      else if (char === delimiter && !open) count++
    }
    // An odd quote inside a word would otherwise hide the rest of the file.
    if (open && !/(^|[,;\t|])"[^"]*$/.test(line)) open = false
    return count
  })
}
