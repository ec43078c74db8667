import type { FaultCause, SyntaxFaultCode } from '../core/syntax-faults.ts'
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

const NO_REFERENCE = new RegExp(`&(?!${REFERENCE.slice(1)})`, 'u')

const UNSEEN_MARKUP = [
  { open: '<!--', close: '-->', unfinished: 'xml-unfinished-comment' },
  { open: '<![CDATA[', close: ']]>', unfinished: 'xml-unfinished-cdata' },
  { open: '<?', close: '?>', unfinished: 'xml-unfinished-instruction' },
] as const
const UNFINISHED = [
  ...UNSEEN_MARKUP,
  { open: '<!DOCTYPE', unfinished: 'xml-unfinished-doctype' },
  { open: '<!', unfinished: 'xml-declaration-kind' },
  { open: '<', unfinished: 'xml-unfinished-tag' },
] as const

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

const outsideRoot = (text: string, at: number): FaultCause => ({
  code: 'xml-outside-root',
  data: { found: shown(text, at) },
})

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
  readonly cause: (text: string, at: number, name: string, refusal: Refusal) => FaultCause
}

const explain = (words: RegExp, where: Explanation['where'], cause: Explanation['cause']): Explanation => ({
  words,
  where,
  cause,
})

const plainly =
  (code: SyntaxFaultCode): Explanation['cause'] =>
  () => ({ code })
const named =
  (code: SyntaxFaultCode): Explanation['cause'] =>
  (_, __, name) => ({ code, data: { name: cut(name) } })
const found =
  (code: SyntaxFaultCode): Explanation['cause'] =>
  (text, at) => ({ code, data: { found: shown(text, at) } })
/** From the fault on, as `place`. */
const quoting =
  (code: SyntaxFaultCode, place: string): Explanation['cause'] =>
  (text, at) => ({ code, data: { [place]: cut(text.slice(at)) } })

const EXPLANATIONS: readonly Explanation[] = [
  explain(/^unexpected close tag/, back('</'), (text, at, _, { closed }) => ({
    code: 'xml-close-tag',
    data: { tag: cut(text.slice(at)), name: cut(closed) },
  })),
  explain(/^unmatched closing tag|^weird empty/, back('</'), quoting('xml-unopened', 'tag')),
  explain(/^unclosed tag: (.*)$/, end, named('xml-unclosed')),
  explain(/^document must contain a root/, end, (text) => ({
    code: text.trim() === '' ? 'xml-empty' : 'xml-no-root',
  })),
  explain(/^documents may contain only one root/, tag, quoting('xml-second-root', 'tag')),
  explain(/^text data outside/, outside, outsideRoot),
  explain(/^(?:empty|disallowed character in) entity name/, reference, plainly('xml-bare-ampersand')),
  explain(/^undefined entity/, reference, quoting('xml-entity', 'reference')),
  explain(/^malformed character entity/, reference, quoting('xml-reference', 'reference')),
  explain(/^disallowed character\.$/, last, (text, at) =>
    text[at] === '<'
      ? { code: 'xml-value-markup' }
      : { code: 'xml-character', data: { found: shown(text, at) } },
  ),
  explain(/^disallowed character in tag name$/, last, found('xml-bare-less-than')),
  explain(/^disallowed character in tag name/, last, found('xml-element-name')),
  explain(/^disallowed character in closing tag/, last, found('xml-close-tag-character')),
  explain(/^disallowed character in attribute name/, last, found('xml-attribute-name')),
  explain(/^attribute without value/, last, plainly('xml-no-value')),
  explain(/^unquoted attribute value/, last, plainly('xml-unquoted-value')),
  explain(/^no whitespace between attributes/, last, plainly('xml-attribute-space')),
  explain(/^duplicate attribute: (.*)\.$/, tag, named('xml-same-attribute')),
  explain(/^forward-slash/, last, plainly('xml-slash')),
  explain(/^unbound namespace prefix: "(.*)"\.$/, tag, named('xml-prefix')),
  explain(/^malformed name: (.*)\.$/, tag, named('xml-colon')),
  explain(/namespace|prefix|xmlns/, tag, plainly('xml-namespace')),
  explain(/^the string "]]>"/, back(']]>'), plainly('xml-section-end')),
  explain(/^malformed comment/, back('--'), plainly('xml-comment')),
  explain(/^inappropriately located doctype/, tag, plainly('xml-doctype-place')),
  explain(/^malformed doctype/, back('<!DOCTYPE'), plainly('xml-doctype')),
  explain(/^incorrect syntax/, back('<!'), plainly('xml-declaration-kind')),
  explain(/XML declaration must .*start/, tag, plainly('xml-declaration-place')),
  explain(/processing instruction/, last, plainly('xml-instruction')),
  explain(/^unexpected end/, end, plainly('xml-broken-off')),
  explain(
    /declar|^did not expect|^expected |^value |value must|number must|^whitespace/,
    last,
    plainly('xml-declaration'),
  ),
]

/** What is wrong, and where in `text` it is. */
export function explainRefusal(refusal: Refusal): { readonly at: number; readonly cause: FaultCause } {
  const { words, text, from, inRoot } = refusal
  const tail = plain(text.slice(from))
  // The parser notices text outside the root only where the text ends, or where the chunk does.
  const first = inRoot ? -1 : tail.search(NO_SPACE)
  if (first >= 0 && tail[first] !== '<') return { at: from + first, cause: outsideRoot(text, from + first) }
  const ampersand = bareAmpersand(text, from)
  if (ampersand >= 0) return { at: ampersand, cause: { code: 'xml-bare-ampersand' } }
  if (/^unclosed|^unexpected end|must contain a root/.test(words)) {
    const at = tail.indexOf('<')
    const markup = UNFINISHED.find(({ open }) => tail.startsWith(open, at))
    if (at >= 0 && markup) return { at: from + at, cause: { code: markup.unfinished } }
  }
  for (const { words: known, where, cause } of EXPLANATIONS) {
    const match = known.exec(words)
    if (match === null) continue
    const at = Math.max(0, where(refusal))
    return { at, cause: cause(text, at, match[1] ?? '', refusal) }
  }
  return { at: Math.max(0, last(refusal)), cause: { code: 'xml-other', data: { words } } }
}
