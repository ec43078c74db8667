import type { Language } from './localised.ts'

/** What a publisher claims about one 資料資源 (a file or an API behind one link). */
export interface Resource {
  /** Position inside the dataset, from 1, or the portal's own id. */
  readonly id: string
  readonly url: string
  /** A file on this machine; only a catalogue that lies here itself may name one, below its own folder. */
  readonly path?: string
  /** 檔案格式 as written. */
  readonly format?: string
  /** 編碼格式 as written. */
  readonly encoding?: string
  /** 主要欄位說明 as written. */
  readonly fields?: string
  /** 資料資源更新時間, ISO 8601 with offset. */
  readonly modified?: string
  readonly description?: string
  /** Claims the catalogue makes for several resources in a way that does not tell which is for this one. */
  readonly unclear?: readonly ('format' | 'encoding')[]
}

export interface Contact {
  readonly name?: string
  readonly phone?: string
}

/** What a publisher claims about one 資料集. Dates are ISO 8601 with the Taipei offset. */
export interface Dataset {
  readonly id: string
  readonly title: string
  /** 提供機關 as written. */
  readonly publisher: string
  readonly fields?: string
  /** 更新頻率 as written. */
  readonly updateFrequency?: string
  /** 上架日期. */
  readonly issued?: string
  /** 詮釋資料更新時間: when the catalogue record changed, not the data. */
  readonly modified?: string
  readonly views?: number
  readonly downloads?: number
  readonly rating?: number
  /** 品質檢測: the portal's own verdict in the portal's words, 白金 for instance. */
  readonly portalBadge?: string
  readonly contact?: Contact
  readonly resources: readonly Resource[]
  /** Columns this program has no use for, kept as they were. */
  readonly extra: Readonly<Record<string, string>>
  /** Columns or keys that the catalogue has, or ought to have, and that this dataset leaves empty. */
  readonly blank?: readonly string[]
  /** Line (CSV) or element number (JSON) in the catalogue, from 1. */
  readonly position?: number
}

/** The catalogue could not be read to its end, so there may be datasets that nobody saw. */
export const PARTIAL_CODES = [
  'page-failed',
  'page-repeats',
  'total-changed',
  'too-many-pages',
  'cut-short',
] as const
export type PartialCode = (typeof PARTIAL_CODES)[number]

/** An entry that is there and became no dataset, so that nothing of it was judged. */
export const LOST_CODES = ['row-width', 'bad-row', 'no-id', 'outside-folder'] as const
export type LostCode = (typeof LOST_CODES)[number]

/** A row of a catalogue that could not become a dataset; the rest goes on. */
export interface CatalogueProblem {
  readonly kind: 'catalogue-problem'
  readonly source: string
  /** Line of a CSV file or element number of a JSON array, from 1. */
  readonly position: number
  readonly code:
    | 'no-title'
    | 'duplicate-id'
    | 'resource-count'
    | 'no-resource'
    | 'withdrawn'
    | 'bad-record'
    | LostCode
    | PartialCode
  /** In Chinese. */
  readonly detail: string
  /** The same in English; absent in older ledgers, and where the words are a server's own. */
  readonly english?: string
}

/** What a problem is, in the reader's language as far as it is known. */
export const problemText = (
  { detail, english }: Pick<CatalogueProblem, 'detail' | 'english'>,
  language: Language,
): string => (language === 'en' ? (english ?? detail) : detail)

export type CatalogueEntry = { readonly kind: 'dataset'; readonly dataset: Dataset } | CatalogueProblem
