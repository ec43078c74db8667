import { BADGES, INDICATORS, OUTCOMES } from '../core/badge.ts'
import type { Body, BodySummary, DatasetRecord, LedgerLine, Summary } from '../core/ledger.ts'
import { bonus, compareDecimals, score } from './decimal.ts'
import { createPortalSummary } from './portal-summary.ts'
import type { Profile } from './profile.ts'

/** Confirmed API 加分 per body id. */
export type ConfirmedApis = ReadonlyMap<string, number>

export interface SummaryBuilder {
  /** Counts a dataset, its badges, what its rules found and the crashes its findings tell of; and rows of the catalogue that could not become one. */
  add(line: LedgerLine): void
  finish(): Summary
}

const GROUPS: readonly Body['group'][] = ['central', 'local', 'outside', 'unmapped']

/** Adds datasets up as they pass; what it keeps grows with the bodies and the rules, not with the datasets. */
export function createSummary(profile: Profile, confirmed: ConfirmedApis = new Map()): SummaryBuilder {
  const total = createTally()
  const bodies = new Map<string, { readonly body: Body; readonly tally: Tally }>()
  const indicators = zeros(INDICATORS, () => zeros(OUTCOMES, () => 0))
  const portal = createPortalSummary()
  const rules = new Map<string, { datasets: number; resources: number }>()
  let resources = 0
  let catalogueProblems = 0
  let crashes = 0

  return {
    add(record) {
      if (record.kind === 'catalogue-problem') catalogueProblems++
      if (record.kind !== 'dataset') return
      const { body } = record
      const known = bodies.get(body.id) ?? { body, tally: createTally() }
      bodies.set(body.id, known)
      for (const tally of [total, known.tally]) count(tally, record)
      for (const indicator of INDICATORS) indicators[indicator][record.indicators[indicator]]++
      for (const [rule, failing] of failures(record)) {
        const sum = rules.get(rule) ?? { datasets: 0, resources: 0 }
        rules.set(rule, { datasets: sum.datasets + 1, resources: sum.resources + failing })
      }
      resources += record.resources.length
      crashes += crashesIn(record)
      portal.add(record)
    },
    finish: () => {
      const compared = portal.finish()
      return {
        datasets: total.datasets,
        resources,
        atLeast: { ...total.atLeast },
        atMost: { ...total.atMost },
        indicators: structuredClone(indicators),
        rules: [...rules]
          .map(([rule, sum]) => ({ rule, ...sum }))
          .sort(
            (a, b) => b.datasets - a.datasets || b.resources - a.resources || compareText(a.rule, b.rule),
          ),
        bodies: [...bodies.values()]
          .map(({ body, tally }) => bodySummary(body, tally, profile, confirmed.get(body.id) ?? 0))
          .sort(compareBodies),
        catalogueProblems,
        ...(compared && { portal: compared }),
        crashes,
      }
    },
  }
}

/** The summary of a whole ledger, its own footer disregarded. */
export async function summarise(
  lines: Iterable<LedgerLine> | AsyncIterable<LedgerLine>,
  profile: Profile,
  confirmed?: ConfirmedApis,
): Promise<Summary> {
  const summary = createSummary(profile, confirmed)
  for await (const line of lines) summary.add(line)
  return summary.finish()
}

type Tally = ReturnType<typeof createTally>

const createTally = () => ({
  datasets: 0,
  atLeast: zeros(BADGES, () => 0),
  atMost: zeros(BADGES, () => 0),
})

function count(tally: Tally, { badge }: DatasetRecord): void {
  tally.datasets++
  tally.atLeast[badge.atLeast]++
  tally.atMost[badge.atMost]++
}

/** Rules the dataset fails, with the number of its resources that do: 0 for a rule about the whole. */
function failures(record: DatasetRecord): Map<string, number> {
  const failing = new Map<string, number>()
  for (const [rule, outcome] of Object.entries(record.outcomes)) if (outcome === 'fail') failing.set(rule, 0)
  for (const resource of record.resources)
    for (const [rule, outcome] of Object.entries(resource.outcomes))
      if (outcome === 'fail') failing.set(rule, (failing.get(rule) ?? 0) + 1)
  return failing
}

const crashesIn = (record: DatasetRecord): number =>
  [record, ...record.resources]
    .flatMap(({ findings }) => findings)
    .filter(({ messageId, outcome }) => outcome === 'unknown' && messageId === 'rule-crashed').length

function bodySummary(body: Body, tally: Tally, profile: Profile, confirmedApis: number): BodySummary {
  const { datasets, atLeast, atMost } = tally
  return {
    body,
    datasets,
    atLeast: { ...atLeast },
    atMost: { ...atMost },
    score: {
      atLeast: score(atLeast, datasets, profile, confirmedApis),
      atMost: score(atMost, datasets, profile, confirmedApis),
    },
    bonus: bonus(profile, confirmedApis),
  }
}

/** By code unit: a locale's order depends on the machine. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareBodies = (a: BodySummary, b: BodySummary): number =>
  GROUPS.indexOf(a.body.group) - GROUPS.indexOf(b.body.group) ||
  compareDecimals(b.score.atLeast, a.score.atLeast) ||
  compareDecimals(b.score.atMost, a.score.atMost) ||
  compareText(a.body.name, b.body.name)

const zeros = <const Key extends string, Value>(keys: readonly Key[], value: () => Value) =>
  Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>
