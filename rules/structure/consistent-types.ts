import type { Table, Tree } from '../../src/core/artifacts.ts'
import type { Column, ValueKind } from '../../src/core/column.ts'
import { type FormatKind, formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule, message, type Problem, type Subject } from '../../src/core/rule.ts'

/** A column of numbers, but for a few: so many of a hundred values. */
const MOSTLY = 0.95
/** Fewer numbers do not make a column of numbers. */
const FEW = 5
const MARKS = ['grouped', 'wide', 'placeholder'] as const satisfies readonly ValueKind[]

type Mark = (typeof MARKS)[number]

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
  needs: ['shape'],
  claim: {
    'zh-TW': '數字欄裡的每一個值都寫成同一種數字',
    en: 'The numbers of a column are all written alike',
  },
  appliesTo: ({ format }) => format === undefined || hasColumns(formatKind(format)),
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
    'grouped-record': message(
      '「{name}」欄位是數字，但至少有 {count} 筆加了千分位逗號，例如第 {row} 筆的「{value}」。',
      '“{name}” has numbers, at least {count} of them with thousands separators, e.g. “{value}” in record {row}.',
      '請輸出不含逗號的數字。不影響標章。',
      'Write plain digits. The badge does not depend on it.',
    ),
    'wide-record': message(
      '「{name}」欄位是數字，但至少有 {count} 筆是全形數字，例如第 {row} 筆的「{value}」。',
      '“{name}” has numbers, at least {count} of them in full-width digits, e.g. “{value}” in record {row}.',
      '請改成半形數字。不影響標章。',
      'Write ASCII digits. The badge does not depend on it.',
    ),
    'placeholder-record': message(
      '「{name}」欄位是數字，但至少有 {count} 筆以符號代替，例如第 {row} 筆的「{value}」。',
      '“{name}” has numbers, but at least {count} value(s) are marks such as “{value}” in record {row}.',
      '沒有值時，JSON 請輸出 null，XML 請輸出空元素，並在「主要欄位說明」寫明沒有值的意思。不影響標章。',
      'Write null in JSON, an empty element in XML, and say what that means. The badge does not depend on it.',
    ),
    mixed: message(
      '「{name}」欄位有的是數字（至少 {numbers} 筆），有的是字串（至少 {strings} 筆），例如第 {row} 筆的「{value}」。',
      '“{name}” has numbers (at least {numbers}) and strings (at least {strings}), e.g. “{value}” in record {row}.',
      '請統一：要計算的數值一律不加引號；代碼、電話等編號和文字一律加引號，以免掉了開頭的 0。不影響標章。',
      'Choose one: no quotes for what is counted, quotes for codes, phone numbers and words. The badge does not depend on it.',
    ),
  },
  *check({ shape }, subject) {
    if (shape.kind === 'table') yield* inTable(shape.table, subject)
    else if (shape.kind === 'tree') yield* inRecords(shape.tree)
  },
})

const hasColumns = (kind: FormatKind): boolean => kind === 'table' || kind === 'tree'

function* inTable(table: Table, subject: Subject): Iterable<Problem<Mark>> {
  const { names } = headerOf(table, subject)
  for (const [c, column] of table.columns.entries())
    for (const [kind, data] of marksIn(column)) {
      const name = names[c]?.trim() || `${c + 1}`
      yield { messageId: kind, data: { name, ...data }, at: { row: data.row, column: c + 1 } }
    }
}

function* inRecords({ records }: Tree): Iterable<Problem<`${Mark}-record` | 'mixed'>> {
  for (const [c, column] of records?.columns.entries() ?? []) {
    const name = records!.fields[c]!.name
    for (const [kind, data] of marksIn(column)) yield { messageId: `${kind}-record`, data: { name, ...data } }
    if (!column.mixed) continue
    const { numbers, strings } = column.mixed
    const { row, text: value } = strings.count <= numbers.count ? strings : numbers
    yield { messageId: 'mixed', data: { name, numbers: numbers.count, strings: strings.count, row, value } }
  }
}

/** The marks in a column of numbers, with the first of each. */
function marksIn(column: Column) {
  if (!isOfNumbers(column)) return []
  return MARKS.flatMap((kind) => {
    const first = column.first[kind]
    return first ? [[kind, { count: column.counts[kind], row: first.row, value: first.text }] as const] : []
  })
}
