import { parseDate } from '../core/calendar.ts'
import type { CatalogueEntry, Dataset } from '../core/catalogue.ts'

/** Which datasets are wanted; what is left out does not narrow. Names given for one key are alternatives. */
export interface Selection {
  /** 提供機關, or a part of its name; 臺 and 台 are the same. */
  readonly agency?: readonly string[]
  readonly id?: readonly string[]
  /** 詮釋資料更新時間 at this moment or later, as {@link parseDate} reads it; who has none is left out. */
  readonly changedSince?: string
  /** Datasets, at most. */
  readonly limit?: number
}

/** What was asked for by name and is in no catalogue. */
export interface Unmatched {
  readonly agency: readonly string[]
  readonly id: readonly string[]
}

/** The wanted datasets in the catalogue's order, and every problem on the way; `told` once it was read to its end. */
export async function* select(
  entries: AsyncIterable<CatalogueEntry>,
  selection: Selection,
  told: (unmatched: Unmatched) => void = () => undefined,
): AsyncGenerator<CatalogueEntry> {
  const agencies = selection.agency?.map((written) => ({ written, name: plain(written) }))
  const ids = selection.id && new Set(selection.id)
  const since = selection.changedSince === undefined ? undefined : parseDate(selection.changedSince)
  const unseen = { agency: new Set(selection.agency), id: new Set(selection.id) }
  const wanted = ({ id, publisher, modified }: Dataset): boolean => {
    unseen.id.delete(id)
    const name = agencies && plain(publisher)
    const asked = agencies?.filter((agency) => name?.includes(agency.name))
    for (const { written } of asked ?? []) unseen.agency.delete(written)
    if (asked?.length === 0 || (ids && !ids.has(id))) return false
    return since === undefined || (parseDate(modified ?? '') ?? Number.NEGATIVE_INFINITY) >= since
  }

  let left = selection.limit ?? Number.POSITIVE_INFINITY
  if (left <= 0) return
  for await (const entry of entries) {
    if (entry.kind === 'dataset' && !wanted(entry.dataset)) continue
    yield entry
    if (entry.kind === 'dataset' && --left <= 0) return
  }
  told({ agency: [...unseen.agency], id: [...unseen.id] })
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replaceAll('台', '臺')
