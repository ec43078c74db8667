import { type Data, type Language, type Localised, render } from './localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const instead = (zh: string, en: string): Localised => text(`${zh}，卻是 {found}`, `${en}, but found {found}`)

/** What is wrong where JSON or XML breaks. `{found}` is a character as a reader can see it. */
export const SYNTAX_FAULTS = {
  'json-value': instead(
    '這裡應為一個值（物件、陣列、字串、數字、true、false 或 null）',
    'expected a value (an object, array, string, number, true, false or null)',
  ),
  'json-element': instead('[ 之後應為一個值或 ]', 'expected a value or ] after ['),
  'json-name': instead('逗號之後應為以雙引號括住的名稱', 'expected a name in double quotes after the comma'),
  'json-first-name': instead(
    '{ 之後應為以雙引號括住的名稱或 }',
    'expected a name in double quotes or } after {',
  ),
  'json-colon': instead('名稱之後應為 :', 'expected : after the name'),
  'json-member': instead('物件的值之後應為 , 或 }', 'expected , or } after a value in an object'),
  'json-item': instead('陣列的元素之後應為 , 或 ]', 'expected , or ] after an element of an array'),
  'json-end': instead(
    '文件到此已經完整，之後不應再有內容',
    'the document is complete here and nothing may follow',
  ),
  'json-character': instead(
    '字串裡的控制字元須寫成跳脫序列',
    'a control character in a string must be written as an escape sequence',
  ),
  'json-escape': instead(
    '字串裡的 \\ 之後應為 " \\ / b f n r t u 之一',
    'expected one of " \\ / b f n r t u after \\ in a string',
  ),
  'json-hex': instead(
    '字串裡的 \\u 之後應為四個十六進位數字',
    'expected four hexadecimal digits after \\u in a string',
  ),
  'json-digit': instead('數字還不完整，這裡應為數字', 'the number is not complete: expected a digit'),
  'json-after-zero': instead(
    '數字不可以 0 開頭；0 之後應為小數點或數字的結束',
    'a number may not begin with 0: expected a decimal point or the end of the number after it',
  ),
  'json-word': instead('這裡應為 {word}', 'expected {word}'),
  'json-trailing-comma': text(
    '最後一個元素之後多了一個逗號',
    'there is a comma too many after the last element',
  ),
  'json-another-line': text(
    '第一個物件之後另起一行又有一個物件：這是每行一個 JSON（JSON Lines），不是一份 JSON，請改成一個陣列',
    'another object begins on a new line after the first: this is one JSON to a line (JSON Lines), not one JSON; make it an array',
  ),
  'json-empty': text('沒有內容，不是 JSON', 'there is no content, so this is no JSON'),
  'json-unclosed-string': text(
    '內容在此結束，字串卻還沒有以 " 關閉',
    'the content ends here, but the string is not closed by a "',
  ),
  'json-unclosed-scalar': text(
    '內容在此結束，最後一個值卻還不完整',
    'the content ends here, but the last value is not complete',
  ),
  'json-unclosed': text(
    '內容在此結束，卻還有 {depth} 層 { 或 [ 沒有關閉',
    'the content ends here; levels of { or [ that are not closed: {depth}',
  ),

  'xml-unfinished-comment': text('註解沒有以 --> 結束', 'a comment does not end with -->'),
  'xml-unfinished-cdata': text('CDATA 沒有以 ]]> 結束', 'a CDATA section does not end with ]]>'),
  'xml-unfinished-instruction': text(
    '處理指令沒有以 ?> 結束',
    'a processing instruction does not end with ?>',
  ),
  'xml-unfinished-doctype': text('DOCTYPE 沒有以 > 結束', 'the DOCTYPE does not end with >'),
  'xml-unfinished-tag': text('標記沒有以 > 結束', 'a tag does not end with >'),
  'xml-declaration-kind': text(
    '<! 之後應為註解、CDATA 或 DOCTYPE',
    'expected a comment, CDATA or DOCTYPE after <!',
  ),
  'xml-close-tag': text(
    '結束標記 {tag} 與開始標記 <{name}> 不符',
    'the end tag {tag} does not match the start tag <{name}>',
  ),
  'xml-unopened': text('{tag} 沒有對應的開始標記', '{tag} has no start tag'),
  'xml-unclosed': text(
    '內容在此結束，<{name}> 卻沒有結束標記',
    'the content ends here, but <{name}> has no end tag',
  ),
  'xml-empty': text('沒有內容，不是 XML', 'there is no content, so this is no XML'),
  'xml-no-root': text('內容在此結束，卻沒有根元素', 'the content ends here without a root element'),
  'xml-second-root': text(
    '根元素只能有一個，這裡又有 {tag}',
    'there may be only one root element, and here is another: {tag}',
  ),
  'xml-outside-root': instead('根元素之外不可有文字', 'there may be no text outside the root element'),
  'xml-bare-ampersand': text(
    '& 之後不是實體名稱；文字裡的 & 須寫成 &amp;',
    '& is not followed by the name of an entity; write a & in text as &amp;',
  ),
  'xml-entity': text('實體 {reference} 沒有可用的宣告', 'the entity {reference} has no usable declaration'),
  'xml-reference': text(
    '{reference} 指的不是 XML 允許的字元',
    '{reference} stands for a character that XML does not allow',
  ),
  'xml-value-markup': text(
    '屬性值裡不可有 <，須寫成 &lt;',
    'an attribute value may not hold <; write it as &lt;',
  ),
  'xml-character': text('XML 不允許字元 {found}', 'XML does not allow the character {found}'),
  'xml-bare-less-than': text(
    '< 之後應為元素名稱，卻是 {found}；文字裡的 < 須寫成 &lt;',
    'expected the name of an element after <, but found {found}; write a < in text as &lt;',
  ),
  'xml-element-name': text('元素名稱裡不可有 {found}', 'the name of an element may not hold {found}'),
  'xml-close-tag-character': text('結束標記裡不可有 {found}', 'an end tag may not hold {found}'),
  'xml-attribute-name': text('屬性名稱裡不可有 {found}', 'the name of an attribute may not hold {found}'),
  'xml-no-value': text('屬性沒有值', 'an attribute has no value'),
  'xml-unquoted-value': text('屬性值須以引號括住', 'an attribute value must stand in quotes'),
  'xml-attribute-space': text('兩個屬性之間須有空白', 'there must be a space between two attributes'),
  'xml-same-attribute': text('屬性 {name} 重複', 'the attribute {name} is there twice'),
  'xml-slash': text('開始標記裡的 / 之後應為 >', 'expected > after / in a start tag'),
  'xml-prefix': text('命名空間前綴 {name} 沒有宣告', 'the namespace prefix {name} is not declared'),
  'xml-colon': text('名稱 {name} 的冒號位置不正確', 'the colon in the name {name} is misplaced'),
  'xml-namespace': text('命名空間的宣告不正確', 'the declaration of a namespace is not right'),
  'xml-section-end': text('文字裡不可有 ]]>，須寫成 ]]&gt;', 'text may not hold ]]>; write it as ]]&gt;'),
  'xml-comment': text('註解裡不可有 --', 'a comment may not hold --'),
  'xml-doctype-place': text(
    'DOCTYPE 只能在根元素之前出現一次',
    'DOCTYPE may stand only once, before the root element',
  ),
  'xml-doctype': text('DOCTYPE 裡有無法辨識的宣告', 'the DOCTYPE holds a declaration of no known kind'),
  'xml-declaration-place': text(
    'XML 宣告只能在文件最開頭，之前不可有空白或其他內容',
    'the XML declaration may stand only at the very beginning, with nothing before it, not even a space',
  ),
  'xml-instruction': text(
    '處理指令（<? … ?>）的名稱不正確',
    'the name of a processing instruction (<? … ?>) is not right',
  ),
  'xml-broken-off': text('內容在此中斷', 'the content breaks off here'),
  'xml-declaration': text('XML 宣告的寫法不正確', 'the XML declaration is not written correctly'),
  'xml-other': text('XML 語法錯誤：{words}', 'XML syntax error: {words}'),
  'xml-bytes': text(
    '這一行有不屬於 UTF-8 的位元組 {bytes}',
    'this line holds bytes that do not belong to UTF-8: {bytes}',
  ),
  'xml-no-encoding': text(
    '沒有宣告編碼（即 UTF-8），內容卻是 {encoding}',
    'no encoding is declared, which means UTF-8, but the content is {encoding}',
  ),
  'xml-encoding': text(
    '宣告的編碼是 {declared}，內容卻是 {encoding}',
    'the declared encoding is {declared}, but the content is {encoding}',
  ),
} as const satisfies Record<string, Localised>

export type SyntaxFaultCode = keyof typeof SYNTAX_FAULTS

/** What is wrong, as `syntax-faults.ts` says it; `byte`, in hex, stands for `found` where it is no character. */
export interface FaultCause {
  readonly code: SyntaxFaultCode
  readonly data?: Data
}

const FAULTS: Readonly<Record<string, Localised>> = SYNTAX_FAULTS
const BYTE = text('位元組 0x{byte}', 'byte 0x{byte}')

/** Gives data that name a `fault` its words as `reason`; in older ledgers these are there already, in Chinese. */
export function withFaultWords(data: Data, language: Language): Data {
  const { fault, byte } = data as Readonly<Record<'fault' | 'byte', Data[string] | undefined>>
  if (typeof fault !== 'string' || data['reason'] !== undefined) return data
  const words = FAULTS[fault]
  const shown = byte === undefined ? data : { ...data, found: render(BYTE, data, language) }
  return { ...data, reason: words ? render(words, shown, language) : fault }
}
