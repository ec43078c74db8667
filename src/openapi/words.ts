import type { Localised } from '../core/localised.ts'
import { FILE_MESSAGES } from './file-words.ts'
import { SCHEMA_MESSAGES } from './schema-words.ts'
import { TEXT_MESSAGES } from './text-words.ts'

/** What is said of a document, and how to mend it. */
export const MESSAGES = { ...FILE_MESSAGES, ...SCHEMA_MESSAGES, ...TEXT_MESSAGES } as const

export type MessageId = keyof typeof MESSAGES

/** JSON's own names for types, as the texts show them. */
export const TYPE_WORDS: Readonly<Record<string, Localised>> = {
  object: { 'zh-TW': '物件（object）', en: 'object' },
  array: { 'zh-TW': '清單（array）', en: 'array' },
  string: { 'zh-TW': '字串（string）', en: 'string' },
  number: { 'zh-TW': '數字（number）', en: 'number' },
  integer: { 'zh-TW': '整數（integer）', en: 'integer' },
  boolean: { 'zh-TW': '布林值（boolean）', en: 'boolean' },
  null: { 'zh-TW': '空值（null）', en: 'null' },
}
