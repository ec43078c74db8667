import { type CatalogueProblem, problemText } from '../core/catalogue.ts'
import { deviationText } from '../core/deviation.ts'
import type { Exceptions } from '../core/exceptions.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord, RuleText } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { jsonDocument } from './document.ts'
import { describeFinding, rulesById } from './messages.ts'
import { portalText } from './portal-text.ts'
import type { LedgerRecord, LedgerView, WriterOptions } from './view.ts'

/** Raised when `docs/schemas/report.schema.json` changes so that an older reader would misread a report. */
const REPORT_SCHEMA = 1

/** The ledger as one JSON document with every text in one language. */
export async function* json(
  ledger: LedgerView,
  { language, exceptions }: WriterOptions,
): AsyncGenerator<string> {
  const { program, startedAt, now, profile, selection, catalogue, rejudged, rules } = ledger.header
  const { deviations = [] } = ledger.header
  const texts = rulesById(rules)
  yield* jsonDocument(
    {
      schemaVersion: REPORT_SCHEMA,
      language,
      program,
      startedAt,
      finishedAt: ledger.finishedAt,
      ...(ledger.interrupted && { interrupted: true }),
      now,
      profile: {
        id: profile.id,
        title: profile.title[language],
        notes: profile.notes.map((note) => note[language]),
      },
      deviations: deviations.map((each) => ({ ...each, text: deviationText(each, language) })),
      ...(ledger.notes && { notes: ledger.notes.map((note) => note[language]) }),
      ...(rejudged && { rejudged }),
      selection,
      catalogue,
      summary: ledger.summary,
      rules: rules.map(({ id, indicator, severity, claim }) => ({
        id,
        indicator,
        severity,
        claim: claim[language],
      })),
    },
    {
      // A pass over the ledger each, instead of one that holds lists.
      catalogueProblems: only(ledger, (record) =>
        record.kind === 'catalogue-problem' ? problemIn(record, language) : undefined,
      ),
      politeness: only(ledger, (record) => (record.kind === 'politeness' ? record : undefined)),
      datasets: only(ledger, (record) =>
        record.kind === 'dataset' ? described(record, texts, language, exceptions) : undefined,
      ),
      // Last, when every finding has been seen.
      ...(exceptions && { exceptions: reports(exceptions) }),
    },
  )
}

/** In the report's language, like everything else in it. */
function problemIn(problem: CatalogueProblem, language: Language): CatalogueProblem {
  const { english: _, ...rest } = problem
  return { ...rest, detail: problemText(problem, language) }
}

async function* reports(exceptions: Exceptions) {
  yield* exceptions.reports()
}

async function* only<T>(ledger: LedgerView, pick: (record: LedgerRecord) => T | undefined) {
  for await (const record of ledger.records()) {
    const picked = pick(record)
    if (picked !== undefined) yield picked
  }
}

function described(
  record: DatasetRecord,
  texts: ReadonlyMap<string, RuleText>,
  language: Language,
  exceptions: Exceptions | undefined,
) {
  const inWords = (finding: Finding) => {
    const [position] = exceptions?.about(record, finding) ?? []
    return {
      ...finding,
      ...describeFinding(finding, texts, language),
      ...(exceptions && position !== undefined && { exception: exceptions.note(position) }),
    }
  }
  const { portal } = record
  const text = portalText(record, texts, language)
  return {
    ...record,
    ...(portal?.comparison && { portal: { ...portal, comparison: { ...portal.comparison, text } } }),
    findings: record.findings.map(inWords),
    resources: record.resources.map((resource) => ({
      ...resource,
      findings: resource.findings.map(inWords),
    })),
  }
}
