import { isAscii, isUtf8 } from 'node:buffer'

/** A sequence the encoding does not allow: `offset` in bytes from 0. */
export interface BadSequence {
  readonly offset: number
  readonly bytes: string
}

/** Content with more faults than this is not in the encoding at all; counting stops. */
export const GIVE_UP = 5_000
const KEEP = 20
export const ENOUGH_SOUND = 256 * 1024

export interface Utf8Facts {
  readonly ascii: boolean
  /** Sound bytes beyond ASCII, counted up to {@link ENOUGH_SOUND}: to weigh the faults against. */
  readonly sound: number
  readonly bad: { readonly count: number; readonly first: readonly BadSequence[] }
  /** U+FFFD written as such. */
  readonly replacement: { readonly count: number; readonly first: readonly BadSequence[] }
}

/** Length of the sequence that starts with `lead`; 0 when nothing may start with it (RFC 3629 §3). */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead < 0xf5 ? 4 : 0
}

/** Bytes from `at` that belong to one well-formed sequence, or minus the length of the ill-formed part. */
function step(bytes: Buffer, at: number, end: number): number {
  const lead = bytes[at]!
  const length = sequenceLength(lead)
  if (length <= 1) return length === 1 ? 1 : -1
  for (let k = 1; k < length; k++) {
    const next = at + k < end ? bytes[at + k]! : 0
    let low = 0x80
    let high = 0xbf
    if (k === 1) {
      if (lead === 0xe0) low = 0xa0
      else if (lead === 0xed) high = 0x9f
      else if (lead === 0xf0) low = 0x90
      else if (lead === 0xf4) high = 0x8f
    }
    if (next < low || next > high) return -k
  }
  return length
}

/** Start of a sequence that the end of the block may have cut; `length` when none. */
export function openTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const REPLACEMENT = Buffer.from('\ufffd')

/** Validates every byte as UTF-8; finding the place costs only in blocks that are bad. */
export function utf8Lane() {
  let carry = Buffer.alloc(0)
  let start = 0
  let ascii = true
  let sound = 0
  let badCount = 0
  const bad: BadSequence[] = []
  let replacementCount = 0
  const replacement: BadSequence[] = []

  function walk(bytes: Buffer, base: number) {
    for (let at = 0; at < bytes.length && badCount < GIVE_UP; ) {
      const length = step(bytes, at, bytes.length)
      if (length < 0) {
        badCount++
        if (bad.length < KEEP)
          bad.push({ offset: base + at, bytes: bytes.subarray(at, at - length).toString('hex') })
      } else if (length > 1) sound += length
      at += Math.abs(length)
    }
  }

  function look(bytes: Buffer, base: number) {
    if (bytes.length === 0) return
    if (!isUtf8(bytes)) {
      ascii = false
      walk(bytes, base)
    } else if (!isAscii(bytes)) {
      ascii = false
      if (sound < ENOUGH_SOUND) for (const byte of bytes) if (byte >= 0x80) sound++
    }
    if (ascii) return
    for (let at = bytes.indexOf(REPLACEMENT); at !== -1; at = bytes.indexOf(REPLACEMENT, at + 3)) {
      replacementCount++
      if (replacement.length < KEEP) replacement.push({ offset: base + at, bytes: 'efbfbd' })
    }
  }

  return {
    push(block: Buffer): void {
      if (badCount >= GIVE_UP) return
      const bytes = carry.length ? Buffer.concat([carry, block]) : block
      const cut = openTail(bytes)
      look(bytes.subarray(0, cut), start)
      start += cut
      carry = Buffer.from(bytes.subarray(cut))
    },
    /** @param cut a cap ended the content, maybe inside a character. */
    end(cut: boolean): Utf8Facts {
      if (badCount < GIVE_UP && !cut) look(carry, start)
      return {
        ascii,
        sound: Math.min(sound, ENOUGH_SOUND),
        bad: { count: badCount, first: bad },
        replacement: { count: replacementCount, first: replacement },
      }
    },
  }
}
