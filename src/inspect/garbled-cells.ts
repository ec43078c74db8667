import iconv from 'iconv-lite'
import type { Mojibake, Text } from '../core/artifacts.ts'
import { Collector } from '../core/observed.ts'
import { cellName } from '../core/workbook.ts'
import { repair } from './mojibake.ts'

/** A file that was opened in the wrong encoding is garbled from its header on. */
const ROWS = 500
const MAX_LOOKS = 2_000
const KEEP = 20
const SHOWN = 80
/** Of a longer cell a part shows enough. */
const LOOKED = 150
const BEYOND_ASCII = /[\x80-\xff]/
const LATIN = /[\xc2\xc3]/
const NOT_HAN = /[^\u4e00-\u9fff]+/g
/** UTF-8 read as CP950: so many of the characters are of the rare ones that the first bytes of Han make. */
const SHARE = 0.08
const KINDS = 3

/** Looks for cells that were damaged before the workbook was saved: CSV opened in the wrong encoding. */
export function garbledCells() {
  const western = new Collector<Mojibake>(KEEP)
  const chinese = new Collector<Mojibake>(KEEP)
  const kinds = new Set<number>()
  let looks = 0
  let han = 0
  let rare = 0
  let fitting = 0

  function look(cell: string, row: number, column: number) {
    looks++
    const text = Buffer.from(cell, 'latin1').toString('utf8').slice(0, LOOKED)
    const place = { line: row, cell: cellName(row, column), text: text.slice(0, SHOWN) }
    const repaired = LATIN.test(cell) ? repairCut(text) : undefined
    if (repaired !== undefined) western.add({ ...place, repaired: repaired.slice(0, SHOWN) })
    const before = fitting
    weigh(iconv.encode(text.replace(NOT_HAN, ''), 'cp950'))
    if (fitting > before && chinese.open) chinese.add({ ...place, repaired: asUtf8(text).slice(0, SHOWN) })
    else if (fitting > before) chinese.count++
  }

  /** Beginnings of Han in UTF-8 are E4–E9 and a byte up to BF; as characters of CP950 they are seldom met. */
  function weigh(bytes: Buffer) {
    for (let at = 0; at < bytes.length; at++) {
      han++
      const lead = bytes[at]!
      if (lead < 0x80) continue
      const second = bytes[++at]!
      if (lead < 0xe4 || lead > 0xe9) continue
      rare++
      if (second < 0xa1 || second > 0xbf) continue
      fitting++
      if (kinds.size < KINDS) kinds.add(bytes.readUInt16BE(at - 1))
    }
  }

  const isMisread = (): boolean =>
    kinds.size === KINDS && fitting >= SHARE * han && fitting >= 0.9 * rare && western.count === 0

  return {
    /** Cells are UTF-8 bytes as latin1. */
    row(row: number, cells: readonly string[]): void {
      if (row > ROWS) return
      for (let at = 0; at < cells.length && looks < MAX_LOOKS; at++)
        if (BEYOND_ASCII.test(cells[at]!)) look(cells[at]!, row, at + 1)
    },
    found(): Text['mojibake'] {
      if (!isMisread()) return western.sample()
      const first = chinese.first.toSorted((a, b) => recovered(b) - recovered(a))
      return { count: chinese.count, first: first.slice(0, 5) }
    },
  }
}

const recovered = ({ repaired }: Mojibake): number => repaired.match(/[\u4e00-\u9fff]/g)?.length ?? 0

/** Of a text that was cut, the last character may have lost some of its bytes. */
function repairCut(text: string): string | undefined {
  for (let cut = 0; cut < (text.length === LOOKED ? 3 : 1); cut++) {
    const repaired = repair(text.slice(0, text.length - cut))
    if (repaired !== undefined) return repaired
  }
  return undefined
}

/** What stands for a character without bytes. */
const UNKNOWN = Buffer.from('?')
const LOST = Buffer.of(0xff)

/** What reading as CP950 left of UTF-8: it has no character for many pairs of bytes, which are lost. */
function asUtf8(text: string): string {
  const bytes = Array.from(text, (character) => {
    const own = iconv.encode(character, 'cp950')
    return own.equals(UNKNOWN) ? LOST : own
  })
  return Buffer.concat(bytes)
    .toString('utf8')
    .replace(/\ufffd+/g, '□')
}
