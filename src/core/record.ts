import type { ObservedArtifacts } from './artifacts.ts'
import type { IndicatorOutcomes, Outcome } from './badge.ts'
import type { CatalogueProblem, Resource } from './catalogue.ts'
import type { Attempt, Exchange, FetchFailure } from './exchange.ts'
import { headerOf } from './header.ts'
import type { Verdict } from './judge.ts'
import type { DatasetRecord, ResourceRecord, RuleText } from './ledger.ts'
import { noteRows } from './notes.ts'
import type { AnyRule, Subject } from './rule.ts'
import { hideSecrets } from './secrets.ts'

/** What the ledger keeps of one resource: claims beside facts, and every verdict; no keys or passwords. */
export function resourceRecord(
  subject: Subject,
  exchange: Exchange,
  observed: ObservedArtifacts,
  verdicts: readonly Verdict[],
  indicators: IndicatorOutcomes,
): ResourceRecord {
  const { resource } = subject
  const bytes = observed.bytes.seen ? observed.bytes.value : undefined
  const text = observed.text.seen ? observed.text.value : undefined
  const table = tableSize(observed, subject)
  return {
    id: resource.id,
    url: hideSecrets(resource.url),
    ...(resource.description !== undefined && { description: hideSecrets(resource.description) }),
    format: { declared: claimed(resource.format), detected: bytes?.format ?? null },
    encoding: {
      declared: claimed(resource.encoding),
      detected: text?.encoding ?? null,
      bom: text ? text.bom !== null : null,
    },
    size: bytes?.size ?? null,
    sha256: bytes?.sha256 ?? null,
    ...(table && { table }),
    link: linkRecord(exchange),
    indicators,
    ...verdictRecord(verdicts),
  }
}

const claimed = (value: Resource['format']): string | null =>
  value === undefined || value === '' ? null : value

function linkRecord(exchange: Exchange): ResourceRecord['link'] {
  const { failure, attempts, certificates } = exchange
  return {
    status: exchange.status ?? null,
    finalUrl: hideSecrets(exchange.finalUrl),
    hops: exchange.hops.map(({ url, status, location }) => ({
      url: hideSecrets(url),
      status,
      location: hideSecrets(location),
    })),
    ...(exchange.unchanged && { unchanged: true }),
    ...(failure && { failure: failureRecord(failure) }),
    ...(certificates && { certificates }),
    ...(attempts && attempts.length > 1 && { attempts: attempts.map(attemptRecord) }),
    ...(exchange.history && { history: exchange.history }),
    at: exchange.at,
    elapsed: exchange.elapsed,
    ...(exchange.lastModified !== undefined && { lastModified: exchange.lastModified }),
  }
}

const failureRecord = (failure: FetchFailure): FetchFailure => ({
  ...failure,
  detail: hideSecrets(failure.detail),
})

const attemptRecord = (attempt: Attempt): Attempt =>
  attempt.failure ? { ...attempt, failure: failureRecord(attempt.failure) } : attempt

export function verdictRecord(verdicts: readonly Verdict[]): Pick<ResourceRecord, 'outcomes' | 'findings'> {
  return {
    outcomes: Object.fromEntries(verdicts.map(({ rule, outcome }): [string, Outcome] => [rule, outcome])),
    findings: verdicts.flatMap(({ findings }) => findings),
  }
}

/** How long the passes of a dataset's rules hold, of those that know. */
export function holdsUntilRecord(verdicts: readonly Verdict[]): Pick<DatasetRecord, 'holdsUntil'> {
  const known = verdicts.flatMap(({ rule, holdsUntil }) =>
    holdsUntil === undefined ? [] : [[rule, holdsUntil]],
  )
  return known.length > 0 ? { holdsUntil: Object.fromEntries(known) } : {}
}

/** Names shown in the ledger; a record of 200,000 columns must not become a line of megabytes. */
const MAX_NAMES = 2_000

function tableSize(observed: ObservedArtifacts, subject: Subject): ResourceRecord['table'] {
  if (observed.table.seen) {
    const table = observed.table.value
    const header = headerOf(table, subject)
    const { names, lastRow } = header
    const filled = table.rows - table.blankRows - table.trailing.rows
    const above = table.head.filter(({ row }) => row <= lastRow).length
    const columns = names.length || (table.widths[0]?.width ?? 0)
    return {
      header: names.slice(0, MAX_NAMES).map((name) => name.trim()),
      columns,
      rows: Math.max(0, filled - above - noteRows(table, header).length),
    }
  }
  const records = observed.tree.seen ? observed.tree.value.records : undefined
  return (
    records && {
      header: records.fields.slice(0, MAX_NAMES).map(({ name }) => name),
      columns: records.fields.length,
      rows: records.count,
    }
  )
}

export const problemRecord = (problem: CatalogueProblem): CatalogueProblem => ({
  ...problem,
  source: hideSecrets(problem.source),
  detail: hideSecrets(problem.detail),
})

export const ruleText = ({ id, indicator, severity, claim, messages }: AnyRule): RuleText => ({
  id,
  indicator,
  severity,
  claim,
  messages,
})
