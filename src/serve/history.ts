import type { BadgeInterval, IndicatorOutcomes } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'
import type { Body, DatasetRecord, RuleText } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { type Description, describeFinding, rulesById } from '../report/messages.ts'
import { readableRuns } from './asking.ts'
import type { ReadableRun } from './ledgers/run.ts'
import type { Shelf } from './ledgers/shelf.ts'
import { Refusal } from './refusal.ts'

export type SaidFinding = Pick<
  Finding,
  'rule' | 'messageId' | 'outcome' | 'severity' | 'fingerprint' | 'at'
> &
  Description & { readonly resource?: string }

/** A dataset as one run saw it. */
export interface Moment {
  readonly run: string
  readonly now: string
  readonly profile: string
  readonly title: string
  readonly publisher: string
  readonly body: Body
  readonly badge: BadgeInterval
  readonly indicators: IndicatorOutcomes
  readonly resources: number
  readonly findings: { readonly count: number; readonly first: readonly SaidFinding[] }
}

export interface History {
  readonly id: string
  /** Latest first. */
  readonly history: readonly Moment[]
}

/** Findings told of one dataset in one run; the rest is counted. */
const MAX_FINDINGS = 100

/** @throws {Refusal} 404 when no run knows the dataset, 503 while runs are being read. */
export async function historyOf(shelf: Shelf, id: string, language: Language): Promise<History> {
  const history: Moment[] = []
  for (const run of await readableRuns(shelf)) {
    const records = await recordsIn(shelf, run, id)
    if (records.length === 0) continue
    const { rules } = await shelf.header(run)
    const texts = rulesById(rules)
    for (const record of records)
      history.push(
        momentOf(
          record,
          { run: run.id, now: run.header.now, profile: run.header.profile.id },
          texts,
          language,
        ),
      )
  }
  if (history.length === 0) throw new Refusal(404, 'noDataset')
  return { id, history }
}

/** A ledger that proves damaged while it is read tells nothing; the list of runs says why. */
async function recordsIn(shelf: Shelf, run: ReadableRun, id: string): Promise<readonly DatasetRecord[]> {
  try {
    return await shelf.records(run, id)
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return []
    throw error
  }
}

function momentOf(
  record: DatasetRecord,
  run: Pick<Moment, 'run' | 'now' | 'profile'>,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): Moment {
  const { title, publisher, body, badge, indicators, resources } = record
  const all = [
    ...record.findings.map((finding) => ({ finding, resource: undefined })),
    ...resources.flatMap(({ url, findings }) => findings.map((finding) => ({ finding, resource: url }))),
  ].sort((a, b) => SERIOUS.indexOf(a.finding.outcome) - SERIOUS.indexOf(b.finding.outcome))
  return {
    ...run,
    title,
    publisher,
    body,
    badge,
    indicators,
    resources: resources.length,
    findings: {
      count: all.length,
      first: all.slice(0, MAX_FINDINGS).map(({ finding, resource }) => ({
        ...said(finding, rules, language),
        ...(resource !== undefined && { resource }),
      })),
    },
  }
}

const SERIOUS: readonly Finding['outcome'][] = ['fail', 'unknown', 'pass', 'not-applicable']

function said(finding: Finding, rules: ReadonlyMap<string, RuleText>, language: Language): SaidFinding {
  const { rule, messageId, outcome, severity, fingerprint, at } = finding
  return {
    rule,
    messageId,
    outcome,
    severity,
    fingerprint,
    ...(at && { at }),
    ...describeFinding(finding, rules, language),
  }
}
