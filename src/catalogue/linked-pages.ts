import { hideSecrets } from '../core/secrets.ts'
import { CatalogueError, describeCatalogueError } from './catalogue-error.ts'
import type { Entry } from './elements.ts'
import { isObject, textOf } from './glimpse.ts'
import { resolved } from './link.ts'
import { plainNode } from './linked-data.ts'
import type { Fault } from './row.ts'
import type { Ask, CatalogueSource } from './source.ts'
import { asTold, type Told, told } from './told.ts'

const MAX_PAGES = 2_000

/**
 * The datasets of a catalogue as linked data, page after page: portals hand out some hundred at a time and name the
 * next page in the words of Hydra. What could not be read comes out as a fault.
 */
export async function* linkedEntries(
  source: CatalogueSource,
  read: (page: CatalogueSource) => Promise<unknown>,
  ask: Ask,
): AsyncGenerator<Entry | Fault> {
  const seen = new Set<string>([source.url ?? ''])
  let page = source
  let document = await read(source)
  let position = 0
  for (let number = 2; ; number++) {
    for (const { record } of plainNode(document)) yield { position: ++position, record }
    const written = nextOf(document)
    if (written === undefined) return
    const url = resolved(written, page)
    const fault = (code: Fault['code'], why: Told): Fault => ({
      position: position + 1,
      code,
      ...told('page', { page: number, url: hideSecrets(url), why }),
    })
    if (seen.has(url)) return yield fault('page-repeats', told('pageAgain'))
    if (number > MAX_PAGES) return yield fault('too-many-pages', told('tooManyPages', { n: MAX_PAGES }))
    seen.add(url)
    const answer = await ask(url)
    if ('failure' in answer) return yield fault('page-failed', asTold(answer.failure))
    page = { name: hideSecrets(url), path: answer.path, url: answer.url ?? url }
    try {
      document = await read(page)
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error
      const why = { detail: error.message, english: describeCatalogueError(error, 'en') }
      return yield fault('page-failed', why)
    }
  }
}

/** `hydra:next` or `hydra:nextPage` of whatever node has one. */
function nextOf(document: unknown, depth = 0): string | undefined {
  if (depth > 4) return undefined
  const values = Array.isArray(document) ? (document as readonly unknown[]) : [document]
  for (const value of values) {
    if (!isObject(value)) continue
    for (const [key, inner] of Object.entries(value)) {
      if (/^(?:hydra:|.*\/hydra\/core#)next(?:Page)?$/.test(key)) {
        const [first] = [inner].flat()
        const address = isObject(first) ? textOf(first['@id']) || textOf(first['@value']) : textOf(first)
        if (address !== '') return address
      }
    }
    for (const key of ['@graph', 'hydra:view', 'view']) {
      const found = key in value ? nextOf(value[key], depth + 1) : undefined
      if (found !== undefined) return found
    }
  }
  return undefined
}
