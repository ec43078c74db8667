import type { CatalogueEntry, Dataset } from '../core/catalogue.ts'

/** Which datasets are wanted; what is left out does not narrow. Names given for one key are alternatives. */
export interface Selection {
  /** 提供機關, or a part of its name; 臺 and 台 are the same. */
  readonly agency?: readonly string[]
  readonly id?: readonly string[]
  /** Datasets, at most. */
  readonly limit?: number
}

/** The wanted datasets in the catalogue's order, and every problem on the way. */
export async function* select(
  entries: AsyncIterable<CatalogueEntry>,
  selection: Selection,
): AsyncGenerator<CatalogueEntry> {
  const agencies = selection.agency?.map(plain)
  const ids = selection.id && new Set(selection.id)
  const wanted = ({ id, publisher }: Dataset): boolean =>
    (!agencies || agencies.some((agency) => plain(publisher).includes(agency))) && (!ids || ids.has(id))

  let left = selection.limit ?? Number.POSITIVE_INFINITY
  if (left <= 0) return
  for await (const entry of entries) {
    if (entry.kind === 'dataset' && !wanted(entry.dataset)) continue
    yield entry
    if (entry.kind === 'dataset' && --left <= 0) return
  }
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replaceAll('台', '臺')
