import { CatalogueError } from './catalogue-error.ts'
import { isObject, type Json, textOf } from './glimpse.ts'
import { below } from './link.ts'
import type { CatalogueSource } from './source.ts'
import { type Property, propertyOf } from './spellings.ts'
import { wholeJson } from './texts.ts'

/** What is claimed of one file, behind its name. */
export const BESIDE = '.metadata.json'
/** What is claimed of every file of the folder. */
export const OF_FOLDER = 'metadata.json'

export type WrittenClaims = Partial<Record<Property, string>>

/** Claims in a file of the folder, by the names that catalogues use. Throws CatalogueError when it is no JSON. */
export async function claimsIn(source: CatalogueSource, file: string): Promise<WrittenClaims> {
  const link = await below(source.path, source.name, file)
  const name = source.name === '.' ? file : `${source.name}/${file}`
  if ('refused' in link || link.path === undefined)
    throw unreadable({ ...source, name }, new Error('refused' in link ? link.refused.detail : file))
  const written = await wholeJson({ name, path: link.path })
  const claims: WrittenClaims = {}
  for (const [key, value] of Object.entries(isObject(written) ? written : ({} as Json))) {
    const property = propertyOf(key)
    if (property !== undefined && claims[property] === undefined)
      claims[property] = Array.isArray(value) ? value.map(textOf).join('、') : textOf(value)
  }
  return claims
}

export const unreadable = ({ name }: CatalogueSource, error: Error): CatalogueError =>
  new CatalogueError('unreadable', { name, detail: error.message }, { cause: error })
