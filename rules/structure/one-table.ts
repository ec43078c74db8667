import type { Table } from '../../src/core/artifacts.ts'
import { holdsSheets } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Block, columnName } from '../../src/core/workbook.ts'

const remedy = {
  'zh-TW': '請一張工作表只放一個表，其餘的表移到別的工作表或檔案。',
  en: 'Keep one table on a sheet; move the others to sheets or files of their own.',
}

export default defineRule({
  id: 'structure/one-table',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '一張工作表只有一個表，沒有圖片與圖表', en: 'A sheet holds one table and no pictures' },
  appliesTo: ({ format }) => holdsSheets(format),
  messages: {
    stacked: {
      text: {
        'zh-TW': '工作表裡有 {count} 個表：第 {rows} 列起是另一個有自己標題的表。',
        en: 'The sheet holds {count} tables: another one with its own header begins in row {rows}.',
      },
      remedy,
    },
    beside: {
      text: {
        'zh-TW': '工作表裡有並排的表：{column} 欄整欄空白，兩邊各有標題。',
        en: 'The sheet holds tables side by side: column {column} is empty, with names on either side.',
      },
      remedy,
    },
    drawings: {
      severity: 'advice',
      text: {
        'zh-TW': '工作表上有 {count} 個圖片、圖表或文字方塊，程式讀不到其中的內容。',
        en: '{count} picture(s), chart(s) or text box(es) lie on the sheet; programs cannot read them.',
      },
      remedy: {
        'zh-TW': '建議刪除，或另外放在說明文件；不影響標章。',
        en: 'Delete them, or put them into a document; the badge does not depend on it.',
      },
    },
  },
  *check({ table }, subject) {
    const { sheet } = table
    if (!sheet) return
    const rows = laterTables(sheet.blocks.first)
    if (rows.length > 0)
      yield {
        messageId: 'stacked',
        data: { count: rows.length + 1, rows: rows.slice(0, 10).map(String) },
        at: { row: rows[0]!, cell: `A${rows[0]!}` },
      }
    const { names, row } = headerOf(table, subject)
    const gap = gapIn(names, table)
    if (gap > 0)
      yield {
        messageId: 'beside',
        data: { column: columnName(gap) },
        at: { row, column: gap, cell: `${columnName(gap)}${row}` },
      }
    if (sheet.drawings > 0) yield { messageId: 'drawings', data: { count: sheet.drawings } }
  },
})

/** Rows of headers that follow a table and a blank row: words only, with numbers below them. */
function laterTables(blocks: readonly Block[]): number[] {
  const first = blocks.findIndex(({ top, below }) => below > 0 || top.numbers > 0)
  return blocks
    .slice(first === -1 ? blocks.length : first + 1)
    .filter(({ to, top, below }) => top.row > 0 && top.numbers === 0 && below > 0 && to > top.row)
    .map(({ top }) => top.row)
}

/** An empty column (from 1) with two names or more on either side; 0 when there is none. */
function gapIn(names: readonly string[], { emptyColumns }: Table): number {
  const named = names.map((name) => name.trim() !== '')
  const count = (from: number, to: number) => named.slice(from, to).filter(Boolean).length
  return (
    emptyColumns.find(
      (column) =>
        named[column - 1] === false && count(0, column - 1) >= 2 && count(column, named.length) >= 2,
    ) ?? 0
  )
}
