import { formatKind } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'
import { cellName } from '../../src/core/workbook.ts'

export default defineRule({
  id: 'structure/no-error-values',
  indicator: 'structure',
  // The measure asks for no formula, not for none that failed: in a CSV, what is left of one costs nothing.
  severity: 'advice',
  about: 'resource',
  needs: ['table'],
  claim: {
    'zh-TW': '沒有 #REF!、#N/A 這類試算表錯誤值',
    en: 'There is no error of a spreadsheet, such as #REF! or #N/A',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    errors: {
      text: {
        'zh-TW': '有 {count} 格是試算表的錯誤值（{values}），第一個在 {cell}。',
        en: '{count} cell(s) hold an error of a spreadsheet ({values}), the first in {cell}.',
      },
      remedy: {
        'zh-TW': '請修正來源公式後重新匯出；沒有值的儲存格請留空。不影響標章。',
        en: 'Mend the formula and export again; leave cells without a value empty. The badge does not depend on it.',
      },
    },
  },
  *check({ table }) {
    const { count, first } = table.errors
    const [place] = first
    if (!place) return
    const { row, column } = place
    const cell = cellName(row, column)
    yield {
      messageId: 'errors',
      data: { count, values: [...new Set(first.map(({ text }) => text))].slice(0, 5), cell },
      at: table.sheet ? { row, column, cell } : { row, column },
    }
  },
})
