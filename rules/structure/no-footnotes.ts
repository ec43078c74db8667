import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { noteRows } from '../../src/core/notes.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/no-footnotes',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: {
    'zh-TW': '資料中沒有備註、資料來源等說明列',
    en: 'There is no note or source line among the records',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    note: {
      text: {
        'zh-TW': '第 {rows} 列是說明文字，不是資料：「{text}」',
        en: 'Row {rows} is a note, not a record: “{text}”',
      },
      remedy: {
        'zh-TW': '請刪除這些列，把備註、資料來源與更新日期寫在資料集的說明或備註欄。',
        en: 'Delete these rows; notes, source and date belong into the dataset description.',
      },
    },
  },
  *check({ table }, subject) {
    const found = noteRows(table, headerOf(table, subject))
    const first = found[0]
    if (first)
      yield {
        messageId: 'note',
        data: { rows: found.slice(0, 10).map(({ row }) => String(row)), text: first.text.slice(0, 80) },
        at: { row: first.row },
      }
  },
})
