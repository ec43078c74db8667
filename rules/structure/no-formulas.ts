import { holdsSheets } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/no-formulas',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '工作表中沒有公式', en: 'There is no formula in the sheet' },
  appliesTo: ({ format }) => holdsSheets(format),
  messages: {
    formulas: {
      text: {
        'zh-TW': '有 {count} 個儲存格是公式（{cells}），第一個是「{formula}」。',
        en: '{count} cell(s) hold a formula ({cells}); the first is “{formula}”.',
      },
      remedy: {
        'zh-TW': '請複製整張工作表，以「選擇性貼上－值」貼回，或另存為 CSV。',
        en: 'Copy the whole sheet and paste it back as values, or save it as CSV.',
      },
    },
  },
  *check({ table }) {
    const formulas = table.sheet?.formulas
    const [first] = formulas?.first ?? []
    if (formulas && first)
      yield {
        messageId: 'formulas',
        data: {
          count: formulas.count,
          cells: formulas.first.slice(0, 10).map(({ cell }) => cell),
          formula: first.text === '=' ? '=…' : first.text,
        },
        at: { cell: first.cell },
      }
  },
})
