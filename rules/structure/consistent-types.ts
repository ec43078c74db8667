import type { Table, Tree } from '../../src/core/artifacts.ts'
import type { Column, ValueKind } from '../../src/core/column.ts'
import { hasRecords } from '../../src/core/format.ts'
import { type Header, headerOf } from '../../src/core/header.ts'
import { isIdentifier } from '../../src/core/identifier.ts'
import type { Data } from '../../src/core/localised.ts'
import { looseRows } from '../../src/core/notes.ts'
import { defineRule, message, type Problem, type Subject } from '../../src/core/rule.ts'

/** A column of numbers, but for a few: so many of a hundred values. */
const MOSTLY = 0.95
/** Fewer numbers do not make a column of numbers. */
const FEW = 5
const MARKS = ['grouped', 'wide', 'placeholder'] as const satisfies readonly ValueKind[]

type Odd = (typeof MARKS)[number] | 'words' | 'dates'

/** Whether the column is one of numbers, however they are written, with placeholders aside. */
function isOfNumbers(counts: Column['counts']): boolean {
  const numbers = counts.number + counts.grouped + counts.wide
  const others = counts.text + counts.roc + counts.western + counts.scientific
  return counts.number >= FEW && numbers >= (numbers + others) * MOSTLY
}

function isOfDates(counts: Column['counts']): boolean {
  const dates = counts.roc + counts.western
  const others = counts.number + counts.grouped + counts.wide + counts.scientific + counts.text
  return dates >= FEW && dates >= (dates + others) * MOSTLY
}

export default defineRule({
  id: 'structure/consistent-types',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['shape'],
  claim: {
    'zh-TW': '同一欄的數字或日期都用同一種寫法',
    en: 'The numbers and dates of a column are all written alike',
  },
  appliesTo: ({ format }) => format === undefined || hasRecords(format),
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
    words: message(
      '「{name}」欄是數字，但至少有 {count} 格寫了文字或符號，例如第 {row} 列的「{value}」。',
      'Column “{name}” has numbers, but at least {count} value(s) are words, e.g. “{value}” in row {row}.',
      '請只留數字；單位、約數、原因等說明請寫進「主要欄位說明」，或另設一欄。不影響標章。',
      'Leave the number only, and put units and remarks into the field description or a column of their own. The badge does not depend on it.',
    ),
    dates: message(
      '「{name}」欄的日期有的用民國（至少 {roc} 格），有的用西元（至少 {western} 格），例如第 {row} 列的「{value}」。',
      'Column “{name}” has dates of the Republic (at least {roc}) and Western ones (at least {western}), e.g. “{value}” in row {row}.',
      '請統一成同一種紀年，建議用西元的 yyyy-mm-dd。不影響標章。',
      'Use one calendar for all, at best yyyy-mm-dd. The badge does not depend on it.',
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
    'words-record': message(
      '「{name}」欄位是數字，但至少有 {count} 筆寫了文字或符號，例如第 {row} 筆的「{value}」。',
      '“{name}” has numbers, but at least {count} value(s) are words, e.g. “{value}” in record {row}.',
      '請只留數字；單位、約數、原因等說明請寫進「主要欄位說明」，或另設一個欄位。不影響標章。',
      'Leave the number only, and put units and remarks into the field description or a name of their own. The badge does not depend on it.',
    ),
    'dates-record': message(
      '「{name}」欄位的日期有的用民國（至少 {roc} 筆），有的用西元（至少 {western} 筆），例如第 {row} 筆的「{value}」。',
      '“{name}” has dates of the Republic (at least {roc}) and Western ones (at least {western}), e.g. “{value}” in record {row}.',
      '請統一成同一種紀年，建議用西元的 yyyy-mm-dd。不影響標章。',
      'Use one calendar for all, at best yyyy-mm-dd. The badge does not depend on it.',
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

function* inTable(table: Table, subject: Subject): Iterable<Problem<Odd>> {
  const header = headerOf(table, subject)
  const told = otherwiseTold(table, header)
  for (const [c, column] of table.columns.entries())
    for (const [kind, data] of oddIn(header.names[c]?.trim() || `${c + 1}`, column, header.lastRow, told))
      yield { messageId: kind, data, at: { row: data.row, column: c + 1 } }
}

/** Rows, at most, whose words other rules tell of: notes, totals, headers, formulas, errors, and cells in a wrong column. */
function otherwiseTold(table: Table, header: Header): number {
  const { totals, formulas, errors, widths, same } = table
  const headers = same.ofHead.filter(({ of }) => of <= header.lastRow)
  const told = [totals, formulas, errors, ...widths.slice(1), ...headers]
  return told.reduce((sum, { count }) => sum + count, looseRows(table, header).length)
}

function* inRecords({ records }: Tree): Iterable<Problem<`${Odd}-record` | 'mixed'>> {
  for (const [c, column] of records?.columns.entries() ?? []) {
    const name = records!.fields[c]!.name
    for (const [kind, data] of oddIn(name, column))
      if (kind !== 'words' || !column.mixed) yield { messageId: `${kind}-record`, data }
    if (!column.mixed) continue
    const { numbers, strings } = column.mixed
    const { row, text: value } = strings.count <= numbers.count ? strings : numbers
    yield { messageId: 'mixed', data: { name, numbers: numbers.count, strings: strings.count, row, value } }
  }
}

/**
 * What is written in another way than the rest of its column, with the first of it.
 * @param lastRow of the title and header
 * @param told so many words are told of by other rules
 */
function* oddIn(
  name: string,
  { counts, first, words }: Column,
  lastRow = 0,
  told = 0,
): Iterable<[Odd, Data & { row: number }]> {
  const { roc, western } = first
  if (roc && western && isOfDates(counts)) {
    const { row, text: value } = counts.roc < counts.western ? roc : western
    if (row > lastRow) yield ['dates', { name, roc: counts.roc, western: counts.western, row, value }]
  }
  if (!isOfNumbers(counts)) return
  for (const kind of MARKS) {
    const example = first[kind]
    if (example && example.row > lastRow)
      yield [kind, { name, count: counts[kind], row: example.row, value: example.text }]
  }
  // Codes may well have letters.
  if (words && words.count > told && !isIdentifier(name))
    yield ['words', { name, count: words.count, row: words.row, value: words.text }]
}
