import type { GoldAward, Progress, Standing } from '../../core/awards.ts'
import { compareFractions, minus, ofDecimal, plus, toText } from '../fraction.ts'
import type { Scored } from './gold.ts'

/** 貳、二、(二): five points more than last time. */
const STEP = ofDecimal('5')

/**
 * 品質進步獎: at least five points more than in the previous edition; who wins in a group of 金質獎 is excluded.
 * @param previous without 加分; `bonus` of that edition by body id, where it was given.
 */
export function rewardProgress(
  scored: readonly Scored[],
  gold: GoldAward,
  previous: readonly Scored[],
  bonus: Readonly<Record<string, string>>,
): Progress[] {
  const before = new Map(previous.map((each) => [each.text.body.id, each]))
  const places = new Map(
    gold.groups.flatMap(({ bodies }) => bodies.map((each) => [each.body.id, each.award])),
  )
  return scored
    .filter(({ text }) => places.has(text.body.id))
    .map((each): Progress => {
      const { body, score } = each.text
      const past = before.get(body.id)
      if (!past)
        return { body, previous: null, score, gain: null, award: 'impossible', reason: 'no-previous' }
      const extra = ofDecimal(bonus[body.id] ?? '0')
      const [low, high] = [plus(past.low, extra), plus(past.high, extra)]
      const [least, most] = [minus(each.low, high), minus(each.high, low)]
      const shown = {
        body,
        previous: { atLeast: toText(low), atMost: toText(high) },
        score,
        gain: { atLeast: toText(least), atMost: toText(most) },
      }
      const place = places.get(body.id) ?? null
      if (compareFractions(most, STEP) < 0) return { ...shown, award: 'impossible' }
      const gained: Standing = compareFractions(least, STEP) < 0 ? 'possible' : 'certain'
      if (place === 'certain') return { ...shown, award: 'impossible', reason: 'group-winner' }
      if (place === 'possible') return { ...shown, award: 'possible', reason: 'may-win-group' }
      if (place === null) return { ...shown, award: 'possible', reason: 'groups-open' }
      return { ...shown, award: gained }
    })
}
