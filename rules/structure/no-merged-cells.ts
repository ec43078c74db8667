import { holdsSheets } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/no-merged-cells',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '工作表中沒有合併儲存格', en: 'There is no merged cell in the sheet' },
  appliesTo: ({ format }) => holdsSheets(format),
  messages: {
    merged: {
      text: {
        'zh-TW': '有 {count} 處合併儲存格（{ranges}）。',
        en: '{count} range(s) of merged cells ({ranges}).',
      },
      remedy: {
        'zh-TW': '請全選工作表後取消合併儲存格，並在空出來的每一格填入原來的值。',
        en: 'Select the whole sheet, unmerge, and fill every freed cell with the value.',
      },
    },
  },
  *check({ table }) {
    const merged = table.sheet?.merged
    const [first] = merged?.first ?? []
    if (merged && first !== undefined)
      yield {
        messageId: 'merged',
        data: { count: merged.count, ranges: merged.first.slice(0, 10) },
        at: { cell: first },
      }
  },
})
