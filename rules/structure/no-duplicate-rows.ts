import type { Table, Tree } from '../../src/core/artifacts.ts'
import { hasRecords } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule, message, type Problem, type Subject } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/no-duplicate-rows',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['shape'],
  claim: { 'zh-TW': '沒有整列或整筆重複的資料', en: 'No record comes twice' },
  appliesTo: ({ format }) => format === undefined || hasRecords(format),
  messages: {
    duplicate: message(
      '在比對過的 {looked} 列中，有 {count} 列與前面的資料完全相同，例如第 {row} 列與第 {of} 列。',
      'Of {looked} rows that were compared, {count} equal an earlier one, e.g. row {row} is the same as row {of}.',
      '請確認是否重複匯出：是的話請刪除；確實是不同筆資料時，建議加上編號或時間欄位以便區分。不影響標章。',
      'Delete what was exported twice; tell records that do differ apart by a number or a time. The badge does not depend on it.',
    ),
    'duplicate-record': message(
      '在比對過的 {looked} 筆中，有 {count} 筆與前面的資料完全相同，例如第 {row} 筆與第 {of} 筆。',
      'Of {looked} records that were compared, {count} equal an earlier one, e.g. record {row} is the same as record {of}.',
      '請確認是否重複匯出：是的話請刪除；確實是不同筆資料時，建議加上編號或時間欄位以便區分。不影響標章。',
      'Delete what was exported twice; tell records that do differ apart by a number or a time. The badge does not depend on it.',
    ),
  },
  *check({ shape }, subject) {
    if (shape.kind === 'table') yield* inTable(shape.table, subject)
    else if (shape.kind === 'tree') yield* inRecords(shape.tree)
  },
})

function* inTable(table: Table, subject: Subject): Iterable<Problem<'duplicate'>> {
  const { looked, ofHead, found } = table.same
  const { lastRow } = headerOf(table, subject)
  // A header that comes again is told by a rule of its own.
  const records = ofHead.filter(({ of }) => of > lastRow)
  const count = records.reduce((sum, again) => sum + again.count, found.count)
  const [place] = [...records, ...found.first].sort((a, b) => a.row - b.row)
  if (!place) return
  const { row, of } = place
  yield { messageId: 'duplicate', data: { looked, count, row, of }, at: { row } }
}

function* inRecords({ records, geo }: Tree): Iterable<Problem<'duplicate-record'>> {
  const [place] = records?.same.found.first ?? []
  if (!records || !place) return
  // As of a table, one column may well say the same twice; features have a place besides.
  if (records.fields.length < 2 && !geo && records.path !== '//Placemark') return
  const { looked, found } = records.same
  const { row, of } = place
  yield { messageId: 'duplicate-record', data: { looked, count: found.count, row, of } }
}
