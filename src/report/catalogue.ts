import type { CatalogueEntry, Resource } from '../core/catalogue.ts'
import { EXPORT_COLUMNS, exportRow, SUPPLEMENT } from '../core/export-row.ts'
import type { Language } from '../core/localised.ts'
import type { OverviewBuilder } from '../core/overview.ts'
import { problemRecord } from '../core/record.ts'
import { hideSecrets } from '../core/secrets.ts'
import { overviewText } from './overview-text.ts'

export interface CatalogueView {
  readonly program: string
  /** Catalogues by name. */
  readonly catalogue: readonly string[]
  /** Read once, as they come. */
  readonly entries: AsyncIterable<CatalogueEntry>
  readonly overview: OverviewBuilder
}

export interface CatalogueOptions {
  readonly language: Language
  readonly colour: boolean
  /** Terminal columns. */
  readonly width: number
}

export type CatalogueWriter = (view: CatalogueView, options: CatalogueOptions) => AsyncGenerator<string>

/** Raised when `docs/schemas/catalogue.schema.json` changes so that an older reader would misread an export. */
const CATALOGUE_SCHEMA = 1

async function* text(view: CatalogueView, options: CatalogueOptions): AsyncGenerator<string> {
  for await (const entry of view.entries) view.overview.add(entry)
  yield overviewText(view.catalogue, view.overview.finish(), options)
}

/** Entries in the catalogue's order, one per line; what was understood of them at the end. */
async function* json(view: CatalogueView): AsyncGenerator<string> {
  const head = {
    schemaVersion: CATALOGUE_SCHEMA,
    program: view.program,
    catalogue: view.catalogue.map(hideSecrets),
  }
  yield `${JSON.stringify(head).slice(0, -1)},\n"entries":[`
  let separator = '\n'
  for await (const entry of view.entries) {
    view.overview.add(entry)
    yield separator + JSON.stringify(exported(entry))
    separator = ',\n'
  }
  const { problems, ...overview } = view.overview.finish()
  yield `],\n"overview":${JSON.stringify({ ...overview, problems: problems.count })}}\n`
}

/** As data.gov.tw exports it, with one column more; problems have no place there and are left out. */
async function* csv(view: CatalogueView): AsyncGenerator<string> {
  yield `\ufeff${csvLine([...EXPORT_COLUMNS, SUPPLEMENT])}`
  for await (const entry of view.entries) {
    view.overview.add(entry)
    const portable = exported(entry)
    if (portable.kind !== 'dataset') continue
    const { position: _, ...dataset } = portable.dataset
    yield csvLine([...exportRow(dataset), JSON.stringify(dataset)])
  }
}

const exported = (entry: CatalogueEntry): CatalogueEntry =>
  entry.kind === 'dataset'
    ? { kind: 'dataset', dataset: { ...entry.dataset, resources: entry.dataset.resources.map(withoutPath) } }
    : problemRecord(entry)

/** Where a file lies on this machine means nothing elsewhere. */
const withoutPath = ({ path: _, ...resource }: Resource): Resource => resource

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

export const catalogueWriters: Readonly<Record<'text' | 'json' | 'csv', CatalogueWriter>> = {
  text,
  json,
  csv,
}
