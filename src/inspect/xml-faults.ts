import { REFERENCE } from './xml-doctype.ts'

/** What is known when the parser refuses something. Indices are into `text`. */
export interface Refusal {
  /** The parser's words. */
  readonly words: string
  /** From some earlier markup to the character that was read last. */
  readonly text: string
  /** Where the last piece of markup ended. */
  readonly from: number
  /** The element that was open. */
  readonly open: string
}

export const BARE_AMPERSAND = '& 之後不是實體名稱；文字裡的 & 須寫成 &amp;'
const NO_REFERENCE = new RegExp(`&(?!${REFERENCE.slice(1)})`, 'u')

/** Where a bare & stands in text or attributes behind `from`, else -1: the parser reads on to the next semicolon, over markup and all. */
export function bareAmpersand(text: string, from: number): number {
  const at = text.slice(from).search(NO_REFERENCE)
  return at < 0 || text.slice(from, from + at).includes('<') ? -1 : from + at
}

const SHOWN = 60
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

function shown(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  const character = String.fromCodePoint(code)
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character
}

// Where the fault is: the parser stands behind it, sometimes far behind.
const end = ({ text }: Refusal): number => text.length
const last = ({ text }: Refusal): number => text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1)
const back =
  (mark: string) =>
  ({ text }: Refusal): number =>
    text.lastIndexOf(mark)
const tag = back('<')
const reference = back('&')
const outside = ({ text, from }: Refusal): number => from + text.slice(from).search(/\S/)

interface Explanation {
  /** Of saxes 6.0.0. */
  readonly words: RegExp
  readonly where: (refusal: Refusal) => number
  readonly message: (text: string, at: number, name: string, open: string) => string
}

const explain = (
  words: RegExp,
  where: Explanation['where'],
  message: Explanation['message'],
): Explanation => ({
  words,
  where,
  message,
})

const EXPLANATIONS: readonly Explanation[] = [
  explain(
    /^unexpected close tag/,
    back('</'),
    (text, at, _, open) => `結束標記 ${cut(text.slice(at))} 與開始標記 <${cut(open)}> 不符`,
  ),
  explain(
    /^unmatched closing tag|^weird empty/,
    back('</'),
    (text, at) => `${cut(text.slice(at))} 沒有對應的開始標記`,
  ),
  explain(/^unclosed tag: (.*)$/, end, (_, __, name) => `內容在此結束，<${cut(name)}> 卻沒有結束標記`),
  explain(/^document must contain a root/, end, (text) =>
    text.trim() === '' ? '沒有內容，不是 XML' : '內容在此結束，卻沒有根元素',
  ),
  explain(
    /^documents may contain only one root/,
    tag,
    (text, at) => `根元素只能有一個，這裡又有 ${cut(text.slice(at))}`,
  ),
  explain(/^text data outside/, outside, (text, at) => `根元素之外不可有文字，卻是 ${shown(text, at)}`),
  explain(/^(?:empty|disallowed character in) entity name/, reference, () => BARE_AMPERSAND),
  explain(/^undefined entity/, reference, (text, at) => `實體 ${cut(text.slice(at))} 沒有可用的宣告`),
  explain(
    /^malformed character entity/,
    reference,
    (text, at) => `${cut(text.slice(at))} 指的不是 XML 允許的字元`,
  ),
  explain(/^disallowed character\.$/, last, (text, at) =>
    text[at] === '<' ? '屬性值裡不可有 <，須寫成 &lt;' : `XML 不允許字元 ${shown(text, at)}`,
  ),
  explain(
    /^disallowed character in tag name$/,
    last,
    (text, at) => `< 之後應為元素名稱，卻是 ${shown(text, at)}；文字裡的 < 須寫成 &lt;`,
  ),
  explain(/^disallowed character in tag name/, last, (text, at) => `元素名稱裡不可有 ${shown(text, at)}`),
  explain(/^disallowed character in closing tag/, last, (text, at) => `結束標記裡不可有 ${shown(text, at)}`),
  explain(
    /^disallowed character in attribute name/,
    last,
    (text, at) => `屬性名稱裡不可有 ${shown(text, at)}`,
  ),
  explain(/^attribute without value/, last, () => '屬性沒有值'),
  explain(/^unquoted attribute value/, last, () => '屬性值須以引號括住'),
  explain(/^no whitespace between attributes/, last, () => '兩個屬性之間須有空白'),
  explain(/^duplicate attribute: (.*)\.$/, tag, (_, __, name) => `屬性 ${cut(name)} 重複`),
  explain(/^forward-slash/, last, () => '開始標記裡的 / 之後應為 >'),
  explain(
    /^unbound namespace prefix: "(.*)"\.$/,
    tag,
    (_, __, prefix) => `命名空間前綴 ${cut(prefix)} 沒有宣告`,
  ),
  explain(/^malformed name: (.*)\.$/, tag, (_, __, name) => `名稱 ${cut(name)} 的冒號位置不正確`),
  explain(/namespace|prefix|xmlns/, tag, () => '命名空間的宣告不正確'),
  explain(/^the string "]]>"/, back(']]>'), () => '文字裡不可有 ]]>，須寫成 ]]&gt;'),
  explain(/^malformed comment/, last, () => '註解裡不可有 --'),
  explain(/^inappropriately located doctype/, tag, () => 'DOCTYPE 只能在根元素之前出現一次'),
  explain(/^malformed doctype/, tag, () => 'DOCTYPE 裡有無法辨識的宣告'),
  explain(/^incorrect syntax/, tag, () => '<! 之後應為註解、CDATA 或 DOCTYPE'),
  explain(/XML declaration must .*start/, tag, () => 'XML 宣告只能在文件最開頭，之前不可有空白或其他內容'),
  explain(/processing instruction/, last, () => '處理指令（<? … ?>）的名稱不正確'),
  explain(/^unexpected end/, end, () => '內容在此中斷'),
  explain(
    /declar|^did not expect|^expected |^value |value must|number must|^whitespace/,
    last,
    () => 'XML 宣告的寫法不正確',
  ),
]

const UNFINISHED: readonly (readonly [string, string])[] = [
  ['<!--', '註解沒有以 --> 結束'],
  ['<![CDATA[', 'CDATA 沒有以 ]]> 結束'],
  ['<!DOCTYPE', 'DOCTYPE 沒有以 > 結束'],
  ['<?', '處理指令沒有以 ?> 結束'],
]

/** Says in plain words what is wrong, and where in `text` it is. */
export function explainRefusal(refusal: Refusal): { readonly at: number; readonly message: string } {
  const { words, text, from, open } = refusal
  const ampersand = bareAmpersand(text, from)
  if (ampersand >= 0) return { at: ampersand, message: BARE_AMPERSAND }
  const tail = text.slice(from)
  if (/^unclosed|^unexpected end|must contain a root/.test(words)) {
    for (const [mark, message] of UNFINISHED) {
      const at = tail.indexOf(mark)
      if (at >= 0) return { at: from + at, message }
    }
  }
  for (const { words: known, where, message } of EXPLANATIONS) {
    const match = known.exec(words)
    if (match === null) continue
    const at = Math.max(0, where(refusal))
    return { at, message: message(text, at, match[1] ?? '', open) }
  }
  return { at: Math.max(0, last(refusal)), message: `XML 語法錯誤：${words}` }
}
