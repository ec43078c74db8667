import type { Criterion } from '../../core/awards.ts'
import type { Language } from '../../core/localised.ts'
import { complaintsAbout } from '../schema.ts'

/** 加分項目 as an agency claims it; `claims.schema.json`. */
export interface Claim {
  readonly dataset: string
  /** File or URL of the OpenAPI document. */
  readonly document: string
  readonly confirmedBy?: string
  readonly date?: string
}

/** What the authority sets each year; `awards.schema.json`. */
export interface AwardSettings {
  /** 分組方式: datasets from which on a body is in 第一組. */
  readonly threshold?: { readonly central?: number; readonly local?: number }
  /** 加分 of the previous edition by body id; who is not named had none. */
  readonly previousBonus?: Readonly<Record<string, string>>
  readonly popularity?: {
    readonly previousWinners?: readonly { readonly edition: string; readonly datasets: readonly string[] }[]
    /** Of the whole platform. */
    readonly maxViews?: number
    readonly maxDownloads?: number
  }
}

/** 應用獎: what people voted and the judges gave; `votes.schema.json`. */
export interface Votes {
  readonly cases: readonly VotedCase[]
}

export interface VotedCase {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly votes: number
  readonly judges: readonly {
    readonly judge: string
    readonly scores: Readonly<Record<Criterion, number>>
  }[]
}

const INPUTS = ['claims', 'awards', 'votes'] as const

/** What in `data` is not as the schema of that input asks, a line each. */
export const inputComplaints = (
  input: (typeof INPUTS)[number],
  data: unknown,
  language?: Language,
): string[] => complaintsAbout(data, new URL(`${input}.schema.json`, import.meta.url), language)
