import type { CatalogueProblem } from '../core/catalogue.ts'

/** One line of the catalogue's table, whatever the file's format: cells by column name. */
export interface Row {
  readonly position: number
  readonly cells: ReadonlyMap<string, string>
}

/** A place in the file where no row could be read. */
export type Fault = Omit<CatalogueProblem, 'kind' | 'source'>

/** Columns of the data.gov.tw export that become parts of a Dataset; all others are kept in `extra`. */
export const COLUMNS = {
  id: '資料集識別碼',
  title: '資料集名稱',
  formats: '檔案格式',
  urls: '資料下載網址',
  encodings: '編碼格式',
  fields: '主要欄位說明',
  publisher: '提供機關',
  updateFrequency: '更新頻率',
  contactName: '提供機關聯絡人姓名',
  contactPhone: '提供機關聯絡人電話',
  issued: '上架日期',
  modified: '詮釋資料更新時間',
  portalBadge: '品質檢測',
  views: '瀏覽次數',
  downloads: '下載次數',
  rating: '評分',
  change: '資料集變動狀態',
} as const

export const KNOWN: ReadonlySet<string> = new Set(Object.values(COLUMNS))

/** The export really writes column 9 with a doubled 資. */
const MISSPELT = new Map([['資資料集上架方式', '資料集上架方式']])

/** A column's name without stray spaces, byte order marks and full-width forms. */
export function columnName(written: string): string {
  const name = written.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '')
  return MISSPELT.get(name) ?? name
}

/** Cells under their columns; of two columns with one name the first that is not blank counts. */
export function makeRow(position: number, cells: Iterable<readonly [column: string, value: string]>): Row {
  const named = new Map<string, string>()
  for (const [column, value] of cells) if (!named.get(column)?.trim()) named.set(column, value)
  return { position, cells: named }
}

export const isBlank = (row: Row): boolean => [...row.cells.values()].every((value) => value.trim() === '')
