import { ciWriters } from './ci/index.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import type { Writer } from './view.ts'

export { catalogueWriters } from './catalogue.ts'
export type { CheckFinding, CheckReport, CheckResult } from './check.ts'
export { cut, printable, printableLines } from './columns.ts'
export { compareJson, compareText, isComparison } from './compare.ts'
export { type FeedbackView, feedbackJson, feedbackText } from './feedback.ts'
export { findingsText } from './findings-text.ts'
export { fileNamer, letterWriters } from './letters/index.ts'
export { describeFinding, rulesById } from './messages.ts'
export { type PlanView, planJson, planText } from './plan.ts'
export { indexName, type RulePage, rulePageText, rulesIndexText } from './rule-pages.ts'
export { scoreJson } from './score/json.ts'
export { awardsText } from './score/text.ts'
export { selectionText } from './selection.ts'
export { summaryText } from './terminal.ts'
export type { LedgerRecord, LedgerView, Writer, WriterOptions } from './view.ts'
export { type WorklistView, worklistWriters } from './worklist/index.ts'
export { dayInTaipei } from './worklist/row.ts'

export { ciWriters }
/** Every report that is a view of the ledger alone. */
export const writers: Readonly<Record<'html' | 'json' | 'ndjson' | keyof typeof ciWriters, Writer>> = {
  html,
  json,
  ndjson,
  ...ciWriters,
}
