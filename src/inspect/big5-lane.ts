import iconv from 'iconv-lite'
import { type BadSequence, GIVE_UP } from './utf8-lane.ts'

const VALID = 1
const USER_DEFINED = 2
const KEEP = 20

/** Stands for the table until it is needed. */
const ASCII = new Uint8Array(0)

/** Class of every byte pair, by `lead << 8 | trail`; made from iconv-lite's CP950 on first use. */
let classes: Uint8Array | undefined

function pairClasses(): Uint8Array {
  if (classes) return classes
  const table = new Uint8Array(65536)
  const codes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail <= 0x7e || trail >= 0xa1) codes.push((lead << 8) | trail)
  // In one go, a line end behind each: a call per pair takes longer than a small file.
  const texts = iconv
    .decode(Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff, 0x0a])), 'cp950')
    .split('\n')
  codes.forEach((code, i) => {
    const text = texts[i]!
    if (text.length === 1 && text !== '\ufffd') table[code] = VALID
    else if (code >= 0xfa40 || code < 0xa100 || (code >= 0xc6a1 && code <= 0xc8fe)) table[code] = USER_DEFINED
  })
  classes = table
  return table
}

export interface Big5Facts {
  readonly pairs: number
  /** Pairs whose second byte is below 0x80: about four in ten in real Big5, none in GB2312 or EUC. */
  readonly lowTrails: number
  readonly bad: { readonly count: number; readonly first: readonly BadSequence[] }
  /** Pairs in the areas Big5 leaves to its users (造字), which CP950 does not define. */
  readonly userDefined: { readonly count: number; readonly first: readonly BadSequence[] }
}

/**
 * Validates bytes as CP950, the Big5 that Windows and Taiwan's agencies write.
 *
 * @param from offset of the first byte that will be pushed; everything before it was ASCII.
 */
export function big5Lane(from: number) {
  let table: Uint8Array = ASCII
  let lead = 0
  let start = from
  let pairs = 0
  let lowTrails = 0
  let badCount = 0
  let userCount = 0
  const bad: BadSequence[] = []
  const user: BadSequence[] = []

  function report(list: BadSequence[], offset: number, code: number, length: number) {
    if (list.length < KEEP) list.push({ offset, bytes: code.toString(16).padStart(length * 2, '0') })
  }

  return {
    push(block: Buffer): void {
      if (badCount >= GIVE_UP) {
        start += block.length
        return
      }
      for (let at = 0; at < block.length; at++) {
        const byte = block[at]!
        if (lead === 0) {
          if (byte < 0x80) continue
          if (table === ASCII) table = pairClasses()
          if (byte > 0x80 && byte < 0xff) lead = byte
          else {
            badCount++
            report(bad, start + at, byte, 1)
          }
          continue
        }
        const code = (lead << 8) | byte
        const kind = table[code]
        if (kind === VALID) {
          pairs++
          if (byte < 0x80) lowTrails++
        } else if (kind === USER_DEFINED) {
          userCount++
          report(user, start + at - 1, code, 2)
        } else {
          badCount++
          // A delimiter or line end is never a second byte: it stands for itself again.
          if (byte < 0x40) report(bad, start + at - 1, lead, 1)
          else report(bad, start + at - 1, code, 2)
        }
        lead = 0
      }
      start += block.length
    },
    /** @param cut a cap ended the content, maybe inside a pair. */
    end(cut: boolean): Big5Facts {
      if (lead !== 0 && !cut) {
        badCount++
        report(bad, start - 1, lead, 1)
      }
      return {
        pairs,
        lowTrails,
        bad: { count: badCount, first: bad },
        userDefined: { count: userCount, first: user },
      }
    },
  }
}
