import { type CatalogueSource, readCatalogue } from '../catalogue/index.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { type Language, render } from '../core/localised.ts'
import type { ClosableOrigin } from './origin.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/**
 * Brings every catalogue onto the disk and looks at its beginning, before anything of an earlier audit is
 * overwritten. The result can be read more than once; closing the origin removes what was fetched.
 */
export async function openCatalogues(
  names: readonly string[],
  origin: ClosableOrigin,
  language: Language,
): Promise<() => AsyncGenerator<CatalogueEntry>> {
  const sources: CatalogueSource[] = []
  for (const name of names) {
    const source = { name, path: await pathOf(name, origin, language) }
    for await (const _ of readCatalogue(source)) break
    sources.push(source)
  }
  return async function* () {
    for (const source of sources) yield* readCatalogue(source)
  }
}

async function pathOf(name: string, origin: ClosableOrigin, language: Language): Promise<string> {
  if (!/^https?:/i.test(name)) return name
  const { exchange, body } = await origin.fetch(name)
  // A catalogue says where to go: it must come from whom it seems to come from.
  if (body && 'path' in body && !exchange.failure) return body.path
  const detail = exchange.failure?.detail ?? ''
  throw new UsageError(render(WORDS.noCatalogue, { name, detail }, language))
}
