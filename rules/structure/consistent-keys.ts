import { formatKind } from '../../src/core/format.ts'
import { defineRule, message } from '../../src/core/rule.ts'

/** Share of the records that must have a name before its lack in the others is told. */
const USUAL = 0.9

export default defineRule({
  id: 'structure/consistent-keys',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['tree'],
  claim: {
    'zh-TW': '每一筆紀錄都有相同的欄位',
    en: 'Every record has the same names',
  },
  appliesTo: ({ format }) => format !== undefined && formatKind(format) === 'tree',
  messages: {
    missing: message(
      '{count} 筆紀錄中，有些少了其他紀錄都有的欄位：{names}（各少 {lacking} 筆）。',
      'Of {count} records some lack names that the others have: {names} (missing from {lacking}).',
      '沒有值時仍請輸出該欄位，JSON 填 null 或空字串，XML 用空元素；不影響標章。',
      'Write the name also when there is no value: null or "" in JSON, an empty element in XML; the badge does not depend on it.',
    ),
  },
  *check({ tree: { records } }, { partial }) {
    // The last record of a part may be cut in the middle.
    if (!records || partial) return
    const { count, fields } = records
    const lacking = fields.filter((field) => field.count < count && field.count >= count * USUAL)
    if (lacking.length === 0) return
    const shown = lacking.slice(0, 10)
    yield {
      messageId: 'missing',
      data: {
        count,
        names: shown.map(({ name }) => name),
        lacking: shown.map((field) => `${count - field.count}`),
      },
    }
  },
})
