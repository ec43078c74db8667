import type { BodyScore, GoldAward, RankedGroup } from '../../core/awards.ts'
import type { BodySummary } from '../../core/ledger.ts'
import { badgePoints, bonusFraction, scoreFraction } from '../decimal.ts'
import { compareFractions, exactText, type Fraction, minus, toText } from '../fraction.ts'
import type { Profile } from '../profile.ts'
import type { AwardSettings } from './inputs.ts'
import { ranks, standing } from './rank.ts'

/** Claimed APIs of a body, by what became of the claims. */
export interface ApiCounts {
  readonly counted: number
  readonly open: number
  readonly potential: number
}

/** A body's score, and the exact values that ranks and progress are made of. */
export interface Scored {
  readonly text: BodyScore
  readonly low: Fraction
  readonly high: Fraction
}

const NO_APIS: ApiCounts = { counted: 0, open: 0, potential: 0 }

/** 參、額度: 第一組 takes the first three, 第二組 the first two, of central and of local bodies each. */
const PLACES = { 1: 3, 2: 2 } as const

/** 貳、二、(二): the score of each body, with its claimed APIs. */
export function scoreBodies(
  bodies: readonly BodySummary[],
  apis: ReadonlyMap<string, ApiCounts>,
  profile: Profile,
): Scored[] {
  return bodies.map(({ body, datasets, atLeast, atMost }) => {
    const { counted, open, potential } = apis.get(body.id) ?? NO_APIS
    const low = scoreFraction(atLeast, datasets, profile, counted)
    const high = scoreFraction(atMost, datasets, profile, counted + open)
    const bonus = bonusFraction(profile, counted)
    const text: BodyScore = {
      body,
      datasets,
      atLeast,
      atMost,
      points: {
        atLeast: exactText(badgePoints(atLeast, profile)),
        atMost: exactText(badgePoints(atMost, profile)),
      },
      bonus: { atLeast: toText(bonus), atMost: toText(bonusFraction(profile, counted + open)) },
      potential: toText(minus(bonusFraction(profile, counted + potential), bonus)),
      score: { atLeast: toText(low), atMost: toText(high) },
    }
    return { text, low, high }
  })
}

/** 貳、二、(二) 分組方式: central and local bodies apart, each in two groups by the number of datasets. */
export function rankGold(scored: readonly Scored[], threshold: AwardSettings['threshold']): GoldAward {
  const groups = (['central', 'local'] as const).flatMap((group) => {
    const members = scored.filter(({ text }) => text.body.group === group)
    const limit = threshold?.[group]
    if (limit === undefined) return [rankGroup(members, { group, division: null, threshold: null })]
    // 以上 includes the number itself, as it does in statutes; so does 以下, but a body is in one group only.
    const first = members.filter(({ text }) => text.datasets >= limit)
    const second = members.filter(({ text }) => text.datasets < limit)
    return [
      rankGroup(first, { group, division: 1, threshold: limit }),
      rankGroup(second, { group, division: 2, threshold: limit }),
    ]
  })
  const apart = scored.filter(({ text }) => text.body.group === 'outside' || text.body.group === 'unmapped')
  return {
    groups: groups.filter(({ bodies }) => bodies.length > 0),
    apart: apart.sort(byScore).map(({ text }) => text),
  }
}

function rankGroup(
  members: readonly Scored[],
  about: Pick<RankedGroup, 'group' | 'division' | 'threshold'>,
): RankedGroup {
  const places = about.division === null ? null : PLACES[about.division]
  const ordered = [...members].sort(byScore)
  const positions = ranks(ordered.map(({ low, high }) => ({ low, high, takesPart: true })))
  const bodies = ordered.map((each, i) => {
    const rank = positions[i]!
    const tied = ordered.filter((other) => other !== each && compareFractions(other.low, each.low) === 0)
    return {
      ...each.text,
      rank,
      tied: tied.map(({ text }) => text.body.id),
      award: places === null ? null : standing(rank, places),
    }
  })
  return { ...about, places, bodies }
}

const byScore = (a: Scored, b: Scored): number =>
  compareFractions(b.low, a.low) ||
  compareFractions(b.high, a.high) ||
  // By code unit: a locale's order depends on the machine.
  (a.text.body.name < b.text.body.name ? -1 : a.text.body.name > b.text.body.name ? 1 : 0)
