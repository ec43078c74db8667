import { createRequire } from 'node:module'
import type { EncodingName } from '../core/artifacts.ts'
import type { Big5Facts } from './big5-lane.ts'
import type { BadSequence, Utf8Facts } from './utf8-lane.ts'

export interface Settled {
  readonly encoding: EncodingName
  readonly guess?: string
  readonly bad: { readonly count: number; readonly first: readonly BadSequence[] }
  readonly userDefined: { readonly count: number; readonly first: readonly BadSequence[] }
}

const NONE = { count: 0, first: [] }
/** Below this many pairs, having no low second byte proves nothing. */
const PAIRS_TO_TELL = 24
/** Text in any other encoding is hardly ever UTF-8 by chance: less than a tenth of GB2312 is. */
const NO_CHANCE = 1 / 4
/** A third of Big5 has low second bytes, and next to nothing of GB18030. */
const TENTH = 1 / 10

/**
 * The encoding of 8-bit text: UTF-8 if every byte agrees, then CP950 if every byte agrees, then the one with
 * clearly fewer faults, and a statistical guess only when neither fits.
 *
 * @param sample up to 64 KiB from the first place that is no UTF-8.
 */
export function settle(utf8: Utf8Facts, big5: Big5Facts, sample: Buffer, bom: boolean): Settled {
  if (bom || utf8.bad.count === 0)
    return { encoding: utf8.ascii ? 'ASCII' : 'UTF-8', bad: utf8.bad, userDefined: NONE }
  const big5Settled: Settled = { encoding: 'BIG5', bad: big5.bad, userDefined: big5.userDefined }
  const unlikeBig5 = big5.pairs >= PAIRS_TO_TELL && big5.lowTrails === 0
  if (big5.bad.count === 0 && big5.pairs > 0 && !unlikeBig5) return big5Settled
  // A Chinese character takes three bytes.
  const utf8Share = utf8.bad.count / (utf8.sound / 3 + utf8.bad.count)
  const big5Share = big5.bad.count / (big5.pairs + big5.bad.count)
  if (utf8Share < 1 / 3 && utf8Share < big5Share)
    return { encoding: 'UTF-8', bad: utf8.bad, userDefined: NONE }
  if (big5Share < 0.05 && !unlikeBig5) return big5Settled
  // One export pasted below another: nobody can read both halves, and the places of the lesser one are the faults.
  const mixed = (): Settled =>
    utf8Share < big5Share ? { encoding: 'UTF-8', bad: utf8.bad, userDefined: NONE } : big5Settled
  if (1 - utf8Share >= NO_CHANCE) return mixed()
  const { analyse } = createRequire(import.meta.url)('chardet') as typeof import('chardet')
  // A sample of 8-bit text that is taken for one of these was too short to tell.
  const guess = analyse(sample).find(({ name }) => !/^(?:utf-(?:16|32)|ascii)/i.test(name))?.name ?? 'unknown'
  if (guess === 'UTF-8') return { encoding: 'UTF-8', bad: utf8.bad, userDefined: NONE }
  // Rare characters of GB18030 have low second bytes too, but lie where Big5 has its user-defined ones.
  const { pairs, lowTrails, userDefined } = big5
  const unlikeGb = lowTrails >= pairs * TENTH && userDefined.count < pairs * TENTH
  if (guess === 'Big5' || (guess.startsWith('GB') && unlikeGb)) return mixed()
  return { ...named(guess), bad: NONE, userDefined: NONE }
}

function named(guess: string): { encoding: EncodingName; guess?: string } {
  if (/^gb/i.test(guess)) return { encoding: 'GB18030' }
  if (/shift_?jis/i.test(guess)) return { encoding: 'SHIFT_JIS' }
  if (/euc-kr/i.test(guess)) return { encoding: 'EUC-KR' }
  return { encoding: 'OTHER', guess }
}
