import type { Dataset } from './catalogue.ts'

/** The 22 columns of the data.gov.tw export in its order, the ninth spelt as it should be. */
export const EXPORT_COLUMNS = [
  '資料集識別碼',
  '資料集名稱',
  '資料提供屬性',
  '服務分類',
  '品質檢測',
  '檔案格式',
  '資料下載網址',
  '編碼格式',
  '資料集上架方式',
  '資料集描述',
  '主要欄位說明',
  '提供機關',
  '更新頻率',
  '授權方式',
  '相關網址',
  '計費方式',
  '提供機關聯絡人姓名',
  '提供機關聯絡人電話',
  '上架日期',
  '詮釋資料更新時間',
  '備註',
  '資料量',
] as const

/** Holds a whole dataset as JSON, for what the 22 columns have no place for (field descriptions of each resource…). */
export const SUPPLEMENT = 'odbadge資料集'

/** A dataset as a row of the export: a text for each column. */
export function exportRow(dataset: Dataset): readonly string[] {
  const { resources, contact, extra } = dataset
  const joined = (values: readonly string[]): string => values.join(';')
  const cells: Readonly<Partial<Record<string, string>>> = {
    ...extra,
    資料集識別碼: dataset.id,
    資料集名稱: dataset.title,
    品質檢測: dataset.portalBadge ?? extra['品質檢測'] ?? '',
    檔案格式: joined(resources.map(({ format = '' }) => format)),
    資料下載網址: joined(resources.map(({ url }) => url)),
    編碼格式: joined(resources.map(({ encoding = '' }) => encoding)),
    主要欄位說明: dataset.fields ?? '',
    提供機關: dataset.publisher,
    更新頻率: dataset.updateFrequency ?? '',
    提供機關聯絡人姓名: contact?.name ?? '',
    提供機關聯絡人電話: contact?.phone ?? '',
    上架日期: portalTime(dataset.issued) ?? extra['上架日期'] ?? '',
    詮釋資料更新時間: portalTime(dataset.modified) ?? extra['詮釋資料更新時間'] ?? '',
  }
  return EXPORT_COLUMNS.map((column) => cells[column] ?? '')
}

/** `2025-02-05T16:08:38+08:00` as the portal writes it. */
const portalTime = (iso: string | undefined): string | undefined => iso?.slice(0, 19).replace('T', ' ')
