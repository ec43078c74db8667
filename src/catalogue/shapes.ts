import type { CatalogueEntry } from '../core/catalogue.ts'
import { ckanPackage, ckanSearch } from './ckan.ts'
import { ckanLive } from './ckan-live.ts'
import { csvExport } from './csv.ts'
import { dataAccessApi } from './data-access-api.ts'
import { dataPackage } from './data-package.ts'
import { dataJson, dcatJsonLd, dcatRdfXml, turtle } from './dcat.ts'
import { jsonExport } from './json.ts'
import { addressList, csvList, jsonList, lineList, tsvList } from './list.ts'
import { manual } from './manual.ts'
import { platformManual } from './platform-manual.ts'
import { portalApi } from './portal-api.ts'
import { refusal } from './refusal.ts'
import type { CatalogueSource, ReadContext } from './source.ts'
import { standardCatalogue } from './standard.ts'
import { xmlExport } from './xml.ts'

/** One kind of catalogue. */
export interface Shape {
  readonly name: string
  /** @param start the beginning of the text, 64 KiB at most, without leading blanks. */
  recognises(start: string, source: CatalogueSource): boolean
  read(source: CatalogueSource, context: ReadContext): AsyncGenerator<CatalogueEntry>
}

/** The most specific first; the last one takes what nobody knows and says what is wrong with it. */
export const SHAPES: readonly Shape[] = [
  refusal,
  portalApi,
  ckanLive,
  dataAccessApi,
  ckanSearch,
  ckanPackage,
  standardCatalogue,
  dataJson,
  dcatJsonLd,
  dcatRdfXml,
  turtle,
  dataPackage,
  manual,
  platformManual,
  lineList,
  jsonList,
  jsonExport,
  xmlExport,
  addressList,
  csvList,
  tsvList,
  csvExport,
]
