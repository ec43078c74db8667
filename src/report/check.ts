import type { BadgeInterval, Indicator, Outcome } from '../core/badge.ts'
import type { Deviation } from '../core/deviation.ts'
import type { Severity } from '../core/rule.ts'

/** Output of `check --reporter json`; its shape is `docs/schemas/check.schema.json`. */
export interface CheckReport {
  readonly schemaVersion: 1
  /** In which ways this is not what the profile says. */
  readonly deviations?: readonly (Deviation & { readonly text: string })[]
  readonly results: readonly CheckResult[]
}

export interface CheckResult {
  readonly file: string
  readonly format: { readonly declared: string | null; readonly detected: string | null }
  readonly encoding: {
    readonly declared: string | null
    readonly detected: string | null
    readonly bom: boolean | null
  }
  readonly table?: { readonly header: readonly string[]; readonly columns: number; readonly rows: number }
  /** A file has no link: that indicator needs an audit. */
  readonly indicators: Readonly<Record<Exclude<Indicator, 'link'>, Outcome>>
  readonly badge: BadgeInterval
  readonly findings: readonly CheckFinding[]
  /** Metadata written beside the file spoke for it; `publishedNow`: it has no date, so that today counts. */
  readonly draft?: { readonly files: readonly string[]; readonly publishedNow: boolean }
  /** Data files inside an archive; `file` is the path there. Their findings are among the archive's, too. */
  readonly members?: readonly CheckResult[]
  /** Data sheets of a workbook; `file` is the sheet's name. */
  readonly sheets?: readonly CheckResult[]
}

export interface CheckFinding {
  readonly rule: string
  readonly messageId: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly member?: string
  readonly sheet?: string
  readonly cell?: string
  readonly row?: number
  readonly message: string
  readonly remedy: string
  /** A baseline accepts it. */
  readonly known?: true
}
