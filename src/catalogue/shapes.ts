import type { CatalogueEntry } from '../core/catalogue.ts'
import { csvExport } from './csv.ts'
import { dataAccessApi } from './data-access-api.ts'
import { jsonExport } from './json.ts'
import { manual } from './manual.ts'
import type { CatalogueSource, ReadContext } from './source.ts'
import { standardCatalogue } from './standard.ts'

/** One kind of catalogue. */
export interface Shape {
  readonly name: string
  /** @param start the beginning of the text, 64 KiB at most, without leading blanks. */
  recognises(start: string, source: CatalogueSource): boolean
  read(source: CatalogueSource, context: ReadContext): AsyncGenerator<CatalogueEntry>
}

/** The most specific first; the last one takes what nobody knows and says what is wrong with it. */
export const SHAPES: readonly Shape[] = [dataAccessApi, standardCatalogue, jsonExport, manual, csvExport]
