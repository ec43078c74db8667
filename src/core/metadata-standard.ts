import type { Dataset } from './catalogue.ts'

/** What a field of the standard holds; `text` is not looked at. */
export type FieldKind = 'text' | 'date' | 'url' | 'email' | 'phone' | 'identifier' | 'licence' | 'integer'

export interface MetadataField {
  /** 英文欄位名稱. */
  readonly name: string
  /** 欄位名稱. */
  readonly label: string
  /** 必須填寫, 建議填寫, 選擇性填寫. */
  readonly need: 'required' | 'recommended' | 'optional'
  readonly of: 'dataset' | 'resource'
  readonly kind: FieldKind
  /** The only values allowed, in the standard's own field; a column of another name has words of its own. */
  readonly values?: readonly string[]
  /** Columns of the data.gov.tw export, and keys of other catalogues, that hold this field. */
  readonly columns: readonly string[]
}

type Need = MetadataField['need']
type Options = Partial<Pick<MetadataField, 'kind' | 'values' | 'of'>>

const field =
  (need: Need) =>
  (name: string, label: string, columns: readonly string[] = [], options: Options = {}): MetadataField => ({
    name,
    label,
    need,
    of: 'dataset',
    kind: 'text',
    ...options,
    columns: [name, ...columns],
  })

const required = field('required')
const recommended = field('recommended')
const optional = field('optional')
const RESOURCE = { of: 'resource' } as const

/** 服務分類 of 政府入口網: 3 characters, 18 classes. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  '100': '生育保健',
  '200': '出生及收養',
  '300': '求學及進修',
  '400': '服兵役',
  '500': '求職及就業',
  '600': '開創事業',
  '700': '婚姻',
  '800': '投資理財',
  '900': '休閒旅遊',
  A00: '交通及通訊',
  B00: '就醫',
  C00: '購屋及遷徙',
  D00: '選舉及投票',
  E00: '生活安全及品質',
  F00: '退休',
  G00: '老年安養',
  H00: '生命禮儀',
  I00: '公共資訊',
}

/** 資料集詮釋資料標準規範 (104-07), 表-3: the 38 fields in their order. */
export const METADATA_FIELDS: readonly MetadataField[] = [
  required('categoryCode', '分類編號', ['服務分類'], { values: Object.keys(CATEGORIES) }),
  required('identifier', '資料集編號', [], { kind: 'identifier' }),
  required('title', '資料集名稱', ['資料集名稱']),
  required('description', '資料集描述', ['資料集描述']),
  required('fieldDescription', '主要欄位說明', ['主要欄位說明']),
  required('type', '資料集類型', ['資料提供屬性'], { values: ['rawData', 'TOOLS', 'SERVICES'] }),
  required('license', '授權方式', ['授權方式', 'license_title'], { kind: 'licence' }),
  required('licenseURL', '授權說明網址', ['license_url'], { kind: 'url' }),
  required('cost', '計費方式', ['計費方式'], { values: ['免費', '付費'] }),
  optional('costURL', '計費說明網址', [], { kind: 'url' }),
  optional('costLaw', '計費法令依據'),
  required('organization', '資料集提供機關之上級機關名稱'),
  required('organizationContactName', '資料集提供機關之上級機關聯絡人姓名'),
  required('organizationContactPhone', '資料集提供機關之上級機關聯絡人電話', [], { kind: 'phone' }),
  required('organizationContactEmail', '資料集提供機關之上級機關聯絡人電子郵件', [], { kind: 'email' }),
  required('publisher', '資料集提供機關名稱', ['提供機關']),
  required('publisherContactName', '資料集提供機關聯絡人姓名', ['提供機關聯絡人姓名']),
  required('publisherContactPhone', '資料集提供機關聯絡人電話', ['提供機關聯絡人電話'], { kind: 'phone' }),
  required('publisherContactEmail', '資料集提供機關聯絡人電子郵件', [], { kind: 'email' }),
  required('accrualPeriodicity', '更新頻率', ['更新頻率']),
  recommended('temporalCoverageFrom', '開始收錄日期', ['coverageStartedDate'], { kind: 'date' }),
  recommended('temporalCoverageTo', '結束收錄日期', ['coverageEndedDate'], { kind: 'date' }),
  recommended('issued', '發布時間', ['上架日期'], { kind: 'date' }),
  recommended('modified', '最後更新時間', ['詮釋資料更新時間'], { kind: 'date' }),
  recommended('spatial', '資料集空間範圍'),
  recommended('language', '資料集語系'),
  recommended('landingPage', '資料集相關網址', ['相關網址'], { kind: 'url' }),
  recommended('keyword', '標籤/關鍵字'),
  optional('numberOfData', '資料量', ['資料量'], { kind: 'integer' }),
  optional('notes', '備註', ['備註']),
  required('resourceID', '資料資源編號', [], RESOURCE),
  required('resourceDescription', '資料資源描述', [], RESOURCE),
  required('format', '檔案格式', ['檔案格式'], RESOURCE),
  required('characterSetCode', '編碼格式', ['編碼格式'], RESOURCE),
  recommended('resourceModified', '資料資源最後更新時間', [], { ...RESOURCE, kind: 'date' }),
  recommended('accessURL', '資料存取網址', [], { ...RESOURCE, kind: 'url' }),
  recommended('downloadURL', '資料下載網址', ['資料下載網址'], { ...RESOURCE, kind: 'url' }),
  recommended('metadataSourceOfData', '領域別詮釋資料參考網址', [], { ...RESOURCE, kind: 'url' }),
]

/** 機關代碼 10 碼-流水號 6 碼. */
export const IDENTIFIER = /^\w{10}-\w{6}$/

/** A value of the standard as one dataset states it, and under which name. */
export interface Stated {
  readonly field: MetadataField
  readonly column: string
  readonly value: string
}

/**
 * What a dataset states of the standard's fields outside the properties every dataset has: those were read already,
 * and what could not be read of them (a malformed date) stands among the extras.
 */
export const statedMetadata = (dataset: Dataset): readonly Stated[] =>
  METADATA_FIELDS.flatMap((field) => {
    const column = field.columns.find((each) => dataset.extra[each]?.trim())
    return column === undefined ? [] : [{ field, column, value: dataset.extra[column]!.trim() }]
  })

/** Required fields the catalogue has a place for, but this dataset leaves empty. */
export function missingMetadata(dataset: Dataset): readonly MetadataField[] {
  const blank = new Set(dataset.blank)
  const filled = new Set(Object.keys(dataset.extra))
  return METADATA_FIELDS.filter(
    ({ need, columns }) =>
      need === 'required' &&
      columns.some((column) => blank.has(column)) &&
      !columns.some((column) => filled.has(column)),
  )
}
