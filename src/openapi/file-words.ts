import { message } from '../core/rule.ts'

/** Of the file and its notation. */
export const FILE_MESSAGES = {
  empty: message(
    '檔案是空的。',
    'The file is empty.',
    '請提供 OpenAPI 文件（JSON 或 YAML）。',
    'Give an OpenAPI document (JSON or YAML).',
  ),
  binary: message(
    '不是文字檔，不可能是 OpenAPI 文件。',
    'This is no text, so it is no OpenAPI document.',
    '請提供 JSON 或 YAML 文字檔。',
    'Give a text file in JSON or YAML.',
  ),
  encoding: message(
    '編碼不是 UTF-8，也不是有位元組順序記號（BOM）的 UTF-16。',
    'The encoding is neither UTF-8 nor UTF-16 with a byte order mark.',
    '請以 UTF-8 另存新檔。',
    'Save the file as UTF-8.',
  ),
  markup: message(
    '這是網頁或 XML，不是 OpenAPI 文件。',
    'This is a web page or XML, not an OpenAPI document.',
    '請改用文件本身的網址；Swagger UI 網頁上方通常有 .json 或 .yaml 的連結。',
    'Use the address of the document itself; a Swagger UI page shows it at the top.',
  ),
  'not-openapi': message(
    '不是 OpenAPI 文件：沒有 openapi 或 swagger 欄位。',
    'No OpenAPI document: there is no field “openapi” or “swagger”.',
    '最上層請寫明版本，例如 openapi: "3.0.3"。',
    'Name the version at the top, for example openapi: "3.0.3".',
  ),
  'no-version': message(
    '{field} 不是版本字串。',
    '“{field}” is no version string.',
    '版本要寫成字串並加引號，例如 openapi: "3.0.3" 或 swagger: "2.0"。',
    'Write the version as a string in quotes: openapi: "3.0.3" or swagger: "2.0".',
  ),
  'unknown-version': message(
    '本工具不認得 {version} 版，無法判定；認得的是 2.0、3.0、3.1、3.2。',
    'Version {version} is unknown to us, so there is no verdict; we know 2.0, 3.0, 3.1 and 3.2.',
    '請確認版本是否寫對；較新的版本請更新 odbadge。',
    'Check the version; for a newer one, update odbadge.',
  ),
  syntax: message(
    '無法解讀為 JSON 或 YAML：{detail}',
    'Neither JSON nor YAML: {detail}',
    '請從這一行往前檢查縮排、引號、括號與冒號。',
    'Look at indentation, quotes, brackets and colons at and before this line.',
  ),
  'several-documents': message(
    '一個檔案裡有兩份以上的 YAML 文件（以 --- 分隔）。',
    'The file holds more than one YAML document (parted by ---).',
    '一個檔案只放一份 OpenAPI 文件。',
    'Keep one OpenAPI document per file.',
  ),
  'duplicate-key': message(
    '欄位「{name}」重複。',
    'The field “{name}” is there twice.',
    '請刪除或合併重複的欄位。',
    'Remove one or merge them.',
  ),
  'merge-key': message(
    '使用了 YAML 合併鍵「{name}」，YAML 1.2 沒有這個功能。',
    'The YAML merge key “{name}” is used, which YAML 1.2 does not have.',
    '請把內容展開，或改用 $ref。',
    'Write the content out, or use $ref.',
  ),
  'too-large': message(
    '檔案超過 {limit} MiB，未檢查。',
    'The file is larger than {limit} MiB and was not checked.',
    '請拆成數份 API 文件。',
    'Split it into several API documents.',
  ),
  'too-deep': message(
    '巢狀超過 {limit} 層，未檢查。',
    'Nested deeper than {limit} levels and not checked.',
    '請把內層移到 components（2.0 為 definitions）再以 $ref 引用。',
    'Move the inner parts to components (definitions in 2.0) and refer to them by $ref.',
  ),
  'too-many': message(
    '內容超過 {limit} 個項目，未檢查。',
    'More than {limit} items; not checked.',
    '請拆成數份 API 文件。',
    'Split it into several API documents.',
  ),
  'too-many-aliases': message(
    'YAML 別名（*）展開後過多，未檢查。',
    'The YAML aliases (*) expand beyond reason; not checked.',
    '請改用 $ref。',
    'Use $ref instead.',
  ),
  unread: message(
    '沒有取得文件，無法判定：{detail}',
    'The document could not be had, so there is no verdict: {detail}',
    '請確認檔案或網址後再試。',
    'Check the file or address and try again.',
  ),
  more: message(
    '另有 {count} 個問題未列出。',
    '{count} more are not listed.',
    '請先改正上列問題再檢查一次。',
    'Mend those listed and check again.',
  ),
} as const
