import type { BadgeInterval, Indicator } from './badge.ts'
import type { BadgeCounts, Body, LedgerHeader, ScoreInterval } from './ledger.ts'
import type { Data } from './localised.ts'

/** Raised when `docs/schemas/score.schema.json` changes so that an older reader would misread it. */
export const SCORE_SCHEMA = 1

/** An award, as far as what is unknown lets one tell. */
export type Standing = 'certain' | 'possible' | 'impossible'

/** From 1; ties share a rank and the next ones are left out (1, 1, 3). */
export interface RankInterval {
  readonly best: number
  readonly worst: number
}

/** 金質獎總分 (貳、二、(二)) of one body. */
export interface BodyScore {
  readonly body: Body
  readonly datasets: number
  readonly atLeast: BadgeCounts
  readonly atMost: BadgeCounts
  /** Sum of its datasets' badge points, exact. */
  readonly points: ScoreInterval
  readonly bonus: ScoreInterval
  /** What valid claims would add to `bonus.atLeast` once they are confirmed, the cap observed. */
  readonly potential: string
  readonly score: ScoreInterval
}

export interface RankedBody extends BodyScore {
  readonly rank: RankInterval
  /** Ids of bodies with exactly the same certain score. */
  readonly tied: readonly string[]
  /** Null where nobody can tell, for want of the threshold between the groups. */
  readonly award: Standing | null
}

export interface RankedGroup {
  readonly group: 'central' | 'local'
  /** 第一組, 第二組; null without a threshold. */
  readonly division: 1 | 2 | null
  readonly threshold: number | null
  readonly places: number | null
  readonly bodies: readonly RankedBody[]
}

export interface GoldAward {
  readonly groups: readonly RankedGroup[]
  /** 壹、貳、一: neither 中央二級機關 nor 地方政府, or of no known body. */
  readonly apart: readonly BodyScore[]
}

/** `counted` costs nobody a doubt; `open` could not be verified; `potential` waits for confirmation. */
export const CLAIM_STATES = ['counted', 'open', 'potential', 'refused'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

export const CLAIM_REASONS = [
  'not-confirmed',
  'no-date',
  'bad-date',
  'future-date',
  'unverified',
  'unsupported',
  'invalid',
  'unknown-dataset',
  'not-eligible',
  'claimed-twice',
] as const
export type ClaimReason = (typeof CLAIM_REASONS)[number]

/** What became of one claimed API; `errors` are the validator's own words. */
export interface ClaimResult {
  readonly dataset: string
  readonly document: string
  readonly confirmedBy?: string
  readonly date?: string
  readonly body?: string
  readonly state: ClaimState
  readonly reason?: ClaimReason
  readonly errors: readonly string[]
}

/** 品質進步獎; `gain` may be negative. */
export interface Progress {
  readonly body: Body
  readonly previous: ScoreInterval | null
  readonly score: ScoreInterval
  readonly gain: ScoreInterval | null
  readonly award: Standing
  readonly reason?: 'group-winner' | 'may-win-group' | 'groups-open' | 'no-previous'
}

export const POPULARITY_DOUBTS = ['issued', 'badge', 'views', 'downloads', 'rating'] as const

/** 人氣獎 candidate; null is not known, and widens the points. */
export interface PopularDataset {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly views: number | null
  readonly downloads: number | null
  readonly rating: number | null
  readonly points: ScoreInterval
  readonly rank: RankInterval
  readonly award: Standing
  readonly unknown: readonly (typeof POPULARITY_DOUBTS)[number][]
}

export const EXCLUSIONS = ['body', 'badge', 'younger-than-a-year', 'previous-winner'] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export interface PopularityAward {
  readonly maxViews: number
  readonly maxDownloads: number
  readonly places: number
  readonly candidates: number
  /** Those that win or may win, best first. */
  readonly datasets: readonly PopularDataset[]
  /** Further ones that may win. */
  readonly more: number
  readonly excluded: Readonly<Record<Exclusion, number>>
}

export const CRITERIA = {
  depth: 10,
  partnership: 10,
  feedback: 10,
  innovation: 15,
  benefit: 15,
  continuity: 10,
  extension: 10,
} as const
export type Criterion = keyof typeof CRITERIA

/** 應用獎 case: `vote` of 20 points, `judges` of 80. */
export interface ApplicationCase {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly votes: number
  readonly voteRank: number
  readonly vote: string
  readonly judgeCount: number
  readonly criteria: Readonly<Record<Criterion, string>>
  readonly judges: string
  readonly total: string
  readonly rank: number
  readonly award: boolean
}

export interface ApplicationAward {
  readonly places: number
  readonly cases: readonly ApplicationCase[]
}

export const NOTE_CODES = [
  'no-datasets',
  'unfinished',
  'selected',
  'deviation',
  'counted-once',
  'no-threshold',
  'no-claims',
  'no-previous-bonus',
  'own-maximum',
  'no-ratings',
  'cumulative',
  'ties',
  'popularity-unmatched',
  'popularity-ambiguous',
  'popularity-bad-cell',
  'judges-differ',
] as const

/** Something the reader of a result must know. */
export interface Note {
  readonly code: (typeof NOTE_CODES)[number]
  readonly data: Data
}

/** Evidence of one rule that costs an indicator. */
export interface CostingRule {
  readonly rule: string
  readonly outcome: 'fail' | 'unknown'
  readonly findings: readonly { readonly resource?: string; readonly fingerprint: string }[]
  /** Findings beyond those. */
  readonly more: number
}

export interface Cost {
  readonly indicator: Indicator
  readonly outcome: 'fail' | 'unknown'
  readonly rules: readonly CostingRule[]
}

/** How a dataset comes to its points: `points` are the weight of its badge. */
export interface DatasetTrace {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly badge: BadgeInterval
  readonly points: ScoreInterval
  readonly costs: readonly Cost[]
}

/** An API document that the catalogue offers and no claim names: valid and confirmed it would count. */
export interface ApiCandidate {
  readonly dataset: string
  readonly title: string
  readonly body: string
  readonly document: string
}

export interface ScoredLedger {
  readonly path: string
  readonly program: string
  readonly startedAt: string
  readonly now: string
  readonly finished: boolean
}

/** Everything `odbadge score` has to say, but for the traces of its datasets. */
export interface Awards {
  readonly ledgers: readonly ScoredLedger[]
  readonly profile: LedgerHeader['profile']
  readonly notes: readonly Note[]
  readonly gold: GoldAward
  readonly claims: readonly ClaimResult[] | null
  /** Of datasets that nobody claimed; `count` of all. */
  readonly candidates: { readonly count: number; readonly first: readonly ApiCandidate[] }
  readonly progress: readonly Progress[] | null
  readonly popularity: PopularityAward | null
  readonly application: ApplicationAward | null
  /** The datasets that cost most, for a reader in a hurry; `count` of all that cost. */
  readonly losses: { readonly count: number; readonly first: readonly DatasetTrace[] }
}
