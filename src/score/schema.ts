import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ErrorObject } from 'ajv'

/**
 * What in `data` is not as the JSON Schema asks, a line each: where, what, and how to mend it.
 * @param schema its file; the `description` beside a keyword is the remedy.
 */
export function complaintsAbout(data: unknown, schema: URL): string[] {
  // Compiling takes longer than most runs: only who brings a file of his own waits for it.
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const validate = new Ajv2020({ allErrors: true, verbose: true }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  )
  if (validate(data)) return []
  // What is wrong with a name is said once, where the name is told.
  const errors = (validate.errors ?? []).filter(({ propertyName }) => propertyName === undefined)
  return errors.map((error) => `  ${place(error)}：${explain(error)}`)
}

const place = ({ instancePath }: ErrorObject): string =>
  `$${instancePath.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`

const WRONG: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  required: (params) => `缺少 ${params['missingProperty']}。`,
  additionalProperties: (params) => `不認得 ${params['additionalProperty']}，請刪除或檢查拼字。`,
  type: (params) => `型別應為 ${params['type']}。`,
  enum: (params) => `只能是 ${params['allowedValues'].join('、')}。`,
  pattern: () => '寫法不正確。',
  propertyNames: (params) => `「${params['propertyName']}」寫法不正確。`,
  minimum: (params) => `不可小於 ${params['limit']}。`,
  maximum: (params) => `不可大於 ${params['limit']}。`,
  minLength: () => '不可空白。',
  uniqueItems: (params) => `第 ${params['i'] + 1} 項與第 ${params['j'] + 1} 項重複。`,
}

/** What is wrong, then the remedy: the schema's own description of the place. */
const explain = ({ keyword, params, message, parentSchema }: ErrorObject): string =>
  `${WRONG[keyword]?.(params) ?? `${message}。`}${parentSchema?.['description'] ?? ''}`
