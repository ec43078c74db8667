import type {
  ApiCandidate,
  Awards,
  DatasetTrace,
  Note,
  PopularDataset,
  ScoredLedger,
} from '../../core/awards.ts'
import type { Body, DatasetRecord, LedgerHeader, Summary } from '../../core/ledger.ts'
import { compareDecimals } from '../decimal.ts'
import type { Profile } from '../profile.ts'
import { createSummary } from '../summary.ts'
import { rewardApplications, sameJudges } from './application.ts'
import { countApis, settleClaims, type ValidateDocument } from './claims.ts'
import { type ApiCounts, rankGold, scoreBodies } from './gold.ts'
import type { AwardSettings, Claim, Votes } from './inputs.ts'
import { type Counts, createPopularity } from './popularity.ts'
import { rewardProgress } from './progress.ts'
import { traceDataset } from './trace.ts'

export { votesMistake } from './application.ts'
export type { DocumentVerdict, ValidateDocument } from './claims.ts'
export type { AwardSettings, Claim, Votes } from './inputs.ts'
export { inputComplaints } from './inputs.ts'
export type { Counts } from './popularity.ts'
export { traceDataset } from './trace.ts'

/** Losses named in `Awards.losses`. */
const MAX_LOSSES = 20
/** API documents named in `Awards.candidates`. */
const MAX_CANDIDATES = 100

export interface AwardInputs {
  readonly profile: Profile
  /** What costs the datasets of a publisher, where that is not the same for all. */
  readonly profileFor?: (publisher: string) => Profile
  readonly settings: AwardSettings
  readonly claims?: readonly Claim[]
  readonly votes?: Votes
  /** Numbers from elsewhere, instead of those in the ledger. */
  readonly counts?: (record: DatasetRecord) => Counts
}

export interface Closing {
  readonly ledgers: readonly ScoredLedger[]
  readonly header: LedgerHeader
  readonly validate: ValidateDocument
  /** Of the earlier ledger. */
  readonly previous?: Summary
  /** Highest numbers among datasets that are not in the ledger. */
  readonly outside?: Counts
  readonly notes: readonly Note[]
}

export interface AwardsBuilder {
  /** @param now the moment its ledger was judged against, milliseconds since 1970. */
  add(record: DatasetRecord, now: number): void
  finish(closing: Closing): Promise<Awards>
}

/** The awards of the measure (貳、二); what it keeps of a dataset without numbers or claims is its count. */
export function createAwards(inputs: AwardInputs): AwardsBuilder {
  const { profile, settings, claims, votes, profileFor = () => profile } = inputs
  const summary = createSummary(profile)
  const popularity = createPopularity(settings.popularity)
  const claimed = new Set(claims?.map(({ dataset }) => dataset))
  const bodies = new Map<string, Body>()
  const candidates: ApiCandidate[] = []
  let offered = 0
  const losses: DatasetTrace[] = []
  let costing = 0
  return {
    add(record, now) {
      summary.add(record)
      if (claimed.has(record.id)) bodies.set(record.id, record.body)
      popularity.add(record, inputs.counts?.(record) ?? record.portal ?? {}, now)
      for (const document of claimed.has(record.id) ? [] : apiDocumentsOf(record))
        if (++offered <= MAX_CANDIDATES) candidates.push(document)
      const trace = traceDataset(record, profileFor(record.publisher))
      if (trace.costs.length === 0) return
      costing++
      keepWorst(losses, trace)
    },
    async finish({ ledgers, header, validate, previous, outside, notes }) {
      const now = Math.max(...ledgers.map((ledger) => Date.parse(ledger.now)))
      const settled = claims && (await settleClaims(claims, { bodies, validate, now }))
      const apis = settled ? countApis(settled) : new Map<string, ApiCounts>()
      const scored = scoreBodies(summary.finish().bodies, apis, profile)
      const gold = rankGold(scored, settings.threshold)
      const past = previous && scoreBodies(previous.bodies, new Map(), profile)
      const popular = popularity.finish(outside ?? {})
      const awards: Omit<Awards, 'notes'> = {
        ledgers,
        profile: header.profile,
        gold,
        claims: settled ?? null,
        candidates: { count: offered, first: candidates },
        progress: past ? rewardProgress(scored, gold, past, settings.previousBonus ?? {}) : null,
        popularity: popular,
        application: votes ? rewardApplications(votes.cases) : null,
        losses: { count: costing, first: losses },
      }
      return { ...awards, notes: [...notes, ...notesOn(awards, inputs)] }
    },
  }
}

function apiDocumentsOf({ id, title, body, resources }: DatasetRecord): ApiCandidate[] {
  if (body.group !== 'central' && body.group !== 'local') return []
  return resources
    .filter(({ apiDocument }) => apiDocument)
    .map(({ url }) => ({ dataset: id, title, body: body.id, document: url }))
}

/** Most points lost first; of equals the earlier one. */
function keepWorst(losses: DatasetTrace[], trace: DatasetTrace): void {
  const at = losses.findIndex(({ points }) => compareDecimals(points.atLeast, trace.points.atLeast) > 0)
  losses.splice(at === -1 ? losses.length : at, 0, trace)
  if (losses.length > MAX_LOSSES) losses.pop()
}

function notesOn(awards: Omit<Awards, 'notes'>, { settings, votes }: AwardInputs): Note[] {
  const { gold, claims, progress, popularity } = awards
  const note = (when: boolean, code: Note['code'], data: Note['data'] = {}): Note[] =>
    when ? [{ code, data }] : []
  const { maxViews, maxDownloads } = settings.popularity ?? {}
  return [
    ...note(gold.groups.length + gold.apart.length === 0, 'no-datasets'),
    ...note(
      gold.groups.some(({ division }) => division === null),
      'no-threshold',
    ),
    ...note(tied(awards), 'ties'),
    ...note(claims === null, 'no-claims'),
    ...note(progress !== null && settings.previousBonus === undefined, 'no-previous-bonus'),
    ...note(popularity !== null && (maxViews === undefined || maxDownloads === undefined), 'own-maximum'),
    ...note(unrated(popularity?.datasets ?? []), 'no-ratings'),
    ...note(votes !== undefined && !sameJudges(votes.cases), 'judges-differ'),
  ]
}

function tied({ gold, popularity, application }: Omit<Awards, 'notes'>): boolean {
  const among = gold.groups.some(({ bodies }) =>
    bodies.some(({ tied, award }) => tied.length > 0 && award !== 'impossible'),
  )
  const winners = popularity?.datasets.filter(({ award }) => award === 'certain').length ?? 0
  const cases = application?.cases.filter(({ award }) => award).length ?? 0
  return among || winners > (popularity?.places ?? 0) || cases > (application?.places ?? 0)
}

const unrated = (datasets: readonly PopularDataset[]): boolean =>
  datasets.length > 0 && datasets.every(({ rating }) => rating === null)
