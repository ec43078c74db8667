import { type Cells, csv } from './contents.ts'
import type { DemoDataset } from './dataset.ts'

/** The 22 columns of data.gov.tw's export, in its order and spelling. */
const COLUMNS = [
  '資料集識別碼',
  '資料集名稱',
  '資料提供屬性',
  '服務分類',
  '品質檢測',
  '檔案格式',
  '資料下載網址',
  '編碼格式',
  '資資料集上架方式',
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

/** Rows of the catalogue that cannot become a dataset, or not without doubt: each format has one of its own. */
export const CATALOGUE_PROBLEMS = 3

/** A row whose title has lost its quotes, as hand-made corrections do. */
const BROKEN_ROW = '6999,勞工保險統計,月報,檔案資料,公共資訊\r\n'

function cells(dataset: DemoDataset, portal: string): Cells {
  const { resources, contact } = dataset
  const joined = (values: readonly string[]) => values.join(';')
  return [
    dataset.id,
    dataset.title,
    '檔案資料',
    '公共資訊',
    Number(dataset.id) % 4 === 0 ? '' : '白金',
    dataset.formats ?? joined(resources.map(({ format }) => format)),
    joined(resources.map(({ path }) => (path.startsWith('/') ? portal + path : path))),
    joined(resources.map(({ encoding }) => encoding)),
    '系統介接程式',
    `${dataset.title}。\n示範用的資料集，內容皆為虛構。`,
    dataset.fields,
    dataset.publisher,
    dataset.updateFrequency,
    '政府資料開放授權條款-第1版',
    '',
    '免費',
    contact.name,
    contact.phone,
    dataset.issued,
    dataset.modified,
    '1. 本資料為示範。\n2. 請見「資料集描述」。',
    joined(resources.map(() => '0')),
  ]
}

/** `/export.csv`: byte order mark, quoted line breaks, one row that is broken. */
export function csvCatalogue(datasets: readonly DemoDataset[], portal: string): string {
  const [first, ...rest] = datasets.map((dataset) => csv([cells(dataset, portal)]))
  return `\ufeff${csv([COLUMNS])}${first}${BROKEN_ROW}${rest.join('')}`
}

/** `/export.json`: the same, with the portal's number ids, date objects and nulls; one element is no dataset. */
export function jsonCatalogue(datasets: readonly DemoDataset[], portal: string): string {
  const elements = datasets.map((dataset, i) => {
    const row = cells(dataset, portal)
    const entries = COLUMNS.map((column, at): [string, unknown] => {
      const value = row[at]
      if (column === '資料集識別碼' && i % 2 === 0) return [column, Number(value)]
      if (column === '上架日期')
        return [column, { date: `${value}.000000`, timezone_type: 3, timezone: 'Asia/Taipei' }]
      if (column === '詮釋資料更新時間') return [column, `${value}.000000`]
      return [column, value === '' ? null : value]
    })
    return Object.fromEntries(entries)
  })
  return `${JSON.stringify([elements[0], '資料集下架', ...elements.slice(1)], null, 1)}\n`
}
