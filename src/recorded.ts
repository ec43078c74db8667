import type { CatalogueEntry, Dataset } from './core/catalogue.ts'
import { hash } from './core/finding.ts'
import type { DatasetRecord, LedgerLine } from './core/ledger.ts'
import { hideSecrets } from './core/secrets.ts'

/** What an interrupted audit has already written: datasets by what they are, since they may be written out of order. */
export class Recorded {
  readonly #datasets = new Map<string, number>()
  #problems = 0

  add(line: LedgerLine): void {
    if (line.kind === 'catalogue-problem') this.#problems++
    if (line.kind !== 'dataset') return
    const key = keyOf(line)
    this.#datasets.set(key, (this.#datasets.get(key) ?? 0) + 1)
  }

  /** The entries that are still to do; each recorded one is taken away once, as a catalogue may repeat itself. */
  async *rest(entries: AsyncIterable<CatalogueEntry>): AsyncGenerator<CatalogueEntry> {
    for await (const entry of entries) if (!this.#take(entry)) yield entry
  }

  #take(entry: CatalogueEntry): boolean {
    if (entry.kind !== 'dataset') return this.#problems > 0 && this.#problems-- > 0
    const key = keyOf(entry.dataset)
    const left = this.#datasets.get(key) ?? 0
    this.#datasets.set(key, left - 1)
    return left > 0
  }
}

const keyOf = ({ id, title, publisher, resources }: Dataset | DatasetRecord): string =>
  hash(JSON.stringify([id, title, publisher, ...resources.map(({ url }) => hideSecrets(url))]))
