import {
  asWritten,
  findingsOf,
  isAddress,
  type Locate,
  scopeOf,
  stableFingerprint,
} from '../../core/baseline.ts'
import type { Finding } from '../../core/finding.ts'
import { formatKind } from '../../core/format.ts'
import type { DatasetRecord, ResourceRecord, RuleText } from '../../core/ledger.ts'
import { printable } from '../columns.ts'
import { describeFinding, rulesById } from '../messages.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import { placeText, type Weight, weightOf } from '../words.ts'

/** A finding as other programs want it: one problem, one place, one text. Texts are one harmless line each. */
export interface Occurrence {
  readonly record: DatasetRecord
  readonly resource: ResourceRecord | undefined
  readonly finding: Finding
  readonly weight: Weight
  readonly crashed: boolean
  /** Accepted by the baseline. */
  readonly known: boolean
  readonly target: Target
  readonly rule: string
  readonly messageId: string
  readonly title: string
  /** With the place, as far as line and column do not tell it. */
  readonly message: string
  readonly remedy: string
  readonly fingerprint: string
}

/** A file of the repository or an address; `line` and `column` are from 1, of characters. */
export interface Target {
  readonly path?: string
  readonly url?: string
  readonly line?: number
  readonly column?: number
}

const MAX_TEXT = 1_000

/** One harmless line of at most `max` characters. */
export const inert = (text: string, max = MAX_TEXT): string => {
  const line = printable(text).trim()
  return line.length <= max ? line : `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

export function targetOf(
  record: DatasetRecord,
  resource: ResourceRecord | undefined,
  locate: Locate = asWritten,
): Target {
  const { url } = resource ?? record.resources[0] ?? { url: record.id }
  return isAddress(url) ? { url } : { path: locate(url) }
}

/** Only delimited text has its rows on lines; a file inside another has no line of the outer one. */
function lineOf({ at }: Finding, resource: ResourceRecord | undefined): Pick<Target, 'line' | 'column'> {
  if (!at || at.member !== undefined || at.sheet !== undefined || at.cell !== undefined) return {}
  const { detected } = resource?.format ?? { detected: null }
  const rows = detected === 'csv' || detected === 'tsv'
  const line = at.line ?? (rows ? at.row : undefined)
  if (line === undefined || (detected !== null && formatKind(detected) === 'workbook')) return {}
  // In a table, the column is that of the field.
  const character = at.row === undefined && !rows ? at.column : undefined
  return { line, ...(character !== undefined && { column: character }) }
}

export function occurrenceOf(
  record: DatasetRecord,
  resource: ResourceRecord | undefined,
  finding: Finding,
  rules: ReadonlyMap<string, RuleText>,
  { language, locate }: WriterOptions,
): Omit<Occurrence, 'known'> {
  const { message, remedy } = describeFinding(finding, rules, language)
  const place = placeText(finding.at, language)
  return {
    record,
    resource,
    finding,
    weight: weightOf(finding),
    crashed: finding.messageId === 'rule-crashed',
    target: { ...targetOf(record, resource, locate), ...lineOf(finding, resource) },
    rule: inert(finding.rule, 200),
    messageId: inert(finding.messageId, 200),
    title: inert(rules.get(finding.rule)?.claim[language] ?? finding.rule, 200),
    message: inert(place === '' ? message : `${place}${language === 'en' ? ': ' : '：'}${message}`),
    remedy: inert(remedy),
    fingerprint: stableFingerprint(scopeOf(record, resource, locate), finding),
  }
}

export function* occurrencesIn(
  record: DatasetRecord,
  rules: ReadonlyMap<string, RuleText>,
  options: WriterOptions,
): Generator<Occurrence> {
  const accepted = options.known?.(record)
  for (const { resource, finding } of findingsOf(record))
    yield {
      ...occurrenceOf(record, resource, finding, rules, options),
      known: accepted?.has(finding) ?? false,
    }
}

/** Of the whole ledger; a pass over it each time. */
export async function* occurrences(ledger: LedgerView, options: WriterOptions): AsyncGenerator<Occurrence> {
  const rules = rulesById(ledger.header.rules)
  for await (const record of ledger.records())
    if (record.kind === 'dataset') yield* occurrencesIn(record, rules, options)
}

/** What a dataset is called where its file or address does not already say it. */
export const datasetName = ({ id, title, resources }: DatasetRecord): string | undefined =>
  resources.some(({ url }) => url === id) ? undefined : inert(`${title}（${id}）`, 200)

/** Relative and absolute references that any reader of URIs takes; a scheme of ours alone makes an address. */
export function uriOf({ url, path }: Target): string {
  if (url !== undefined) return URL.canParse(url) ? addressOf(new URL(url)) : encodedPart(url)
  const parts = (path ?? '').split('/').map(encodedPart)
  return parts[0] === '' && parts.length > 1 ? `file://${parts.join('/')}` : parts.join('/')
}

const encodedPart = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))

/** Browsers let more stand in an address than RFC 3986 does. */
function addressOf({ protocol, host, pathname, search, hash }: URL): string {
  const strict = (text: string) =>
    text.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w\-.~:/?@!$&'()*+,;=%]/g, encodeURIComponent)
  return `${protocol}//${host}${strict(pathname)}${strict(search)}${hash && `#${strict(hash.slice(1))}`}`
}
