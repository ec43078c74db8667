import type { Column, Example } from '../../src/core/column.ts'
import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { isIdentifier } from '../../src/core/identifier.ts'
import { defineRule, message } from '../../src/core/rule.ts'

const TAX_NUMBER = /統編|統一編號/
const PHONE = /電話|手機|傳真|\b(?:tel|phone|fax)\b/i
const CODE = /代碼|代號/
const DATE = /日期|年月日|\bdate\b/i
/** Nobody counts in numbers that long. */
const LONG = 10

interface Lost extends Example {
  readonly count: number
  readonly length: number
}

/** Values one digit short because a spreadsheet took a code for a number. */
function lostZeros(name: string, { digits }: Column): Lost | undefined {
  const all = digits.reduce((sum, { count }) => sum + count, 0)
  const ofLength = (length: number) => digits.find((entry) => entry.length === length)
  const short = (length: number): Lost | undefined => {
    const found = ofLength(length - 1)
    return found && found.zeroLed === 0 ? { ...found, length: length - 1 } : undefined
  }
  if (TAX_NUMBER.test(name)) return ofLength(8) && short(8)
  // Without its 0 a phone number has nine digits; eight are a number in Taipei.
  if (PHONE.test(name)) return short(10)
  if (!CODE.test(name)) return undefined
  const [usual] = [...digits].sort((a, b) => b.count - a.count)
  if (!usual || usual.count < all * 0.5) return undefined
  const others = digits.filter(({ length }) => length !== usual.length && length !== usual.length - 1)
  const padded = usual.zeroLed > 0 && usual.length > 1
  return others.length === 0 && (padded || usual.length === 5) ? short(usual.length) : undefined
}

function scientific(name: string, { counts, first, digits }: Column): Example | undefined {
  const long = digits.reduce((sum, { length, count }) => (length >= LONG ? sum + count : sum), 0)
  const identifies = isIdentifier(name) || long > (counts.number + counts.text) / 2
  return identifies ? first.scientific : undefined
}

function serial(name: string, { counts, serials, firstSerial }: Column): Example | undefined {
  const dates = counts.roc + counts.western
  return DATE.test(name) && (dates > 0 || serials >= counts.number / 2) ? firstSerial : undefined
}

export default defineRule({
  id: 'structure/no-spreadsheet-traps',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['table'],
  claim: {
    'zh-TW': '沒有試算表另存 CSV 時變了樣的值：公式、科學記號、掉了的 0、日期序號',
    en: 'No value was changed by a spreadsheet on its way to CSV: formulas, exponents, lost zeros, serial dates',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    formula: message(
      '「{name}」欄第 {row} 列是公式「{value}」，共有 {count} 格以公式存入 CSV。',
      'Column “{name}”, row {row} is the formula “{value}”; {count} cell(s) of the CSV are formulas.',
      '請在試算表中選取該欄，複製後以「選擇性貼上」貼成「值」，再另存為 CSV；寫成 ="0912" 的，請只留引號內的內容。不影響標章。',
      'Paste the column as values before saving as CSV; of ="0912" keep only what the quotes hold. The badge does not depend on it.',
    ),
    scientific: message(
      '「{name}」欄至少有 {count} 格變成科學記號，例如第 {row} 列的「{value}」，後面的數字已經遺失。',
      'Column “{name}” has at least {count} value(s) in scientific notation, e.g. “{value}” in row {row}: the last digits are lost.',
      '請回到原始資料，先把該欄的儲存格格式設為「文字」再貼上或匯入資料，然後另存為 CSV。不影響標章。',
      'Go back to the source, format the column as text before filling it, then save as CSV. The badge does not depend on it.',
    ),
    'lost-zero': message(
      '「{name}」欄至少有 {count} 格可能掉了開頭的 0，例如第 {row} 列的「{value}」只有 {length} 碼。',
      'Column “{name}” has at least {count} value(s) that may have lost a leading 0, e.g. “{value}” in row {row} with {length} digits.',
      '請把該欄的儲存格格式設為「文字」，補回開頭的 0，再另存為 CSV；之後請勿直接用 Excel 開啟 CSV 再存檔。不影響標章。',
      'Format the column as text, put the leading 0 back and save as CSV again. The badge does not depend on it.',
    ),
    serial: message(
      '「{name}」欄至少有 {count} 格像是 Excel 的日期序號，例如第 {row} 列的「{value}」，不是日期。',
      'Column “{name}” has at least {count} value(s) that look like serial numbers of Excel instead of dates, e.g. “{value}” in row {row}.',
      '請把該欄的儲存格格式設為日期（例如 yyyy-mm-dd），確認顯示為日期後再另存為 CSV。不影響標章。',
      'Format the column as a date, e.g. yyyy-mm-dd, before saving as CSV. The badge does not depend on it.',
    ),
  },
  *check({ table }, subject) {
    if (table.sheet) return
    const { names } = headerOf(table, subject)
    const nameOf = (column: number) => names[column - 1]?.trim() || `${column}`
    const [formula] = table.formulas.first
    if (formula)
      yield {
        messageId: 'formula',
        data: {
          name: nameOf(formula.column),
          row: formula.row,
          value: formula.text,
          count: table.formulas.count,
        },
        at: { row: formula.row, column: formula.column },
      }
    for (const [c, column] of table.columns.entries()) {
      const name = nameOf(c + 1)
      const place = ({ row, text }: Example, count: number) => ({
        data: { name, row, value: text, count },
        at: { row, column: c + 1 },
      })
      const rounded = scientific(name, column)
      if (rounded) yield { messageId: 'scientific', ...place(rounded, column.counts.scientific) }
      const lost = lostZeros(name, column)
      if (lost) {
        const { data, at } = place(lost, lost.count)
        yield { messageId: 'lost-zero', data: { ...data, length: lost.length }, at }
      }
      const day = serial(name, column)
      if (day) yield { messageId: 'serial', ...place(day, column.serials) }
    }
  },
})
