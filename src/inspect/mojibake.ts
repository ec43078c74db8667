import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

export interface Damage {
  readonly offset: number
  readonly text: string
  readonly repaired: string
}

const KEEP = 5
/** Latin letters are rare here, but a French list must not cost seconds. */
const MAX_LOOKS = 2_000
const CELL_END = new Set([0x2c, 0x22, 0x0a, 0x0d, 0x09, 0x3b, 0x3c, 0x3e])
const SPAN = 240
const CJK = /[\u4e00-\u9fff]/

/** Bytes 0x80–0x9f as Windows-1252 shows them; those it leaves out come through as control characters. */
const WINDOWS_1252 = new Map(
  Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ', (char, i) => [char, 0x80 + i] as const),
)

/** The bytes that a reader of Windows-1252 turned into this text; undefined when there are none. */
function bytesBefore(text: string): Buffer | undefined {
  const bytes = Array.from(text, (char) =>
    char.charCodeAt(0) < 0x100 ? char.charCodeAt(0) : WINDOWS_1252.get(char),
  )
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[])
}

/** The text a cell had before UTF-8 or Big5 bytes were read as Windows-1252; undefined when it is sound. */
export function repair(text: string): string | undefined {
  const high = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  const bytes = high < 3 || text.includes('\ufffd') ? undefined : bytesBefore(text)
  if (!bytes) return undefined
  if (isUtf8(bytes)) {
    const repaired = bytes.toString('utf8')
    return CJK.test(repaired) ? repaired : undefined
  }
  const repaired = iconv.decode(bytes, 'cp950')
  const found = repaired.match(new RegExp(CJK, 'g'))?.length ?? 0
  // Accented names of people make a stray pair; three common characters and little else do not happen by chance.
  const likely = found >= 3 && high >= text.length * 0.4 && commonOnly(bytes)
  return likely && iconv.encode(repaired, 'cp950').equals(bytes) ? repaired : undefined
}

function commonOnly(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    if (lead < 0xa1 || lead > 0xc6) return false
    at++
  }
  return true
}

/**
 * Looks for cells of UTF-8 content that were damaged before publication.
 *
 * @param from offset of the first byte that will be pushed.
 */
export function mojibakeLane(from: number) {
  let start = from
  let looks = 0
  let count = 0
  let tail = Buffer.alloc(0)
  let done = -1
  const first: Damage[] = []

  function look(bytes: Buffer, base: number, limit: number) {
    // In Chinese UTF-8 text 0xC2 and 0xC3 never occur but as lead bytes of Latin-1 letters.
    for (let at = nextLatin(bytes, 0); at !== -1 && at < limit && looks < MAX_LOOKS; ) {
      let from = at
      while (from > 0 && at - from < SPAN && !CELL_END.has(bytes[from - 1]!)) from--
      let to = at
      while (to < bytes.length && to - at < SPAN && !CELL_END.has(bytes[to]!)) to++
      if (base + from > done) {
        looks++
        done = base + to
        const text = bytes.subarray(from, to).toString('utf8')
        const repaired = repair(text)
        if (repaired !== undefined) {
          count++
          if (first.length < KEEP)
            first.push({ offset: base + from, text: text.slice(0, 80), repaired: repaired.slice(0, 80) })
        }
      }
      at = nextLatin(bytes, Math.max(to, at + 1))
    }
  }

  return {
    push(block: Buffer): void {
      // The end of the block may cut a cell: keep enough to see it whole next time.
      const bytes = tail.length ? Buffer.concat([tail, block]) : block
      const limit = Math.max(0, bytes.length - SPAN)
      look(bytes, start, limit)
      const keep = Math.max(0, limit - SPAN)
      start += keep
      tail = Buffer.from(bytes.subarray(keep))
    },
    end(): { readonly count: number; readonly first: readonly Damage[] } {
      look(tail, start, tail.length)
      return { count, first }
    },
  }
}

function nextLatin(bytes: Buffer, from: number): number {
  const c2 = bytes.indexOf(0xc2, from)
  const c3 = bytes.indexOf(0xc3, from)
  if (c2 === -1) return c3
  return c3 === -1 ? c2 : Math.min(c2, c3)
}
