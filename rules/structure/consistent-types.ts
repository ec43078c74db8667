import type { Column, ValueKind } from '../../src/core/column.ts'
import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule, message } from '../../src/core/rule.ts'

/** A column of numbers, but for a few: so many of a hundred values. */
const MOSTLY = 0.95
/** Fewer numbers do not make a column of numbers. */
const FEW = 5
const MARKS = ['grouped', 'wide', 'placeholder'] as const satisfies readonly ValueKind[]

/** Whether the column is one of numbers, however they are written, with placeholders aside. */
function isOfNumbers({ counts }: Column): boolean {
  const numbers = counts.number + counts.grouped + counts.wide
  const others = counts.text + counts.roc + counts.western + counts.scientific
  return counts.number >= FEW && numbers >= (numbers + others) * MOSTLY
}

export default defineRule({
  id: 'structure/consistent-types',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['table'],
  claim: {
    'zh-TW': '數字欄裡的每一個值都寫成同一種數字',
    en: 'The numbers of a column are all written alike',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    grouped: message(
      '「{name}」欄是數字，但至少有 {count} 格加了千分位逗號，例如第 {row} 列的「{value}」。',
      'Column “{name}” has numbers, at least {count} of them with thousands separators, e.g. “{value}” in row {row}.',
      '請取消千分位格式，只留數字。不影響標章。',
      'Write plain digits. The badge does not depend on it.',
    ),
    wide: message(
      '「{name}」欄是數字，但至少有 {count} 格是全形數字，例如第 {row} 列的「{value}」。',
      'Column “{name}” has numbers, at least {count} of them in full-width digits, e.g. “{value}” in row {row}.',
      '請改成半形數字。不影響標章。',
      'Write ASCII digits. The badge does not depend on it.',
    ),
    placeholder: message(
      '「{name}」欄是數字，但至少有 {count} 格以符號代替，例如第 {row} 列的「{value}」。',
      'Column “{name}” has numbers, but at least {count} value(s) are marks such as “{value}” in row {row}.',
      '沒有值請留空，並在「主要欄位說明」寫明空白的意思；不同的原因（不適用、未統計）可另加一欄。不影響標章。',
      'Leave cells without a value empty, and say what that means. The badge does not depend on it.',
    ),
  },
  *check({ table }, subject) {
    const { names } = headerOf(table, subject)
    for (const [c, column] of table.columns.list.entries()) {
      if (!isOfNumbers(column)) continue
      for (const kind of MARKS) {
        const first = column.first[kind]
        if (!first) continue
        const name = names[c]?.trim() || `${c + 1}`
        const { row, text: value } = first
        yield {
          messageId: kind,
          data: { name, count: column.counts[kind], row, value },
          at: { row, column: c + 1 },
        }
      }
    }
  },
})
