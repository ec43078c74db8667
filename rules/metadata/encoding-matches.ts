import type { EncodingName } from '../../src/core/artifacts.ts'
import type { Resource } from '../../src/core/catalogue.ts'
import { type Charset, declaredCharset } from '../../src/core/encoding.ts'
import { isTextual } from '../../src/core/format.ts'
import { mediaType } from '../../src/core/media-type.ts'
import { defineRule, Undecidable } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/encoding-matches',
  indicator: 'metadata',
  severity: 'blocking',
  about: 'resource',
  needs: ['exchange', 'text'],
  claim: { 'zh-TW': '「編碼格式」與檔案實際編碼相符', en: 'The declared encoding is the actual one' },
  appliesTo: ({ resource, format }) =>
    (resource.encoding !== undefined || isUnclear(resource)) && isTextual(format),
  messages: {
    unclear: {
      text: {
        'zh-TW':
          '無法判定：目錄裡「編碼格式」的個數與連結數不同，看不出哪一個屬於這個資料資源；檔案實際是 {detected}。',
        en: 'Not decidable: the catalogue has not as many encodings as links, so it is not clear which is for this one. The file is {detected}.',
      },
      remedy: {
        'zh-TW': '請讓每個資料資源都有自己的「編碼格式」。',
        en: 'Give every resource an encoding of its own.',
      },
    },
    differs: {
      text: {
        'zh-TW': '「編碼格式」填 {declared}，檔案實際是 {detected}。',
        en: 'Declared {declared}, but the file is {detected}.',
      },
      remedy: {
        'zh-TW': '請將「編碼格式」改填 {detected}；檔案若還不是 UTF-8，建議先轉存為 UTF-8 再改填 UTF-8。',
        en: 'Declare {detected}; if that is not UTF-8, better save the file as UTF-8 and declare UTF-8.',
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
    'header-differs': {
      severity: 'advice',
      text: {
        'zh-TW':
          '伺服器的 Content-Type 標頭說編碼是 {header}，檔案實際是 {detected}；瀏覽器與程式會照標頭讀成亂碼。',
        en: 'The Content-Type header says {header}, but the file is {detected}; browsers and programs will garble it.',
      },
      remedy: {
        'zh-TW': '請將標頭改為 charset={detected}，或不要在標頭指定 charset。',
        en: 'Let the header say charset={detected}, or no charset at all.',
      },
    },
  },
  *check({ text, exchange }, { resource, inside }) {
    const declared = resource.encoding?.trim() ?? ''
    const detected =
      text.encoding === 'OTHER'
        ? `${text.guess ?? '?'}（推測）`
        : text.encoding === 'ASCII'
          ? 'UTF-8'
          : text.encoding
    if (isUnclear(resource)) throw new Undecidable('unclear', { detected })
    const charset = declaredCharset(declared)
    if (declared === '') yield { messageId: 'missing', data: { detected } }
    else if (charset === undefined) yield { messageId: 'other', data: { declared, detected } }
    else if (!agrees(charset, text.encoding)) yield { messageId: 'differs', data: { declared, detected } }
    const header = inside ? undefined : mediaType(exchange.contentType ?? '').charset
    if (header !== undefined && contradicts(header, text.encoding))
      yield { messageId: 'header-differs', data: { header, detected } }
  },
})

const isUnclear = ({ unclear }: Resource): boolean => unclear?.includes('encoding') ?? false

/** An encoding nobody could name contradicts nothing; ISO-8859-1 and other names without Chinese always do. */
function contradicts(header: string, actual: EncodingName): boolean {
  const charset = declaredCharset(header)
  if (actual === 'OTHER' || (actual === 'ASCII' && charset === undefined)) return false
  return charset === undefined || !agrees(charset, actual)
}

/** Pure ASCII agrees with every declaration that contains ASCII. */
const agrees = (declared: Charset, actual: string): boolean =>
  actual === 'ASCII'
    ? declared !== 'UTF-16'
    : declared === 'UTF-16'
      ? actual.startsWith('UTF-16')
      : declared === actual
