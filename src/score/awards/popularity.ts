import { EXCLUSIONS, type Exclusion, type PopularDataset, type PopularityAward } from '../../core/awards.ts'
import { addUnits, parseDate } from '../../core/calendar.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { compareFractions, type Fraction, fraction, ONE, ofDecimal, plus, toText } from '../fraction.ts'
import type { AwardSettings } from './inputs.ts'
import { ranks, standing } from './rank.ts'

/** 貳、二、(四) and 參、額度. */
const POINTS = { views: 30n, downloads: 40n, rating: 30n } as const
const MAX_RATING = 5n
const PLACES = 10
/** Datasets shown: where nearly everything is open, a list of all says nothing. */
const SHOWN = 20

/** What a platform counted of one dataset; absent is not known. */
export interface Counts {
  readonly views?: number
  readonly downloads?: number
  readonly rating?: number
}

interface Candidate extends Counts {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly takesPart: boolean
  readonly unknown: readonly ('issued' | 'badge')[]
}

export interface PopularityTally {
  add(record: DatasetRecord, counts: Counts, now: number): void
  /** Null when no dataset had a number. */
  finish(outside: Counts): PopularityAward | null
}

/** 人氣獎: gold, open for a year, of a body the measure addresses, and not a winner of the last three editions. */
export function createPopularity(settings: AwardSettings['popularity'] = {}): PopularityTally {
  const winners = new Set((settings.previousWinners ?? []).flatMap(({ datasets }) => datasets))
  const excluded = Object.fromEntries(EXCLUSIONS.map((each) => [each, 0])) as Record<Exclusion, number>
  const candidates: Candidate[] = []
  let counted = false
  let [maxViews, maxDownloads] = [settings.maxViews ?? 0, settings.maxDownloads ?? 0]
  const widen = ({ views = 0, downloads = 0 }: Counts) => {
    maxViews = Math.max(maxViews, views)
    maxDownloads = Math.max(maxDownloads, downloads)
  }
  return {
    add(record, counts, now) {
      const { views, downloads, rating } = sound(counts)
      const numbers = {
        ...(views !== undefined && { views }),
        ...(downloads !== undefined && { downloads }),
        ...(rating !== undefined && { rating }),
      }
      if (Object.keys(numbers).length > 0) counted = true
      // 同期間於本平臺…最多: of all datasets of the platform, whether they take part or not.
      widen(numbers)
      const { exclusion, unknown } = admission(record, winners, now)
      if (exclusion) excluded[exclusion]++
      else
        candidates.push({
          id: record.id,
          title: record.title,
          publisher: record.publisher,
          ...numbers,
          takesPart: unknown.length === 0,
          unknown,
        })
    },
    finish(outside) {
      widen(sound(outside))
      return counted ? { ...award(candidates, maxViews, maxDownloads), excluded } : null
    },
  }
}

/** A number that cannot be one is not known. */
const sound = ({ views, downloads, rating }: Counts): Counts => ({
  ...(isCount(views) && { views }),
  ...(isCount(downloads) && { downloads }),
  ...(rating !== undefined && /^[0-5](\.\d{1,6})?$/.test(String(rating)) && rating <= 5 && { rating }),
})

const isCount = (value: number | undefined): value is number => Number.isSafeInteger(value) && value! >= 0

function admission(
  { id, body, badge, issued }: DatasetRecord,
  winners: ReadonlySet<string>,
  now: number,
): { readonly exclusion?: Exclusion; readonly unknown: Candidate['unknown'] } {
  const exclude = (exclusion: Exclusion) => ({ exclusion, unknown: [] })
  if (body.group !== 'central' && body.group !== 'local') return exclude('body')
  if (winners.has(id)) return exclude('previous-winner')
  if (badge.atMost !== 'gold') return exclude('badge')
  const since = issued === undefined ? undefined : parseDate(issued)
  if (since !== undefined && addUnits(since, 1, 'year') > now) return exclude('younger-than-a-year')
  return {
    unknown: [
      ...(since === undefined ? (['issued'] as const) : []),
      ...(badge.atLeast === 'gold' ? [] : (['badge'] as const)),
    ],
  }
}

function award(
  candidates: readonly Candidate[],
  maxViews: number,
  maxDownloads: number,
): Omit<PopularityAward, 'excluded'> {
  const scored = candidates.map((each) => {
    const views = share(each.views, maxViews, POINTS.views)
    const downloads = share(each.downloads, maxDownloads, POINTS.downloads)
    const rating = rated(each.rating)
    const [low, high] = ([0, 1] as const).map((end) => plus(plus(views[end], downloads[end]), rating[end]))
    return { each, low: low!, high: high!, takesPart: each.takesPart }
  })
  const positions = ranks(scored)
  const inReach = scored
    .map((score, i) => ({ ...score, rank: positions[i]! }))
    .filter(({ rank }) => rank.best <= PLACES)
    .sort(
      (a, b) =>
        compareFractions(b.low, a.low) ||
        compareFractions(b.high, a.high) ||
        (a.each.id < b.each.id ? -1 : 1),
    )
  const datasets = inReach.slice(0, SHOWN).map(({ each, low, high, rank, takesPart }): PopularDataset => {
    const { id, title, publisher, views = null, downloads = null, rating = null, unknown } = each
    const missing = Object.entries({ views, downloads, rating }).flatMap(([name, value]) =>
      value === null ? [name as 'views' | 'downloads' | 'rating'] : [],
    )
    return {
      id,
      title,
      publisher,
      views,
      downloads,
      rating,
      points: { atLeast: toText(low), atMost: toText(high) },
      rank,
      award: standing(rank, PLACES, takesPart),
      unknown: [...unknown, ...missing],
    }
  })
  return {
    maxViews,
    maxDownloads,
    places: PLACES,
    candidates: candidates.length,
    datasets,
    more: inReach.length - datasets.length,
  }
}

type Ends = readonly [low: Fraction, high: Fraction]

/** `points × value / max`; an unknown value gives anything from nothing to all. */
function share(value: number | undefined, max: number, points: bigint): Ends {
  const of = BigInt(Math.max(max, 1))
  if (value === undefined) return [fraction(0n, of), fraction(points * of, of)]
  const known = fraction(points * BigInt(value), of)
  return [known, known]
}

function rated(rating: number | undefined): Ends {
  const [low, high] = rating === undefined ? ['0', String(MAX_RATING)] : [String(rating), String(rating)]
  const points = (text: string) => fraction(POINTS.rating * ofDecimal(text).count, ONE * MAX_RATING)
  return [points(low), points(high)]
}
