import { CatalogueError } from './catalogue-error.ts'
import type { CsvRecord } from './csv-records.ts'
import { csvRecords } from './csv-records.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, columnName, makeRow } from './row.ts'

/** Rows of a CSV export below its header, found by the columns' names. */
export async function* csvRows(name: string, texts: AsyncIterable<string>): AsyncGenerator<Row | Fault> {
  let columns: readonly string[] | undefined
  for await (const record of csvRecords(texts)) {
    if (!columns) columns = readHeader(name, record)
    else if ('code' in record) yield record
    else
      yield makeRow(
        record.position,
        columns.map((column, at) => [column, record.cells[at]!] as const),
      )
  }
  if (!columns) throw new CatalogueError(`目錄「${name}」是空的，沒有標題列。${REMEDY}`)
}

const REMEDY =
  '請改用 https://data.gov.tw/datasets/export/csv 下載的檔案；若曾用 Excel 開啟再存檔，請另存為「CSV UTF-8（逗號分隔）」。'

function readHeader(name: string, record: CsvRecord | Fault): readonly string[] {
  const cells = 'cells' in record ? record.cells : []
  const columns = cells.map((cell, at) => columnName(cell) || `第 ${at + 1} 欄`)
  if (columns.includes(COLUMNS.id)) return columns
  const found = cells.join('、')
  const excerpt = found.length > 200 ? `${found.slice(0, 200)}…` : found
  throw new CatalogueError(
    `目錄「${name}」的標題列（第 ${record.position} 行）沒有「${COLUMNS.id}」欄位，找到的是：${excerpt || '無法解讀的內容'}。${REMEDY}`,
  )
}
