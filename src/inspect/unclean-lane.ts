import { Collector } from '../core/observed.ts'
import { UNCLEAN_KINDS, type Unclean, type UncleanKind } from '../core/unclean.ts'
import type { BadSequence } from './utf8-lane.ts'

const KEEP = 5
/** Bytes from the beginning: a file that has such characters has them early, and the rest would cost a tenth of all time. */
const LOOKED_AT = 16 * 2 ** 20
/** Punctuation begins with the same bytes: a text full of it must not cost seconds. */
const MAX_LOOKS = 200_000
const DELETE = 0x7f
/** What may follow the first byte of a character. */
const REST = 3

const LEADS = [0xc2, 0xe2, 0xee, 0xef, 0xf3, 0xf4]

type Found = Record<UncleanKind, Collector<BadSequence>>

const nothing = (): Found => ({
  private: new Collector(KEEP),
  bidi: new Collector(KEEP),
  control: new Collector(KEEP),
  invisible: new Collector(KEEP),
})

/** What the sequence at `at` is, were the bytes UTF-8; `length` bytes of it are one character. */
function kindAt(bytes: Buffer, at: number): [UncleanKind, number] | undefined {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3)
  if (lead === 0xee || (lead === 0xef && second <= 0xa3)) return ['private', 3]
  if ((lead === 0xf3 && second >= 0xb0) || lead === 0xf4) return ['private', 4]
  if (lead === 0xef) return second === 0xbb && third === 0xbf ? ['invisible', 3] : undefined
  if (lead === 0xc2) {
    if (second <= 0x9f) return ['control', 2]
    return second === 0xad ? ['invisible', 2] : undefined
  }
  if (lead !== 0xe2) return undefined
  if (second === 0x80) {
    if (third === 0x8b) return ['invisible', 3]
    return third === 0x8e || third === 0x8f || (third >= 0xaa && third <= 0xae) ? ['bidi', 3] : undefined
  }
  if (second !== 0x81) return undefined
  if (third >= 0xa6 && third <= 0xa9) return ['bidi', 3]
  return third >= 0xa0 && third <= 0xa4 ? ['invisible', 3] : undefined
}

const isControl = (byte: number): boolean => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13

const hasControl = (word: number): boolean =>
  isControl(word & 0xff) ||
  isControl((word >> 8) & 0xff) ||
  isControl((word >> 16) & 0xff) ||
  isControl(word >>> 24)

/** Looks for characters that nobody sees, or that only one computer knows. What a block's end cuts comes with the next. */
export function uncleanLane() {
  const low = nothing()
  const deleted = nothing()
  // One sample for each lead byte: together they are the first ones, however the blocks are cut.
  const wide = LEADS.map((lead) => ({ lead, looks: 0, found: nothing() }))
  let carry = Buffer.alloc(0)
  let start = 0

  function add(found: Found, kind: UncleanKind, bytes: Buffer, at: number, length: number, base: number) {
    const collector = found[kind]
    if (collector.open)
      collector.add({ offset: base + at, bytes: bytes.subarray(at, at + length).toString('hex') })
    else collector.count++
  }

  function lookForControls(bytes: Buffer) {
    const check = (at: number) => {
      if (isControl(bytes[at]!)) add(low, 'control', bytes, at, 1, start)
    }
    let at = 0
    while (at < bytes.length && (bytes.byteOffset + at) % 4 !== 0) check(at++)
    if (at < bytes.length) {
      const count = (bytes.length - at) >> 2
      const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, count)
      for (let w = 0; w < count; w++) {
        const word = words[w]!
        // Four bytes at once: the high bit of each tells whether it may be below 0x20; line ends mostly are.
        const low = ((word - 0x20202020) | 0) & ~word & 0x80808080
        if (low !== 0 && hasControl(word)) for (let k = 0; k < 4; k++) check(at + 4 * w + k)
      }
      at += 4 * count
    }
    while (at < bytes.length) check(at++)
    for (let del = bytes.indexOf(DELETE); del !== -1; del = bytes.indexOf(DELETE, del + 1))
      add(deleted, 'control', bytes, del, 1, start)
  }

  /** Every lead byte by itself, for memory is searched much faster than walked through. */
  function lookForWide(bytes: Buffer, end: number, base: number) {
    for (const seeker of wide) {
      const { lead, found } = seeker
      for (let at = bytes.indexOf(lead); at !== -1 && at < end; at = bytes.indexOf(lead, at + 1)) {
        if (++seeker.looks > MAX_LOOKS) break
        const [kind, length = 0] = kindAt(bytes, at) ?? []
        if (kind && base + at > 0 && at + length <= bytes.length) add(found, kind, bytes, at, length, base)
      }
    }
  }

  return {
    push(pushed: Buffer): void {
      const block = pushed.subarray(0, Math.max(0, LOOKED_AT - start))
      if (block.length === 0) return
      lookForControls(block)
      const seam = Buffer.concat([carry, block.subarray(0, REST)])
      const done = Math.max(0, seam.length - REST)
      lookForWide(seam, done, start - carry.length)
      if (block.length > REST) lookForWide(block, block.length - REST, start)
      start += block.length
      carry = block.length > REST ? Buffer.from(block.subarray(-REST)) : seam.subarray(done)
    },
    /** @param unicode whether the bytes turned out to be UTF-8. */
    end(unicode: boolean): Unclean<BadSequence> {
      lookForWide(carry, carry.length, start - carry.length)
      const all = [low, deleted, ...(unicode ? wide.map(({ found }) => found) : [])]
      const merged = nothing()
      for (const kind of UNCLEAN_KINDS) {
        const first = all.flatMap((found) => found[kind].first).sort((a, b) => a.offset - b.offset)
        for (const place of first) merged[kind].add(place)
        merged[kind].count = all.reduce((sum, found) => sum + found[kind].count, 0)
      }
      return merged
    },
  }
}
