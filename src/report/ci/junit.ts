import type { Outcome } from '../../core/badge.ts'
import type { DatasetRecord, RuleText } from '../../core/ledger.ts'
import type { Localised } from '../../core/localised.ts'
import { type Caveat, caveats } from '../caveats.ts'
import { rulesById } from '../messages.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import { datasetName, inert, type Occurrence, occurrencesIn } from './occurrences.ts'

const KNOWN: Localised = { 'zh-TW': '基準檔已接受', en: 'accepted by the baseline' }

/** Also inside CDATA-free text: `]]>` needs its `>` escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')

interface Case {
  readonly rule: string
  readonly claim: string
  readonly where: string
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped'
  readonly found: readonly Occurrence[]
}

/**
 * JUnit as Jenkins' xUnit plug-in and GitLab read it: a suite for each dataset, a case for each rule that applied.
 * What could not be judged is skipped with its reason, for it is neither good nor bad; a rule that crashed is an error.
 */
export async function* junit(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const rules = rulesById(ledger.header.rules)
  const total = { tests: 0, failures: 0, errors: 0, skipped: 0 }
  for await (const record of ledger.records()) {
    if (record.kind !== 'dataset') continue
    const counts = countsOf(casesOf(record, rules, options))
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[key]
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<testsuites name="odbadge" tests="${total.tests}" failures="${total.failures}" errors="${total.errors}">\n`
  yield* caveats(ledger, options.language).map(properties)
  for await (const record of ledger.records())
    if (record.kind === 'dataset') yield suite(record, rules, options)
  yield '</testsuites>\n'
}

/** A suite of its own, for there is no place for the whole and each dataset's would repeat them. */
function properties({ kind, title, texts }: Caveat): string {
  const lines = texts.map((text, at) => `<property name="${kind}.${at + 1}" value="${escaped(text)}"/>\n`)
  const head = `name="${escaped(title)}" tests="0" failures="0" errors="0" skipped="0"`
  return `<testsuite ${head} time="0.000">\n<properties>\n${lines.join('')}</properties>\n</testsuite>\n`
}

function suite(record: DatasetRecord, rules: ReadonlyMap<string, RuleText>, options: WriterOptions): string {
  const cases = casesOf(record, rules, options)
  const { tests, failures, errors, skipped } = countsOf(cases)
  const seconds = record.resources.reduce((sum, { link }) => sum + link.elapsed, 0) / 1_000
  const name = datasetName(record) ?? inert(record.id, 500)
  const head = `name="${escaped(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`
  const lines = cases.map((each) => testCase(each, options))
  return `<testsuite ${head} time="${seconds.toFixed(3)}">\n${lines.join('')}</testsuite>\n`
}

function testCase({ rule, claim, where, verdict, found }: Case, { language }: WriterOptions): string {
  const head = `<testcase classname="${escaped(where)}" name="${escaped(`${claim} (${inert(rule, 200)})`)}"`
  const lines = found.map(({ message, remedy, known }) =>
    [known ? `[${KNOWN[language]}] ${message}` : message, remedy && `→ ${remedy}`].filter(Boolean).join('\n'),
  )
  if (lines.length === 0) return `${head}/>\n`
  const text = escaped(lines.join('\n'))
  if (verdict === 'passed') return `${head}><system-out>${text}</system-out></testcase>\n`
  const [first] = found
  const message = `message="${escaped(first?.message ?? '')}"`
  return `${head}><${verdict} type="${escaped(first?.messageId ?? '')}" ${message}>${text}</${verdict}></testcase>\n`
}

function countsOf(cases: readonly Case[]) {
  const count = (verdict: Case['verdict']) => cases.filter((each) => each.verdict === verdict).length
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}

function casesOf(
  record: DatasetRecord,
  rules: ReadonlyMap<string, RuleText>,
  options: WriterOptions,
): readonly Case[] {
  const found = [...occurrencesIn(record, rules, options)]
  const about = [...record.resources.map((resource) => ({ resource, outcomes: resource.outcomes }))]
  return [...about, { resource: undefined, outcomes: record.outcomes }].flatMap(({ resource, outcomes }) => {
    const own = found.filter((each) => each.resource === resource)
    const where = inert(resource?.url ?? record.id, 500)
    // A ledger of another program may hold findings of rules it says nothing else about.
    const answers = new Map<string, Outcome>(Object.entries(outcomes))
    for (const { finding } of own) if (!answers.has(finding.rule)) answers.set(finding.rule, finding.outcome)
    return [...answers].flatMap(([rule, outcome]) => {
      if (outcome === 'not-applicable') return []
      const findings = own.filter((each) => each.finding.rule === rule)
      const claim = inert(rules.get(rule)?.claim[options.language] ?? rule, 200)
      return [{ rule, claim, where, verdict: verdictOf(outcome, findings), found: findings }]
    })
  })
}

function verdictOf(outcome: Outcome, found: readonly Occurrence[]): Case['verdict'] {
  if (found.some(({ crashed }) => crashed)) return 'error'
  if (outcome === 'unknown') return 'skipped'
  if (outcome !== 'fail') return 'passed'
  const failures = found.filter(({ weight }) => weight === 'blocking')
  return failures.length > 0 && failures.every(({ known }) => known) ? 'passed' : 'failure'
}
