import { formatKind } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

const range = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `${from}` : `${from}–${to}`

export default defineRule({
  id: 'structure/no-blank-rows',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '資料中沒有空行', en: 'There is no blank row in the data' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    hole: {
      text: {
        'zh-TW': '資料裡有 {count} 列空行（第 {rows} 列）。',
        en: '{count} blank row(s) above or between the records (row {rows}).',
      },
      remedy: { 'zh-TW': '請刪除這些空行後再上傳。', en: 'Delete these rows and upload again.' },
    },
    'trailing-records': {
      text: {
        'zh-TW': '檔案最後有 {count} 列只有逗號、沒有內容（自第 {row} 列起），會被讀成空白資料。',
        en: 'The file ends in {count} row(s) of delimiters only (from row {row}); they are read as empty records.',
      },
      remedy: {
        'zh-TW': '請在試算表中刪除（不是清除）資料下方的列，再另存為 CSV。',
        en: 'In the spreadsheet, delete (do not clear) the rows below the data, then save as CSV.',
      },
    },
    'trailing-lines': {
      severity: 'advice',
      text: { 'zh-TW': '檔案最後有 {count} 行空行。', en: 'The file ends in {count} empty line(s).' },
      remedy: {
        'zh-TW': '建議刪除檔尾空行；不影響標章。',
        en: 'Delete them if you can; the badge does not depend on it.',
      },
    },
  },
  *check({ table }) {
    const { blank, blankRows, trailing } = table
    if (blankRows > 0)
      yield {
        messageId: 'hole',
        data: { count: blankRows, rows: blank.first.map(range) },
        at: { row: blank.first[0]!.from },
      }
    if (trailing.delimited > 0)
      yield {
        messageId: 'trailing-records',
        data: { count: trailing.delimited, row: trailing.from },
        at: { row: trailing.from },
      }
    else if (trailing.rows > 0)
      yield { messageId: 'trailing-lines', data: { count: trailing.rows }, at: { row: trailing.from } }
  },
})
