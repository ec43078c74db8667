import { message } from '../core/rule.ts'

/** Of what breaks the text of the specification. */
export const TEXT_MESSAGES = {
  unresolved: message(
    '$ref「{reference}」指向的內容不存在。',
    'What the reference “{reference}” leads to does not exist.',
    '請檢查名稱、大小寫與路徑；/ 寫成 ~1，~ 寫成 ~0。',
    'Check name, case and path; write / as ~1 and ~ as ~0.',
  ),
  external: message(
    '「{reference}」在另一個檔案或網址，本工具不會跟過去，無法判定。',
    '“{reference}” is in another file or address, which we do not follow: no verdict.',
    '請先合併成一份文件（bundle）再檢查。',
    'Bundle everything into one document, then check that.',
  ),
  circular: message(
    '$ref「{reference}」繞回自己，沒有內容。',
    'The reference “{reference}” leads back to itself and to nothing else.',
    '請改指向真正的內容。',
    'Refer to the real thing.',
  ),
  'other-dialect': message(
    'Schema 使用 {dialect}，本工具不檢查這種寫法，無法判定。',
    'Schemas are written in {dialect}, which we do not check: no verdict.',
    '請改用 OpenAPI 預設的 JSON Schema 2020-12。',
    'Use the default of OpenAPI, JSON Schema 2020-12.',
  ),
  'same-path': message(
    '路徑「{path}」和「{first}」只有參數名稱不同，視為同一個路徑。',
    'The paths “{path}” and “{first}” differ in the names of parameters only: they are the same.',
    '請合併成一個路徑。',
    'Merge them.',
  ),
  'repeated-expression': message(
    '「{name}」在同一個範本中出現兩次。',
    '“{name}” is twice in one template.',
    '請改用不同的名稱。',
    'Give them different names.',
  ),
  'missing-path-parameter': message(
    '路徑「{path}」中的 {name} 沒有對應的路徑參數。',
    'There is no path parameter for “{name}” of the path “{path}”.',
    '請在 parameters 加上 name 相同、in: path、required: true 的參數。',
    'Add a parameter of that name with in: path and required: true.',
  ),
  'undeclared-path-parameter': message(
    '路徑參數「{name}」沒有出現在路徑「{path}」中。',
    'The path parameter “{name}” is not in the path “{path}”.',
    '請把它以大括號寫進路徑，或改成 in: query，或刪除。',
    'Put it into the path in braces, make it in: query, or remove it.',
  ),
  'repeated-parameter': message(
    '參數「{name}」（in: {place}）重複。',
    'The parameter “{name}” (in: {place}) is there twice.',
    '請刪除其中一個。',
    'Remove one of them.',
  ),
  'two-bodies': message(
    '同一個操作有兩個 body 參數。',
    'The operation has two body parameters.',
    '請合併成一個物件。',
    'Merge them into one object.',
  ),
  'body-and-form': message(
    'body 與 formData 參數不能並存。',
    'Parameters in body and in formData must not stand together.',
    '請只用其中一種。',
    'Use one of the two.',
  ),
  'repeated-operation-id': message(
    'operationId「{id}」和 {first} 的重複。',
    'The operationId “{id}” is also that of {first}.',
    '每個操作請用不同的 operationId。',
    'Give every operation its own operationId.',
  ),
  'unknown-operation': message(
    '沒有 operationId 為「{id}」的操作。',
    'There is no operation with the operationId “{id}”.',
    '請改成存在的 operationId。',
    'Name an operationId that exists.',
  ),
  'operation-elsewhere': message(
    '這份文件裡沒有 operationId「{id}」，可能在它引用的其他文件裡，無法判定。',
    'The operationId “{id}” is not here; it may be in another document: no verdict.',
    '請先合併成一份文件（bundle）再檢查。',
    'Bundle everything into one document, then check that.',
  ),
  'repeated-tag': message(
    'tag「{name}」重複。',
    'The tag “{name}” is there twice.',
    '請刪除其中一個。',
    'Remove one of them.',
  ),
  'unknown-tag': message(
    '上層 tag「{name}」不存在。',
    'The parent tag “{name}” does not exist.',
    '請在 tags 加上它，或改正名稱。',
    'Add it to tags, or correct the name.',
  ),
  'circular-tag': message(
    'tag「{name}」的上層繞回自己。',
    'The parents of the tag “{name}” lead back to it.',
    '請拿掉其中一個 parent。',
    'Remove one of the parents.',
  ),
  'unknown-scheme': message(
    '沒有定義驗證方式「{name}」。',
    'The security scheme “{name}” is not defined.',
    '請在 components/securitySchemes（2.0 為 securityDefinitions）定義，或改正名稱。',
    'Define it in components/securitySchemes (securityDefinitions in 2.0), or correct the name.',
  ),
  'scopes-without-oauth': message(
    '驗證方式「{name}」的類型是 {type}，不能有 scope。',
    'The security scheme “{name}” is of type {type}, which has no scopes.',
    '請改成空的清單 []。',
    'Make it an empty list [].',
  ),
  'no-items': message(
    'type 是 array，但沒有 items。',
    'The type is array, but there are no items.',
    '請加上 items，說明每個項目的型別。',
    'Add items with the type of each.',
  ),
  'default-not-in-enum': message(
    '預設值「{value}」不在 enum 之中。',
    'The default “{value}” is not in the enum.',
    '請把它加進 enum，或改用其中的值。',
    'Add it to the enum, or use one of its values.',
  ),
  'bad-discriminator': message(
    'discriminator「{name}」必須是這個 schema 的 property，並列在 required。',
    'The discriminator “{name}” must be a property of this schema and in its required list.',
    '請補上 property 與 required。',
    'Add the property and require it.',
  ),
  'two-query-strings': message(
    'in: querystring 的參數最多一個。',
    'There may be one parameter with in: querystring at most.',
    '請合併。',
    'Merge them.',
  ),
  'query-and-query-string': message(
    'in: query 與 in: querystring 的參數不能並存。',
    'Parameters with in: query and in: querystring must not stand together.',
    '請只用其中一種。',
    'Use one of the two.',
  ),
} as const
