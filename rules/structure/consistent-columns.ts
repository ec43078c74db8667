import { formatKind } from '../../src/core/format.ts'
import { bodyWidth, headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/consistent-columns',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '每筆資料的欄位數與標題相同', en: 'Every record has as many fields as the header' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    ragged: {
      text: {
        'zh-TW': '標題有 {expected} 欄，但有 {count} 列是 {width} 欄（第 {rows} 列{more}）。',
        en: 'The header has {expected} columns, but {count} row(s) have {width} (row {rows}{more}).',
      },
      remedy: {
        'zh-TW': '請檢查這些列：內容含逗號時要用引號（"）包住整格，缺少的欄位要補逗號，多出的逗號要刪除。',
        en: 'Check these rows: quote cells that contain commas, add missing commas, delete surplus ones.',
      },
    },
  },
  *check({ table }, subject) {
    const header = headerOf(table, subject)
    const expected = header.row === 0 ? bodyWidth(table) : header.names.length
    for (const { width, count, rows } of table.widths) {
      if (width === expected) continue
      // Title rows above the header are that rule's matter.
      const above = table.head.filter((row) => row.row < header.row && row.width === width).length
      const below = rows.filter((row) => row > header.row)
      if (count > above)
        yield {
          messageId: 'ragged',
          data: {
            expected,
            width,
            count: count - above,
            rows: below.map(String),
            more: count - above > below.length ? '…' : '',
          },
          at: { row: below[0] ?? 1 },
        }
    }
  },
})
