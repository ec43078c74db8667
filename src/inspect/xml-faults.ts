import { REFERENCE } from './xml-doctype.ts'

/** What is known when the parser refuses something. Indices are into `text`. */
export interface Refusal {
  /** The parser's words. */
  readonly words: string
  /** From some earlier tag to the character that was read last. */
  readonly text: string
  /** Where the last tag ended. */
  readonly from: number
  /** An element is open. */
  readonly inRoot: boolean
  /** The element that was closed last. */
  readonly closed: string
}

export const BARE_AMPERSAND = '& 之後不是實體名稱；文字裡的 & 須寫成 &amp;'
const NO_REFERENCE = new RegExp(`&(?!${REFERENCE.slice(1)})`, 'u')

const NO_DECLARATION = '<! 之後應為註解、CDATA 或 DOCTYPE'
const UNSEEN_MARKUP = [
  { open: '<!--', close: '-->', unfinished: '註解沒有以 --> 結束' },
  { open: '<![CDATA[', close: ']]>', unfinished: 'CDATA 沒有以 ]]> 結束' },
  { open: '<?', close: '?>', unfinished: '處理指令沒有以 ?> 結束' },
] as const
const UNFINISHED = [
  ...UNSEEN_MARKUP,
  { open: '<!DOCTYPE', unfinished: 'DOCTYPE 沒有以 > 結束' },
  { open: '<!', unfinished: NO_DECLARATION },
  { open: '<', unfinished: '標記沒有以 > 結束' },
]

/** Comments, CDATA and processing instructions blanked out; the first that does not end stays. */
function plain(text: string): string {
  let rest = ''
  let at = 0
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    const markup = UNSEEN_MARKUP.find((kind) => text.startsWith(kind.open, open))
    const close = markup ? text.indexOf(markup.close, open + markup.open.length) : open
    if (close < 0) break
    const end = close + (markup?.close.length ?? 1)
    rest += markup ? text.slice(at, open) + ' '.repeat(end - open) : text.slice(at, end)
    at = end
  }
  return rest + text.slice(at)
}

/**
 * Where a bare & stands behind `from`, in text or in a tag that is still open; else -1.
 * The parser would read on to the next semicolon, over markup and all.
 */
export function bareAmpersand(text: string, from: number): number {
  const tail = plain(text.slice(from))
  const at = tail.search(NO_REFERENCE)
  return at >= 0 && /^[^<]*(?:<[^<!?/][^<]*)?$/.test(tail.slice(0, at)) ? from + at : -1
}

const NO_SPACE = /[^ \t\r\n]/
const SHOWN = 60
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

function shown(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  const character = String.fromCodePoint(code)
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character
}

const outsideRoot = (text: string, at: number): string => `根元素之外不可有文字，卻是 ${shown(text, at)}`

// Where the fault is: the parser stands behind it, sometimes far behind.
const end = ({ text }: Refusal): number => text.length
const last = ({ text }: Refusal): number => text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1)
const back =
  (mark: string) =>
  ({ text }: Refusal): number =>
    text.lastIndexOf(mark)
const tag = back('<')
const reference = back('&')
const outside = ({ text, from }: Refusal): number => from + plain(text.slice(from)).search(NO_SPACE)

interface Explanation {
  /** Of saxes 6.0.0. */
  readonly words: RegExp
  readonly where: (refusal: Refusal) => number
  readonly message: (text: string, at: number, name: string, refusal: Refusal) => string
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
    (text, at, _, { closed }) => `結束標記 ${cut(text.slice(at))} 與開始標記 <${cut(closed)}> 不符`,
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
  explain(/^text data outside/, outside, (text, at) => outsideRoot(text, at)),
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
  explain(/^malformed comment/, back('--'), () => '註解裡不可有 --'),
  explain(/^inappropriately located doctype/, tag, () => 'DOCTYPE 只能在根元素之前出現一次'),
  explain(/^malformed doctype/, back('<!DOCTYPE'), () => 'DOCTYPE 裡有無法辨識的宣告'),
  explain(/^incorrect syntax/, back('<!'), () => NO_DECLARATION),
  explain(/XML declaration must .*start/, tag, () => 'XML 宣告只能在文件最開頭，之前不可有空白或其他內容'),
  explain(/processing instruction/, last, () => '處理指令（<? … ?>）的名稱不正確'),
  explain(/^unexpected end/, end, () => '內容在此中斷'),
  explain(
    /declar|^did not expect|^expected |^value |value must|number must|^whitespace/,
    last,
    () => 'XML 宣告的寫法不正確',
  ),
]

/** Says in plain words what is wrong, and where in `text` it is. */
export function explainRefusal(refusal: Refusal): { readonly at: number; readonly message: string } {
  const { words, text, from, inRoot } = refusal
  const tail = plain(text.slice(from))
  // The parser notices text outside the root only where the text ends, or where the chunk does.
  const first = inRoot ? -1 : tail.search(NO_SPACE)
  if (first >= 0 && tail[first] !== '<') return { at: from + first, message: outsideRoot(text, from + first) }
  const ampersand = bareAmpersand(text, from)
  if (ampersand >= 0) return { at: ampersand, message: BARE_AMPERSAND }
  if (/^unclosed|^unexpected end|must contain a root/.test(words)) {
    const at = tail.indexOf('<')
    const markup = UNFINISHED.find(({ open }) => tail.startsWith(open, at))
    if (at >= 0 && markup) return { at: from + at, message: markup.unfinished }
  }
  for (const { words: known, where, message } of EXPLANATIONS) {
    const match = known.exec(words)
    if (match === null) continue
    const at = Math.max(0, where(refusal))
    return { at, message: message(text, at, match[1] ?? '', refusal) }
  }
  return { at: Math.max(0, last(refusal)), message: `XML 語法錯誤：${words}` }
}
