import { HEADER } from '../catalogue/make.ts'

export interface Listed {
  readonly id: string
  readonly publisher: string
  readonly url: string
  readonly format?: string
  readonly encoding?: string
  readonly fields?: string
}

const cellsOf = ({
  id,
  publisher,
  url,
  format = 'CSV',
  encoding = 'UTF-8',
  fields = '年度、地區別、人數',
}: Listed) =>
  new Map([
    ['資料集識別碼', id],
    ['資料集名稱', `資料集 ${id}`],
    ['檔案格式', format],
    ['資料下載網址', url],
    ['編碼格式', encoding],
    ['主要欄位說明', fields],
    ['提供機關', publisher],
    ['更新頻率', '不定期'],
    // Nothing the metadata standard asks for is left out, so that only what a test spoils is found.
    ['資料提供屬性', '檔案資料'],
    ['服務分類', '公共資訊'],
    ['資料集描述', '描述'],
    ['授權方式', '政府資料開放授權條款-第1版'],
    ['計費方式', '免費'],
    ['提供機關聯絡人姓名', '王小明'],
    ['提供機關聯絡人電話', '02-89956866'],
  ])

const COLUMNS = HEADER.split(',')

/** A data.gov.tw export of these datasets. */
export function csvCatalogue(datasets: readonly Listed[]): string {
  const rows = datasets.map((dataset) => {
    const cells = cellsOf(dataset)
    return COLUMNS.map((column) => `"${cells.get(column) ?? ''}"`).join(',')
  })
  return `\ufeff${[HEADER, ...rows].join('\r\n')}\r\n`
}

export const jsonCatalogue = (datasets: readonly Listed[]): string =>
  JSON.stringify(datasets.map((dataset) => Object.fromEntries(cellsOf(dataset))))
