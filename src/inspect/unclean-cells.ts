import type { BytePlace, Text } from '../core/artifacts.ts'
import { Collector } from '../core/observed.ts'
import { UNCLEAN_KINDS, type UncleanKind } from '../core/unclean.ts'
import { cellName } from '../core/workbook.ts'
import { textIn } from './part-syntax.ts'

/** Rows that are looked at: who has such characters has them early. */
const ROWS = 50_000
const KEEP = 5
/** Beginnings of what is looked for; most cells have none. */
const SUSPECT =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\xee\xf3\xf4]|\xc2[\x80-\x9f\xad]|\xe2[\x80\x81]|\xef(?:[\x80-\xa3\xbb]|\xbf\xbd)/
const CHARACTERS: Readonly<Record<UncleanKind | 'replacement', RegExp>> = {
  replacement: /\ufffd/g,
  private: /[\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}]/gu,
  bidi: /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
  control: /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g,
  invisible: /[\u00ad\u200b\u2060-\u2064\ufeff]/g,
}

/** Looks in the cells of a sheet for characters that are lost, that nobody sees, or that only one computer knows. */
export function uncleanCells() {
  const kinds = ['replacement', ...UNCLEAN_KINDS] as const
  const found = new Map(kinds.map((kind) => [kind, new Collector<BytePlace>(KEEP)] as const))

  return {
    /** Cells are UTF-8 bytes as latin1. */
    row(row: number, cells: readonly string[]): void {
      if (row > ROWS) return
      for (let at = 0; at < cells.length; at++) {
        if (!SUSPECT.test(cells[at]!)) continue
        const text = textIn(cells[at]!)
        for (const [kind, collector] of found)
          for (const [character] of text.matchAll(CHARACTERS[kind])) {
            const bytes = Buffer.from(character).toString('hex')
            collector.add({ offset: 0, line: row, cell: cellName(row, at + 1), bytes })
          }
      }
    },
    found(): Pick<Text, 'replacement' | 'unclean'> {
      const sampled = [...found].map(([kind, collector]) => [kind, collector.sample()])
      const { replacement, ...unclean } = Object.fromEntries(sampled)
      return { replacement, unclean }
    },
  }
}
