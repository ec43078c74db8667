import { isAscii } from 'node:buffer'
import type { BytePlace, Text } from '../core/artifacts.ts'
import type { Sample } from '../core/observed.ts'
import type { Unclean, UncleanKind } from '../core/unclean.ts'
import { big5Lane } from './big5-lane.ts'
import { type Settled, settle } from './encoding.ts'
import { mojibakeLane } from './mojibake.ts'
import { type Bom, SNIFF } from './sniff.ts'
import { uncleanLane } from './unclean-lane.ts'
import { type BadSequence, utf8Lane } from './utf8-lane.ts'

type Places = { readonly count: number; readonly first: readonly BadSequence[] }
const NONE: Places = { count: 0, first: [] }

/** What was found, before offsets are turned into lines. */
export interface TextFacts {
  readonly settled: Settled
  /** Byte offsets whose line {@link text} asks for. */
  readonly offsets: readonly number[]
  text(lineOf: (offset: number) => number): Text
}

/** Validates 8-bit text as UTF-8 and as CP950 side by side; the encoding is settled at the end, by every byte. */
export function textLane(bom: Bom | null) {
  const utf8 = utf8Lane()
  const unclean = uncleanLane()
  let start = 0
  let beyondAscii:
    | { big5: ReturnType<typeof big5Lane>; mojibake: ReturnType<typeof mojibakeLane> }
    | undefined
  let sample: Buffer = Buffer.alloc(0)

  return {
    push(block: Buffer): void {
      utf8.push(block)
      unclean.push(block)
      // ASCII alone tells the other lanes nothing.
      if (!beyondAscii && !isAscii(block))
        beyondAscii = { big5: big5Lane(start), mojibake: mojibakeLane(start) }
      if (beyondAscii) {
        beyondAscii.big5.push(block)
        beyondAscii.mojibake.push(block)
        const from = sample.length > 0 ? 0 : block.findIndex((byte) => byte >= 0x80)
        if (sample.length < SNIFF)
          sample = Buffer.concat([sample, block.subarray(from, from + SNIFF - sample.length)])
      }
      start += block.length
    },
    end(cut: boolean): TextFacts {
      const asUtf8 = utf8.end(cut)
      const asBig5 = (beyondAscii?.big5 ?? big5Lane(0)).end(cut)
      const settled = settle(asUtf8, asBig5, sample, bom === 'UTF-8')
      const unicode = settled.encoding === 'UTF-8'
      const replacement = unicode ? asUtf8.replacement : NONE
      const damage = (unicode && beyondAscii?.mojibake.end()) || { count: 0, first: [] }
      const odd = unclean.end(unicode)
      const places = [settled.bad, settled.userDefined, replacement, ...Object.values(odd)].flatMap(
        ({ first }) => first,
      )
      return {
        settled,
        offsets: [...places, ...damage.first].map(({ offset }) => offset),
        text: (lineOf) => ({
          encoding: settled.encoding,
          ...(settled.guess !== undefined && { guess: settled.guess }),
          bom,
          bad: located(settled.bad, lineOf),
          userDefined: located(settled.userDefined, lineOf),
          replacement: located(replacement, lineOf),
          mojibake: {
            count: damage.count,
            first: damage.first.map(({ offset, text, repaired }) => ({
              line: lineOf(offset),
              text,
              repaired,
            })),
          },
          unclean: eachKind((kind) => located(odd[kind], lineOf)),
        }),
      }
    },
  }
}

/** UTF-16 has no 8-bit lanes: lone surrogates and odd bytes show as U+FFFD in the decoded text. */
export function utf16Text(encoding: 'UTF-16LE' | 'UTF-16BE', bom: Bom | null, broken: number): TextFacts {
  const settled: Settled = { encoding, bad: { count: broken, first: [] }, userDefined: NONE }
  const none = { count: 0, first: [] }
  return {
    settled,
    offsets: [],
    text: () => ({
      encoding,
      bom,
      bad: { count: broken, first: [] },
      userDefined: none,
      replacement: none,
      mojibake: none,
      unclean: eachKind(() => none),
    }),
  }
}

const eachKind = (of: (kind: UncleanKind) => Sample<BytePlace>): Unclean<BytePlace> => ({
  private: of('private'),
  bidi: of('bidi'),
  control: of('control'),
  invisible: of('invisible'),
})

const located = ({ count, first }: Places, lineOf: (offset: number) => number): Sample<BytePlace> => ({
  count,
  first: first.map(({ offset, bytes }) => ({ offset, bytes, line: lineOf(offset) })),
})
