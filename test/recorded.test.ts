import { expect, test } from 'vitest'
import type { CatalogueEntry, Dataset } from '../src/core/catalogue.ts'
import type { DatasetRecord } from '../src/core/ledger.ts'
import { Recorded } from '../src/recorded.ts'

const dataset = (id: string): Dataset => ({ id, title: id, publisher: '', resources: [], extra: {} })

test('a recorded dataset is taken away once: what a catalogue repeats is still to do', async () => {
  const recorded = new Recorded()
  recorded.add({ ...dataset('1'), kind: 'dataset' } as unknown as DatasetRecord)
  async function* entries(): AsyncGenerator<CatalogueEntry> {
    for (const id of ['1', '2', '1']) yield { kind: 'dataset', dataset: dataset(id) }
  }
  const left: string[] = []
  for await (const entry of recorded.rest(entries()))
    if (entry.kind === 'dataset') left.push(entry.dataset.id)
  expect(left).toEqual(['2', '1'])
})
