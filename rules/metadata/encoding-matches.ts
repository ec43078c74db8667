import { type Charset, declaredCharset } from '../../src/core/encoding.ts'
import { isTextual } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/encoding-matches',
  indicator: 'metadata',
  severity: 'blocking',
  about: 'resource',
  needs: ['text'],
  claim: { 'zh-TW': '「編碼格式」與檔案實際編碼相符', en: 'The declared encoding is the actual one' },
  appliesTo: ({ resource, format }) => resource.encoding !== undefined && isTextual(format),
  messages: {
    differs: {
      text: {
        'zh-TW': '「編碼格式」填 {declared}，檔案實際是 {detected}。',
        en: 'Declared {declared}, but the file is {detected}.',
      },
      remedy: {
        'zh-TW': '請把檔案轉存為 UTF-8 並將「編碼格式」填 UTF-8；或將「編碼格式」改填 {detected}。',
        en: 'Save the file as UTF-8 and declare UTF-8, or declare {detected}.',
      },
    },
    other: {
      text: {
        'zh-TW': '「編碼格式」填「{declared}」，無法據以讀取；檔案實際是 {detected}。',
        en: 'The declared encoding is “{declared}”, by which nobody can read the file; it is {detected}.',
      },
      remedy: { 'zh-TW': '請將「編碼格式」改填 {detected}。', en: 'Declare {detected}.' },
    },
    missing: {
      text: {
        'zh-TW': '沒有填「編碼格式」；檔案實際是 {detected}。',
        en: 'No encoding is declared; the file is {detected}.',
      },
      remedy: {
        'zh-TW': '請在詮釋資料填入「編碼格式」：{detected}。',
        en: 'Declare {detected} in the metadata.',
      },
    },
  },
  *check({ text }, { resource }) {
    const declared = resource.encoding?.trim() ?? ''
    const detected =
      text.encoding === 'OTHER'
        ? `${text.guess ?? '?'}（推測）`
        : text.encoding === 'ASCII'
          ? 'UTF-8'
          : text.encoding
    if (declared === '') {
      yield { messageId: 'missing', data: { detected } }
      return
    }
    const charset = declaredCharset(declared)
    if (charset === undefined) yield { messageId: 'other', data: { declared, detected } }
    else if (!agrees(charset, text.encoding)) yield { messageId: 'differs', data: { declared, detected } }
  },
})

/** Pure ASCII agrees with every declaration that contains ASCII. */
const agrees = (declared: Charset, actual: string): boolean =>
  actual === 'ASCII'
    ? declared !== 'UTF-16'
    : declared === 'UTF-16'
      ? actual.startsWith('UTF-16')
      : declared === actual
