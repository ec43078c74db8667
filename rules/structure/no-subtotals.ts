import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'

const remedy = {
  'zh-TW': '請刪除小計、合計、總計列，只留明細；使用者可自行加總。',
  en: 'Delete subtotal and total rows and keep the records; users can add them up themselves.',
}

export default defineRule({
  id: 'structure/no-subtotals',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '資料中沒有小計、合計等彙總列', en: 'There is no subtotal or total row in the data' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    total: {
      text: {
        'zh-TW': '第 {rows} 列是「{labels}」，共 {count} 列彙總。',
        en: 'Row {rows}: “{labels}”; {count} total row(s) in all.',
      },
      remedy,
    },
    proven: {
      text: {
        'zh-TW':
          '第 {row} 列「{label}」經驗算是第 {from}–{to} 列的總和（第 {column} 欄 = {value}）；全檔共 {count} 列彙總。',
        en: 'Row {row}, “{label}”, is the sum of rows {from}–{to} (column {column} = {value}); {count} total row(s) in all.',
      },
      remedy,
    },
  },
  *check({ table }, subject) {
    const { lastRow } = headerOf(table, subject)
    const rows = table.totals.first.filter(({ row }) => row > lastRow)
    const first = rows.find(({ sums }) => sums.length > 0)
    const count = table.totals.count - (table.totals.first.length - rows.length)
    if (first) {
      const sum = first.sums[0]!
      yield {
        messageId: 'proven',
        data: {
          row: first.row,
          label: first.label,
          from: first.sumFrom!,
          to: first.sumTo ?? first.row - 1,
          column: sum.column,
          value: sum.value,
          count,
        },
        at: { row: first.row, column: first.column },
      }
    } else if (rows.length > 0)
      yield {
        messageId: 'total',
        data: {
          rows: rows.map(({ row }) => String(row)),
          labels: [...new Set(rows.map(({ label }) => label))].slice(0, 5),
          count,
        },
        at: { row: rows[0]!.row, column: rows[0]!.column },
      }
  },
})
