import { html } from './html.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import type { Writer } from './view.ts'

export { catalogueWriters } from './catalogue.ts'
export type { CheckFinding, CheckReport, CheckResult } from './check.ts'
export { findingsText } from './findings-text.ts'
export { describeFinding } from './messages.ts'
export { scoreJson } from './score/json.ts'
export { awardsText } from './score/text.ts'
export { summaryText } from './terminal.ts'
export type { LedgerRecord, LedgerView, Writer } from './view.ts'

export const writers: Readonly<Record<'html' | 'json' | 'ndjson', Writer>> = { html, json, ndjson }
