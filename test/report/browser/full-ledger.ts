import { readFileSync } from 'node:fs'
import { RULES } from '../../../rules/index.ts'
import type { Analysis } from '../../../src/core/analysis.ts'
import type { CatalogueProblem } from '../../../src/core/catalogue.ts'
import type { DatasetRecord, LedgerHeader, LedgerLine, PolitenessRecord } from '../../../src/core/ledger.ts'
import { writers } from '../../../src/report/index.ts'
import type { LedgerView } from '../../../src/report/view.ts'
import { analyse, createSummary, effortsWith, loadProfile, trend } from '../../../src/score/index.ts'
import { problems, datasets as sample, written } from '../sample-ledger.ts'

const profile = loadProfile('measure-2017')

const demo = readFileSync(new URL('../../../reports/sample/ledger.ndjson', import.meta.url), 'utf8')
const lines = demo
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as LedgerLine)
const of = <Kind extends LedgerLine['kind']>(kind: Kind) =>
  lines.filter((line): line is Extract<LedgerLine, { kind: Kind }> => line.kind === kind)
const header: LedgerHeader = {
  ...of('header')[0]!,
  deviations: [{ kind: 'contact', agency: '<b>某機關</b>' }],
}
const allProblems: readonly CatalogueProblem[] = [...of('catalogue-problem'), ...problems]

/** What strangers may write into a catalogue. */
export const HOSTILE_TITLES = [
  '<script>document.title = "hit"</script>',
  '</script><script>document.title = "hit"</script>',
  '\u202e\u2066bidi\u202d\u200f',
  `${'長'.repeat(10_000)}`,
  '=HYPERLINK("http://evil.example","x")',
  "+cmd|' /C calc'!A0",
  '\u001b[2J\u001b[31mANSI\u0007',
  '<img src=x onerror="document.title = 1">',
] as const

const hostile = HOSTILE_TITLES.map((title, at): DatasetRecord => {
  const last = sample.at(-1)!
  return {
    ...last,
    id: `hostile ${at}/#?%&${title.slice(0, 20)}`,
    title,
    publisher: title,
    fields: title,
    portal: { badge: title, comparison: { agreement: 'portal-unknown', because: [] } },
    contact: { name: title },
    resources: last.resources.map((resource) => ({ ...resource, description: title })),
  }
})

/** The demo's, those made by hand and the hostile ones. */
export const datasets: readonly DatasetRecord[] = [...hostile, ...sample, ...of('dataset')]

const politeness: PolitenessRecord = {
  kind: 'politeness',
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-01-01T00:09:00.000Z',
  hosts: [
    {
      host: 'data.example',
      requests: 1234,
      maxConcurrent: 2,
      minSpacingMs: 501.4,
      backOffs: 3,
      retryAfterObeyed: 1,
      failures: 7,
    },
  ],
}

export async function ledgerOf(records: readonly DatasetRecord[]) {
  const lines: LedgerLine[] = [...records, ...allProblems, politeness]
  const summary = createSummary(profile)
  for (const line of lines) summary.add(line)
  const view: LedgerView = {
    header,
    summary: summary.finish(),
    finishedAt: '2026-01-01T00:10:00.000Z',
    async *records() {
      for (const line of lines) if (line.kind !== 'header' && line.kind !== 'footer') yield line
    },
  }
  return view
}

/** With an earlier ledger, so that there is a trend. */
export async function analysisOf(view: LedgerView, records: readonly DatasetRecord[]): Promise<Analysis> {
  const mark = (now: string) => ({
    mark: {
      program: header.program,
      startedAt: now,
      now,
      profile: profile.id,
      datasets: view.summary.datasets,
      badges: view.summary,
    },
    summary: view.summary,
  })
  const scopes = new Map(RULES.map(({ id, about }) => [id as string, about]))
  return analyse(view, records, {
    profile,
    scopes,
    efforts: effortsWith(),
    trend: trend([mark('2025-06-01T00:00:00.000Z'), mark(header.now)]),
  })
}

/** The report with every view filled, hostile texts in all of them. */
export async function fullReport() {
  const view = await ledgerOf(datasets)
  const analysis = await analysisOf(view, datasets)
  const html = await written(
    writers.html(view, { language: 'zh-TW', analysis, rulePages: 'https://rules.example/' }),
  )
  return { view, analysis, html }
}
