import type { RankInterval, Standing } from '../../core/awards.ts'
import { compareFractions, type Fraction } from '../fraction.ts'

export interface Contender {
  readonly low: Fraction
  readonly high: Fraction
  /** False: it is not certain that this one takes part at all; its rank holds if it does. */
  readonly takesPart: boolean
}

/** Each contender's best and worst rank, whatever the unknown turns out to be. Ties share a rank. */
export function ranks(contenders: readonly Contender[]): RankInterval[] {
  const certain = contenders
    .filter(({ takesPart }) => takesPart)
    .map(({ low }) => low)
    .sort(compareFractions)
  const possible = contenders.map(({ high }) => high).sort(compareFractions)
  return contenders.map(({ low, high }) => ({
    best: 1 + above(certain, high),
    // Its own high is above its low, too.
    worst: 1 + above(possible, low) - (compareFractions(high, low) > 0 ? 1 : 0),
  }))
}

export function standing({ best, worst }: RankInterval, places: number, takesPart = true): Standing {
  if (best > places) return 'impossible'
  return worst <= places && takesPart ? 'certain' : 'possible'
}

/** How many of the ascending `values` are greater. */
function above(values: readonly Fraction[], than: Fraction): number {
  let from = 0
  let to = values.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (compareFractions(values[middle]!, than) > 0) to = middle
    else from = middle + 1
  }
  return values.length - from
}
