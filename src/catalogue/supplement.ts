import type { Dataset } from '../core/catalogue.ts'
import { EXPORT_COLUMNS, exportRow, SUPPLEMENT } from '../core/export-row.ts'
import { isObject, type Json } from './glimpse.ts'
import type { Row } from './row.ts'

const TEXTS = ['id', 'title', 'publisher', 'fields', 'updateFrequency', 'issued', 'modified', 'portalBadge']
const NUMBERS = ['views', 'downloads', 'rating']
const RESOURCE_TEXTS = ['id', 'url', 'format', 'encoding', 'fields', 'modified', 'description']

/**
 * The dataset that `odbadge catalogue --reporter csv` wrote beside the portal's own columns, unless somebody has
 * changed one of these since: then they are what counts. It comes from outside and is believed in nothing else.
 */
export function supplemented(row: Row): Dataset | undefined {
  const text = row.cells.get(SUPPLEMENT)
  if (!text) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // A cell somebody has cut or changed: the other columns say all that is needed.
    return undefined
  }
  if (!isDataset(value)) return undefined
  const plain = (cell: string): string => cell.replace(/\r\n?/g, '\n').trim()
  const written = exportRow(value)
  const same = EXPORT_COLUMNS.every(
    (name, at) => plain(row.cells.get(name) ?? '') === plain(written[at] ?? ''),
  )
  return same ? value : undefined
}

function isDataset(value: unknown): value is Dataset {
  if (!isObject(value) || !['id', 'title', 'publisher'].every((name) => typeof value[name] === 'string'))
    return false
  const { resources, extra, contact, blank, ...rest } = value
  return (
    hasOnly(rest, TEXTS, NUMBERS) &&
    isObject(extra) &&
    hasOnly(extra, Object.keys(extra)) &&
    (contact === undefined || (isObject(contact) && hasOnly(contact, ['name', 'phone']))) &&
    (blank === undefined || isTexts(blank)) &&
    Array.isArray(resources) &&
    resources.every(isResource)
  )
}

const isResource = (value: unknown): boolean => {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['url'] !== 'string') return false
  const { unclear, ...rest } = value
  return (
    hasOnly(rest, RESOURCE_TEXTS) &&
    (unclear === undefined || (isTexts(unclear) && unclear.every((each) => /^(format|encoding)$/.test(each))))
  )
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const hasOnly = (value: Json, names: readonly string[], numbers: readonly string[] = []): boolean =>
  Object.entries(value).every(([name, each]) =>
    numbers.includes(name) ? typeof each === 'number' : names.includes(name) && typeof each === 'string',
  )
