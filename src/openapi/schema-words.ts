import { message } from '../core/rule.ts'

const SEE = [
  '請對照規範或以編輯器的自動完成改正。',
  'Compare with the specification, or let an editor complete it.',
] as const

/** Of what breaks the schema of the specification. */
export const SCHEMA_MESSAGES = {
  'missing-field': message(
    '缺少必要的欄位「{name}」。',
    'The field “{name}” is required and missing.',
    '請補上這個欄位。',
    'Add the field.',
  ),
  'unknown-field': message(
    '這裡不能有欄位「{name}」。',
    'The field “{name}” is not allowed here.',
    '請檢查拼字、大小寫與縮排；自訂欄位的名稱要以 x- 開頭。',
    'Check spelling, case and indentation; names of fields of your own begin with x-.',
  ),
  'field-not-here': message(
    '這個欄位不能和同一層的其他欄位並用。',
    'This field is not allowed together with the others here.',
    '請刪除，或移到它所屬的物件。',
    'Remove it, or move it to where it belongs.',
  ),
  'wrong-type': message(
    '型別應為{expected}，目前是{found}。',
    'This must be of type {expected}, but is {found}.',
    'YAML 中看起來像數字或布林值的文字要加引號；清單以 - 開頭。',
    'In YAML, quote text that looks like a number or boolean; lists begin with -.',
  ),
  'wrong-value': message(
    '{value} 不是允許的值；只能是 {allowed}。',
    '{value} is not allowed; it must be {allowed}.',
    '請改為允許的值之一（大小寫有別）。',
    'Use one of the allowed values; case matters.',
  ),
  'wrong-pattern': message(
    '{value} 不符合規定的寫法 {pattern}。',
    '{value} does not match {pattern}.',
    ...SEE,
  ),
  'wrong-format': message(
    '{value} 不是正確的 {format}。',
    '{value} is no valid {format}.',
    '網址中的中文與空白要用百分比編碼，電子郵件要完整。',
    'Percent-encode non-ASCII letters and blanks in addresses; give e-mail addresses in full.',
  ),
  'bad-name': message(
    '名稱「{name}」含有不允許的字元。',
    'The name “{name}” has characters that are not allowed.',
    '元件名稱只能用英文字母、數字與 . _ -；中文請寫在 title 或 description。',
    'Use letters, digits and . _ - for names of components; other text belongs into title or description.',
  ),
  'repeated-item': message(
    '第 {first} 與第 {second} 個項目（由 0 起算）相同。',
    'Items {first} and {second} (counted from 0) are equal.',
    '請刪除重複的項目。',
    'Remove one of them.',
  ),
  'too-few': message(
    '至少要有 {limit} 項。',
    'There must be at least {limit}.',
    '請補上內容，或刪除這個欄位。',
    'Fill it, or remove the field.',
  ),
  'exactly-one': message(
    '{names} 必須有一個，也只能有一個。',
    'There must be exactly one of {names}.',
    '請保留其中一個。',
    'Keep one of them.',
  ),
  'at-least-one': message(
    '{names} 至少要有一個。',
    'There must be at least one of {names}.',
    '請補上其中一個。',
    'Add one of them.',
  ),
  'not-together': message(
    '{names} 不能並存。',
    '{names} must not stand together.',
    '請刪除其中一個。',
    'Remove one of them.',
  ),
  'against-schema': message(
    '不符合規範的結構：{detail}',
    'Against the schema of the specification: {detail}',
    ...SEE,
  ),
  'path-without-slash': message(
    '路徑「{name}」沒有以 / 開頭。',
    'The path “{name}” does not begin with a slash.',
    '請在最前面加上 /。',
    'Put a / in front.',
  ),
  'bad-status': message(
    '「{name}」不是 HTTP 狀態碼，也不是 default。',
    '“{name}” is neither an HTTP status code nor “default”.',
    '請寫成 "200"、"404"、default；3.0 起也可用 2XX。',
    'Write "200", "404" or default; 2XX is allowed since 3.0.',
  ),
  'no-response': message(
    '至少要有一個回應。',
    'There must be at least one response.',
    '請寫出成功時的回應，例如 "200"。',
    'Describe the successful response, for example "200".',
  ),
} as const
