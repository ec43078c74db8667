import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/single-header',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '第一列是標題，而且只有一列', en: 'The first row is the header, and the only one' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    title: {
      text: {
        'zh-TW': '標題列在第 {row} 列，上面還有 {above} 列文字：「{evidence}」',
        en: 'The header is in row {row}; {above} row(s) of text stand above it: “{evidence}”',
      },
      remedy: {
        'zh-TW': '請刪除標題列以上的表名、單位與日期，讓第 1 列就是欄位名稱。',
        en: 'Delete title, unit and date above the header, so that row 1 holds the names.',
      },
    },
    double: {
      text: {
        'zh-TW': '標題有兩列：第 {row} 列之下的第 {second} 列「{evidence}」也是欄位名稱。',
        en: 'There are two header rows: row {second} under row {row} holds names too: “{evidence}”.',
      },
      remedy: {
        'zh-TW': '請只留一列欄位名稱；另一列（英文代碼或中文說明）請移到「主要欄位說明」。',
        en: 'Keep one row of names; move the other (codes or translations) to the field description.',
      },
    },
    none: {
      text: {
        'zh-TW': '沒有標題列：第 1 列看來就是資料（{evidence}）。',
        en: 'There is no header: row 1 looks like a record ({evidence}).',
      },
      remedy: {
        'zh-TW': '請在第 1 列加上欄位名稱，並與「主要欄位說明」一致。',
        en: 'Add a first row with the names, as in the field description.',
      },
    },
    repeated: {
      text: {
        'zh-TW': '標題列在檔案中又出現 {count} 次（第 {rows} 列），像是多張表接在一起。',
        en: 'The header comes again {count} time(s) (row {rows}), as if several tables were joined.',
      },
      remedy: {
        'zh-TW': '請刪除重複的標題列；若是不同的表，請分成不同檔案。',
        en: 'Delete the repeated headers; put different tables into different files.',
      },
    },
  },
  *check({ table }, subject) {
    // Not one record was read: that says nothing of a header.
    if (table.head.length === 0) return
    const header = headerOf(table, subject)
    const words = (cells: readonly string[]) =>
      cells.filter((text) => text.trim() !== '').map((text) => text.trim().slice(0, 40))
    const evidence = words(header.evidence)
    const second = header.lastRow > header.row ? header.lastRow : 0
    if (header.shape === 'title')
      yield { messageId: 'title', data: { row: header.row, above: header.row - 1, evidence }, at: { row: 1 } }
    if (header.shape === 'none') yield { messageId: 'none', data: { evidence }, at: { row: 1 } }
    if (second > 0) {
      const names = words(table.head.find(({ row }) => row === second)?.cells.slice(0, 5) ?? [])
      yield { messageId: 'double', data: { row: header.row, second, evidence: names }, at: { row: second } }
    }
    const again = table.repeats.first.filter(({ of }) => of === header.row)
    if (again.length > 0)
      yield {
        messageId: 'repeated',
        data: { count: again.length, rows: again.map(({ row }) => String(row)) },
        at: { row: again[0]!.row },
      }
  },
})
