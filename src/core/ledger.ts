import type { EncodingName } from './artifacts.ts'
import type { BadgeCounts, BadgeInterval, Indicator, IndicatorOutcomes, Outcome } from './badge.ts'
import type { CatalogueProblem, Contact } from './catalogue.ts'
import type { Deviation } from './deviation.ts'
import type { Attempt, FetchFailure, Hop, LinkHistory } from './exchange.ts'
import type { Finding } from './finding.ts'
import type { Format } from './format.ts'
import type { LinkedData } from './linked-data.ts'
import type { Localised } from './localised.ts'
import type { Sample } from './observed.ts'
import type { PortalComparison, PortalSummary } from './portal.ts'
import type { Message, Severity } from './rule.ts'
import type { Stars } from './stars.ts'

export type { BadgeCounts } from './badge.ts'

/** Raised when a line's shape changes so that an older reader would misread it. */
export const LEDGER_SCHEMA = 1

/** Texts of a rule, so that a ledger can be read without the program that wrote it. */
export interface RuleText {
  readonly id: string
  readonly indicator: Indicator
  readonly severity: Severity
  readonly claim: Localised
  readonly messages: Readonly<Record<string, Message>>
}

/** 參獎機關: the body a dataset is counted under. `group` is the measure's 分組 between central and local. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly group: 'central' | 'local' | 'outside' | 'unmapped'
}

/** First line. */
export interface LedgerHeader {
  readonly kind: 'header'
  readonly schemaVersion: typeof LEDGER_SCHEMA
  readonly program: string
  readonly startedAt: string
  /** The moment `timeliness` was judged against, ISO 8601 UTC. */
  readonly now: string
  readonly catalogue: readonly string[]
  /** Which policy judged, and its settings as shown in every report. */
  readonly profile: { readonly id: string; readonly title: Localised; readonly notes: readonly Localised[] }
  /** In which ways the audit was not what the profile says; none when absent. */
  readonly deviations?: readonly Deviation[]
  readonly selection: Readonly<Record<string, string | number | readonly string[]>>
  /** Present when `profile` is not the one of the audit: whose ledger that was, and what judged it anew. */
  readonly rejudged?: { readonly program: string; readonly profile: string }
  readonly rules: readonly RuleText[]
}

/** A period that the data is about, as its cell says it and as days: `113`, 2024-01-01, 2024-12-31. */
export interface NewestPeriod {
  readonly column: string
  /** From 1; `record`: of the records of JSON or XML, else of all rows. */
  readonly row: number
  readonly record?: true
  readonly value: string
  readonly from: string
  readonly to: string
}

export interface TableSize {
  readonly header: readonly string[]
  readonly columns: number
  readonly rows: number
  /** Absent where no column is surely one of periods that have begun, and in older ledgers. */
  readonly newest?: NewestPeriod
}

/** A data sheet of a workbook or a data file of an archive; its findings stand in the resource's. */
export interface PartRecord {
  readonly name: string
  readonly format: Format | null
  readonly encoding: EncodingName | null
  readonly bom: boolean | null
  readonly size: number | null
  readonly table?: TableSize
  readonly linked?: LinkedData
  readonly indicators: IndicatorOutcomes
  readonly members?: PartRecords
  readonly sheets?: PartRecords
}

/** Judged parts: all are counted, the first are kept. `others`: names of the first files that are no data. */
export interface PartRecords extends Sample<PartRecord> {
  readonly others?: readonly string[]
}

export interface ResourceRecord {
  readonly id: string
  readonly url: string
  readonly description?: string
  /** 主要欄位說明 and 資料資源更新時間 as claimed; those of the dataset stand there. */
  readonly fields?: string
  readonly modified?: string
  readonly format: { readonly declared: string | null; readonly detected: Format | null }
  readonly encoding: {
    readonly declared: string | null
    readonly detected: EncodingName | null
    readonly bom: boolean | null
  }
  readonly size: number | null
  readonly sha256: string | null
  /** An OpenAPI document by its members, valid or not. */
  readonly apiDocument?: true
  readonly table?: TableSize
  readonly linked?: LinkedData
  readonly members?: PartRecords
  readonly sheets?: PartRecords
  readonly link: {
    readonly status: number | null
    readonly finalUrl: string
    readonly hops: readonly Hop[]
    /** 304: the content is what an earlier audit saw. */
    readonly unchanged?: true
    readonly failure?: FetchFailure
    /** Each following of the link, when the first one failed. */
    readonly attempts?: readonly Attempt[]
    /** Of a failing link, from earlier ledgers. */
    readonly history?: LinkHistory
    /** `completed`: by intermediates the server does not send. `ignored`: looked at in spite of `failure`. */
    readonly certificates?: 'completed' | 'ignored'
    /** When the first certificate along the way ends. */
    readonly certificateExpires?: string
    readonly at: string
    readonly elapsed: number
    readonly lastModified?: string
    /** As sent, with what it says of the encoding. */
    readonly contentType?: string
    /** Bytes the server announced. */
    readonly contentLength?: number
  }
  readonly indicators: IndicatorOutcomes
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly findings: readonly Finding[]
}

export interface PortalRecord {
  /** 品質檢測 in the portal's own words. */
  readonly badge?: string
  readonly views?: number
  readonly downloads?: number
  readonly rating?: number
  /** `badge` beside ours; absent without one, and in older ledgers. */
  readonly comparison?: PortalComparison
}

/** One line per dataset: the product; every report is a view of these. */
export interface DatasetRecord {
  readonly kind: 'dataset'
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly body: Body
  readonly contact?: Contact
  readonly updateFrequency?: string
  /** 上架日期. */
  readonly issued?: string
  readonly modified?: string
  readonly fields?: string
  /** What the catalogue's portal says of the dataset itself. */
  readonly portal?: PortalRecord
  /** 資料 5 顆星評等; absent when it could not be found out, and in older ledgers. */
  readonly stars?: Stars
  readonly badge: BadgeInterval
  readonly indicators: IndicatorOutcomes
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Until when a rule passes if nothing is done, ISO 8601 UTC; of rules that know. */
  readonly holdsUntil?: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  readonly resources: readonly ResourceRecord[]
}

/** Decimal text, exact to two places (half up): never a binary fraction. */
export interface ScoreInterval {
  readonly atLeast: string
  readonly atMost: string
}

export interface BodySummary {
  readonly body: Body
  readonly datasets: number
  readonly atLeast: BadgeCounts
  readonly atMost: BadgeCounts
  /** 金質獎總分 incl. confirmed 加分. */
  readonly score: ScoreInterval
  /** Confirmed 加分項目, at most 5 points. */
  readonly bonus: string
}

export interface Summary {
  readonly datasets: number
  readonly resources: number
  readonly atLeast: BadgeCounts
  readonly atMost: BadgeCounts
  readonly indicators: Readonly<Record<Indicator, Readonly<Record<Outcome, number>>>>
  /** Datasets that a rule fails, most first. */
  readonly rules: readonly { readonly rule: string; readonly datasets: number; readonly resources: number }[]
  readonly bodies: readonly BodySummary[]
  readonly catalogueProblems: number
  /** Absent when no portal said anything, and in older ledgers. */
  readonly portal?: PortalSummary
  /** Rules that threw: the audit went on, the exit code says so. */
  readonly crashes: number
}

/** How a host was treated: the proof of politeness. */
export interface HostRecord {
  /** Registrable name, or the host itself where there is none. */
  readonly host: string
  readonly requests: number
  readonly maxConcurrent: number
  /** Milliseconds, smallest between the starts of two requests; null when there were not two. */
  readonly minSpacingMs: number | null
  /** Times the spacing was raised. */
  readonly backOffs: number
  /** Pauses a server asked for and got in full. */
  readonly retryAfterObeyed: number
  readonly failures: number
}

/** How one session of an audit treated every host, most requests first; a resumed audit has several. */
export interface PolitenessRecord {
  readonly kind: 'politeness'
  /** ISO 8601 UTC. */
  readonly from: string
  readonly to: string
  readonly hosts: readonly HostRecord[]
}

/** Last line; a ledger without one was interrupted. */
export interface LedgerFooter {
  readonly kind: 'footer'
  readonly finishedAt: string
  readonly summary: Summary
  /** Settings of the user's that were of no use in this audit. */
  readonly notes?: readonly Localised[]
}

export type LedgerLine = LedgerHeader | DatasetRecord | CatalogueProblem | PolitenessRecord | LedgerFooter
