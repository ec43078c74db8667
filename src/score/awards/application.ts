import { type ApplicationAward, type ApplicationCase, CRITERIA, type Criterion } from '../../core/awards.ts'
import { compareFractions, type Fraction, fraction, ofDecimal, plus, toText } from '../fraction.ts'
import type { VotedCase } from './inputs.ts'

/** 貳、二、(三) 民眾票選 and 參、額度. */
const VOTE_POINTS = 20n
const PLACES = 3

const NAMES = Object.keys(CRITERIA) as Criterion[]

interface Counted {
  readonly text: Omit<ApplicationCase, 'rank' | 'award'>
  readonly total: Fraction
}

/**
 * 應用獎 (貳、二、(三)): 民眾票選 `(N − rank + 1) × 20 / N`, cases with equal votes sharing the rank; 委員評獎 seven
 * criteria of 80 points, averaged over the judges of the case.
 */
export function rewardApplications(cases: readonly VotedCase[]): ApplicationAward {
  const counted = cases.map((each) => count(each, cases))
  const ranked = counted.map(({ text, total }): ApplicationCase => {
    const rank = 1 + counted.filter((other) => compareFractions(other.total, total) > 0).length
    return { ...text, rank, award: rank <= PLACES }
  })
  return { places: PLACES, cases: ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)) }
}

function count(each: VotedCase, all: readonly VotedCase[]): Counted {
  const { id, title, body, votes } = each
  const voteRank = 1 + all.filter((other) => other.votes > votes).length
  const vote = fraction(BigInt(all.length - voteRank + 1) * VOTE_POINTS, BigInt(all.length))
  const means = new Map(NAMES.map((name) => [name, mean(each.judges.map(({ scores }) => scores[name]))]))
  const judges = [...means.values()].reduce(plus)
  const total = plus(vote, judges)
  const text = {
    id,
    title,
    body,
    votes,
    voteRank,
    vote: toText(vote),
    judgeCount: each.judges.length,
    criteria: Object.fromEntries([...means].map(([name, value]) => [name, toText(value)])) as Record<
      Criterion,
      string
    >,
    judges: toText(judges),
    total: toText(total),
  }
  return { text, total }
}

function mean(scores: readonly number[]): Fraction {
  const { count, of } = scores.map((score) => ofDecimal(String(score))).reduce(plus)
  return { count, of: of * BigInt(scores.length) }
}

/** What the schema cannot say: cases and judges named twice, points finer than a millionth; `undefined` when all is well. */
export function votesMistake(
  cases: readonly VotedCase[],
): { readonly place: string; readonly name: string } | undefined {
  const ids = new Set<string>()
  for (const [i, { id, judges }] of cases.entries()) {
    if (ids.has(id)) return { place: `$.cases[${i}].id`, name: id }
    ids.add(id)
    const names = new Set<string>()
    for (const [k, { judge, scores }] of judges.entries()) {
      if (names.has(judge)) return { place: `$.cases[${i}].judges[${k}].judge`, name: judge }
      names.add(judge)
      for (const name of NAMES)
        if (!/^\d+(\.\d{1,6})?$/.test(String(scores[name])))
          return { place: `$.cases[${i}].judges[${k}].scores.${name}`, name: String(scores[name]) }
    }
  }
  return undefined
}

/** Whether every case was judged by the same people. */
export const sameJudges = (cases: readonly VotedCase[]): boolean =>
  new Set(cases.map(({ judges }) => JSON.stringify(judges.map(({ judge }) => judge).sort()))).size <= 1
