import type { Content } from './artifacts.ts'
import type { IndicatorOutcomes, Outcome } from './badge.ts'
import type { CatalogueProblem, Dataset, Resource } from './catalogue.ts'
import type { Attempt, Exchange, FetchFailure } from './exchange.ts'
import { headerOf } from './header.ts'
import type { Verdict } from './judge.ts'
import type { Judged, JudgedPart } from './judge-parts.ts'
import type { DatasetRecord, PartRecord, PortalRecord, ResourceRecord, RuleText } from './ledger.ts'
import { linkedDataOf } from './linked-data.ts'
import { newestPeriod } from './newest.ts'
import { looseRows } from './notes.ts'
import type { AnyRule, Subject } from './rule.ts'
import { hideSecrets } from './secrets.ts'

/** What the ledger keeps of one resource: claims beside facts, and every verdict; no keys or passwords. */
export function resourceRecord(
  judged: Judged,
  exchange: Exchange,
  indicatorsOf: (verdicts: readonly Verdict[]) => IndicatorOutcomes,
): ResourceRecord {
  const { resource } = judged.subject
  const { detected, encoding, bom, size, sha256, apiDocument, table, linked } = factsOf(judged)
  return {
    id: resource.id,
    url: hideSecrets(resource.url),
    ...(resource.description !== undefined && { description: hideSecrets(resource.description) }),
    ...(resource.fields !== undefined && { fields: resource.fields }),
    ...(resource.modified !== undefined && { modified: resource.modified }),
    format: { declared: claimed(resource.format), detected },
    encoding: { declared: claimed(resource.encoding), detected: encoding, bom },
    size,
    sha256,
    ...(apiDocument && { apiDocument }),
    ...(table && { table }),
    ...(linked && { linked }),
    ...partRecords(judged, indicatorsOf, { left: MAX_PARTS }),
    link: linkRecord(exchange),
    indicators: indicatorsOf(judged.verdicts),
    ...verdictRecord(judged.verdicts),
  }
}

function factsOf({ content, subject }: Judged) {
  const bytes = content.bytes.seen ? content.bytes.value : undefined
  const text = content.text.seen ? content.text.value : undefined
  return {
    detected: bytes?.format ?? null,
    encoding: text?.encoding ?? null,
    bom: text ? text.bom !== null : null,
    size: bytes?.size ?? null,
    sha256: bytes?.sha256 ?? null,
    apiDocument: bytes?.apiDocument,
    table: tableSize(content, subject),
    linked: linkedDataOf(content),
  }
}

/** Parts shown of one resource, those of nested archives included; the rest is counted. */
const MAX_PARTS = 200

function partRecords(
  { parts, content }: Judged,
  indicatorsOf: (verdicts: readonly Verdict[]) => IndicatorOutcomes,
  room: { left: number },
): Pick<PartRecord, 'members' | 'sheets'> {
  const taken = (names: readonly JudgedPart[]): PartRecord[] => {
    const shown = names.slice(0, room.left)
    room.left -= shown.length
    return shown.map((part) => {
      const { detected, encoding, bom, size, table, linked } = factsOf(part)
      return {
        name: part.member ?? part.sheet ?? '',
        format: detected,
        encoding,
        bom,
        size,
        ...(table && { table }),
        ...(linked && { linked }),
        indicators: indicatorsOf(part.verdicts),
        ...partRecords(part, indicatorsOf, room),
      }
    })
  }
  const members = parts.filter(({ member }) => member !== undefined)
  const sheets = parts.filter(({ sheet }) => sheet !== undefined)
  const listed = content.archive.seen ? content.archive.value.members : undefined
  const judged = new Set(sheets.map(({ sheet }) => sheet))
  const unjudged = content.workbook.seen
    ? content.workbook.value.sheets.first.map(({ name }) => name).filter((name) => !judged.has(name))
    : undefined
  return {
    ...((members.length > 0 || listed) && {
      members: {
        count: members.length,
        first: taken(members),
        ...(listed && {
          others: listed.first.filter(({ role }) => role === 'other').map(({ name }) => name),
        }),
      },
    }),
    ...((sheets.length > 0 || unjudged) && {
      sheets: { count: sheets.length, first: taken(sheets), ...(unjudged && { others: unjudged }) },
    }),
  }
}

const claimed = (value: Resource['format']): string | null =>
  value === undefined || value === '' ? null : value

function linkRecord(exchange: Exchange): ResourceRecord['link'] {
  const { failure, attempts, certificates, contentType, contentLength } = exchange
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
    ...(exchange.certificateExpires !== undefined && { certificateExpires: exchange.certificateExpires }),
    ...(attempts && attempts.length > 1 && { attempts: attempts.map(attemptRecord) }),
    ...(exchange.history && { history: exchange.history }),
    at: exchange.at,
    elapsed: exchange.elapsed,
    ...(exchange.lastModified !== undefined && { lastModified: exchange.lastModified }),
    ...(contentType !== undefined && { contentType }),
    ...(contentLength !== undefined && { contentLength }),
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

/** How long the passes of a dataset's rules hold, of those that know: the first resource to lose one decides. */
export function holdsUntilRecord(verdicts: readonly Verdict[]): Pick<DatasetRecord, 'holdsUntil'> {
  const known: Record<string, string> = {}
  for (const { rule, holdsUntil } of verdicts)
    if (holdsUntil !== undefined && holdsUntil < (known[rule] ?? '9')) known[rule] = holdsUntil
  return Object.keys(known).length > 0 ? { holdsUntil: known } : {}
}

/** Names shown in the ledger; a record of 200,000 columns must not become a line of megabytes. */
const MAX_NAMES = 2_000

function tableSize(observed: Content, subject: Subject): ResourceRecord['table'] {
  if (observed.table.seen) {
    const table = observed.table.value
    const header = headerOf(table, subject)
    const { names, lastRow } = header
    const filled = table.rows - table.blankRows - table.trailing.rows
    const above = table.head.filter(({ row }) => row <= lastRow).length
    const columns = names.length || (table.widths[0]?.width ?? 0)
    // What was not read may be newer.
    const newest = observed.table.whole ? newestPeriod(table.periods, header, subject.now) : undefined
    return {
      header: names.slice(0, MAX_NAMES).map((name) => name.trim()),
      columns,
      rows: Math.max(0, filled - above - looseRows(table, header).length),
      ...(newest && { newest }),
    }
  }
  const records = observed.tree.seen ? observed.tree.value.records : undefined
  if (!records) return undefined
  const names = records.fields.map(({ name }) => name)
  const periods = observed.tree.seen && observed.tree.whole ? records.periods : undefined
  const newest = periods && newestPeriod(periods, { names, lastRow: 0 }, subject.now)
  return {
    header: names.slice(0, MAX_NAMES),
    columns: names.length,
    rows: records.count,
    ...(newest && { newest }),
  }
}

/** Undefined when the portal says nothing. */
export function portalRecord({
  portalBadge: badge,
  views,
  downloads,
  rating,
}: Dataset): PortalRecord | undefined {
  const record: PortalRecord = {
    ...(badge !== undefined && { badge }),
    ...(views !== undefined && { views }),
    ...(downloads !== undefined && { downloads }),
    ...(rating !== undefined && { rating }),
  }
  return Object.keys(record).length > 0 ? record : undefined
}

export const problemRecord = (problem: CatalogueProblem): CatalogueProblem => ({
  ...problem,
  source: hideSecrets(problem.source),
  detail: hideSecrets(problem.detail),
  ...(problem.english !== undefined && { english: hideSecrets(problem.english) }),
})

export const ruleText = ({ id, indicator, severity, claim, messages }: AnyRule): RuleText => ({
  id,
  indicator,
  severity,
  claim,
  messages,
})
