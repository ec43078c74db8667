import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/no-duplicate-rows',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '沒有整列重複的資料', en: 'No record comes twice' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    duplicate: {
      text: {
        'zh-TW': '在比對過的 {looked} 列中，有 {count} 列與前面的資料完全相同，例如第 {row} 列與第 {of} 列。',
        en: 'Of {looked} rows that were compared, {count} equal an earlier one, e.g. row {row} is the same as row {of}.',
      },
      remedy: {
        'zh-TW':
          '請確認是否重複匯出：是的話請刪除；確實是不同筆資料時，建議加上編號或時間欄位以便區分。不影響標章。',
        en: 'Delete what was exported twice; tell records that do differ apart by a number or a time. The badge does not depend on it.',
      },
    },
  },
  *check({ table }, subject) {
    const { looked, ofHead, found } = table.same
    const { lastRow } = headerOf(table, subject)
    // A header that comes again is told by a rule of its own.
    const records = ofHead.filter(({ of }) => of > lastRow)
    const count = records.reduce((sum, again) => sum + again.count, found.count)
    const places = [...records, ...found.first].sort((a, b) => a.row - b.row)
    const place = places[0]
    if (!place) return
    const { row, of } = place
    yield { messageId: 'duplicate', data: { looked, count, row, of }, at: { row } }
  },
})
