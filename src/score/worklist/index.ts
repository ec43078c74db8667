import type { Badge, BadgeInterval } from '../../core/badge.ts'
import type { DatasetRecord, LedgerHeader, LedgerLine } from '../../core/ledger.ts'
import type { Gain, Person, WorkCounts, WorkItem, Worklist } from '../../core/worklist.ts'
import { exactText, millionths } from '../fraction.ts'
import { contactOf, createCauses } from '../plan/causes.ts'
import { createCondenser } from '../plan/condensed.ts'
import { planDataset } from '../plan/dataset-plan.ts'
import { type Efforts, effortsWith } from '../plan/effort.ts'
import type { Profile } from '../profile.ts'
import type { Scopes } from '../rejudge.ts'
import { type FirstSeen, kindOf, rowsOf } from './items.ts'

export interface WorklistOptions {
  readonly profile: Profile
  readonly scopes: Scopes
  readonly efforts?: Efforts
  readonly firstSeen?: FirstSeen
}

type Counting = { -readonly [Key in keyof WorkCounts]: WorkCounts[Key] }

/**
 * What is to be done, by whom, and what it brings. The ledger is read once now and once for each reading of the
 * items; what is kept grows with the contacts and the causes, not with the findings.
 */
export async function createWorklist(
  header: Pick<LedgerHeader, 'rules'>,
  lines: () => AsyncIterable<LedgerLine>,
  options: WorklistOptions,
): Promise<Worklist> {
  const { firstSeen = () => undefined } = options
  const counts = nothing()
  const people = new Map<string, Person & Counting>()
  const datasets = new Map<string, number>()
  for await (const line of lines()) {
    if (line.kind !== 'dataset') continue
    datasets.set(line.body.id, (datasets.get(line.body.id) ?? 0) + 1)
    const rows = rowsOf(line, firstSeen)
    if (rows.length === 0) continue
    const id = personOf(line)
    const person = people.get(id) ?? { ...nothing(), id, ...whois(line) }
    people.set(id, person)
    for (const sum of [counts, person]) {
      sum.datasets++
      sum.rows += rows.length
      for (const { finding, findings } of rows) sum[kindOf(finding)] += findings
    }
  }
  return {
    counts,
    people: [...people.values()].sort(
      (a, b) => b.blocking - a.blocking || b.rows - a.rows || (a.id < b.id ? -1 : 1),
    ),
    async *items() {
      const gainOf = gains(header, datasets, options)
      for await (const line of lines()) if (line.kind === 'dataset') yield* itemsOf(line, gainOf, firstSeen)
    },
  }
}

function* itemsOf(
  record: DatasetRecord,
  gainOf: (record: DatasetRecord) => Gained,
  firstSeen: FirstSeen,
): Generator<WorkItem> {
  const rows = rowsOf(record, firstSeen)
  if (rows.length === 0) return
  const { id, title, badge, publisher, body, contact = {} } = record
  const { gain, isNext } = gainOf(record)
  const person = personOf(record)
  for (const row of rows)
    yield {
      person,
      body,
      publisher,
      contact,
      dataset: { id, title, badge },
      gain,
      next: isNext(row.finding.rule, row.finding.messageId),
      ...row,
    }
}

interface Gained {
  readonly gain: Gain
  isNext(rule: string, messageId: string): boolean
}

function gains(
  { rules }: Pick<LedgerHeader, 'rules'>,
  datasets: ReadonlyMap<string, number>,
  { profile, scopes, efforts = effortsWith() }: WorklistOptions,
): (record: DatasetRecord) => Gained {
  const causes = createCauses(rules, efforts)
  const { condense, badgeWith } = createCondenser(profile, causes, scopes)
  const pointsOf = (badge: Badge): bigint => (badge === 'none' ? 0n : millionths(profile.weights[badge]))
  const gain = (before: BadgeInterval, badge: BadgeInterval, body: string): Gain => {
    const points = pointsOf(badge.atLeast) - pointsOf(before.atLeast)
    const all = BigInt(datasets.get(body) ?? 1)
    return { badge, points: exactText(points), score: exactText((200n * points + all) / (2n * all)) }
  }
  return (record) => {
    if (record.badge.atLeast === 'gold')
      return { gain: gain(record.badge, record.badge, record.body.id), isNext: () => false }
    const condensed = condense(record, () => [])
    const { fixes } = planDataset(condensed, causes.all, badgeWith)
    // A ledger that lacks rules of this profile is judged with them, before and after.
    return {
      gain: gain(
        condensed.badge,
        badgeWith(condensed, () => true),
        record.body.id,
      ),
      isNext: (rule, messageId) => fixes.some((fix) => fix.rule === rule && fix.messageId === messageId),
    }
  }
}

const nothing = (): Counting => ({ datasets: 0, rows: 0, blocking: 0, advice: 0, unknown: 0 })

export const personOf = (record: DatasetRecord): string => `${record.body.id}\n${contactOf(record)}`

export function whois({ body, publisher, contact }: DatasetRecord): Pick<Person, 'body' | 'name' | 'phone'> {
  const { name, phone } = contact ?? {}
  return { body, name: name || publisher, ...(phone && { phone }) }
}
