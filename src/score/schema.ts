import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ErrorObject } from 'ajv'
import { editDistance } from '../core/fields.ts'
import type { Language, Localised } from '../core/localised.ts'
import { render } from '../core/localised.ts'

/** One thing in data that is not as its schema asks. */
export interface SchemaFault {
  /** Keys and positions that lead to it, the offending key included. */
  readonly path: readonly string[]
  /** Where, what, and how to mend it. */
  readonly text: string
}

/**
 * What in `data` is not as the JSON Schema asks, a line each: where, what, and how to mend it.
 * @param schema its file; the `description` beside a keyword is the remedy, its `$comment` the same in English.
 */
export const complaintsAbout = (data: unknown, schema: URL, language: Language = 'zh-TW'): string[] =>
  faultsIn(data, schema, language).map(({ text }) => `  ${text}`)

/** As {@link complaintsAbout}, with the place of each. */
export function faultsIn(data: unknown, schema: URL, language: Language): SchemaFault[] {
  // Compiling takes longer than most runs: only who brings a file of his own waits for it.
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const validate = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  )
  if (validate(data)) return []
  // What is wrong with a name is said once, where the name is told.
  const errors = (validate.errors ?? []).filter(({ propertyName }) => propertyName === undefined)
  return errors.map((error) => ({
    path: [
      ...keysOf(error),
      ...(error.params['additionalProperty'] ? [error.params['additionalProperty']] : []),
    ],
    text: `${place(error)}${language === 'en' ? ': ' : '：'}${explain(error, language)}`,
  }))
}

const keysOf = ({ instancePath }: ErrorObject): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

const place = (error: ErrorObject): string =>
  `$${keysOf(error)
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')}`

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const WRONG: Readonly<Record<string, Localised>> = {
  required: text('缺少 {missingProperty}。', '{missingProperty} is missing. '),
  additionalProperties: text(
    '不認得 {additionalProperty}，請刪除或檢查拼字。',
    '{additionalProperty} is not known; leave it out or check its spelling. ',
  ),
  type: text('型別應為 {type}。', 'must be of type {type}. '),
  enum: text('只能是 {allowedValues}。', 'must be one of {allowedValues}. '),
  pattern: text('寫法不正確。', 'is not written as it should be. '),
  propertyNames: text('「{propertyName}」寫法不正確。', '“{propertyName}” is not written as it should be. '),
  minimum: text('不可小於 {limit}。', 'must not be below {limit}. '),
  maximum: text('不可大於 {limit}。', 'must not be above {limit}. '),
  minLength: text('不可空白。', 'must not be empty. '),
  uniqueItems: text('第 {first} 項與第 {second} 項重複。', 'items {first} and {second} are the same. '),
}

const NEAR = text('您是指 {like} 嗎？', 'Did you mean {like}? ')

/** What is wrong, then the remedy: the schema's own description of the place. */
function explain({ keyword, params, message, parentSchema }: ErrorObject, language: Language): string {
  const { i = 0, j = 0 } = params
  const wrong = WRONG[keyword]
  const said = wrong
    ? render(wrong, { ...params, first: i + 1, second: j + 1 }, language)
    : `${message}${language === 'en' ? '. ' : '。'}`
  const remedy = parentSchema?.[language === 'en' ? '$comment' : 'description']
  return `${said}${near(params, parentSchema, language)}${remedy ?? ''}`.trim()
}

/** Known keys that an unknown one may have meant. */
function near(
  { additionalProperty: name }: ErrorObject['params'],
  schema: ErrorObject['parentSchema'],
  language: Language,
): string {
  if (typeof name !== 'string') return ''
  const like = Object.keys(schema?.['properties'] ?? {}).filter((key) => editDistance(name, key) <= 2)
  return like.length > 0 ? render(NEAR, { like }, language) : ''
}
