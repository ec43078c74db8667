import type { CatalogueEntry, CatalogueProblem, Dataset } from '../core/catalogue.ts'
import type { Fault } from './row.ts'
import { told } from './told.ts'

/** What an adapter made of one entry of its catalogue, and what it had to say about it. */
export interface Draft {
  readonly dataset: Dataset & { readonly position: number }
  readonly faults?: readonly Fault[]
}

const UNDECODABLE = /\ufffd/

/**
 * Drafts as entries of the catalogue, each dataset after the problems it has: one without an id cannot be told from
 * others and is left out, one whose id came before too. Remembers every id.
 */
export async function* admit(
  source: string,
  drafts: AsyncIterable<Draft | Fault>,
): AsyncGenerator<CatalogueEntry> {
  const positions = new Map<string, number>()
  const problem = (fault: Fault): CatalogueProblem => ({ kind: 'catalogue-problem', source, ...fault })
  for await (const draft of drafts) {
    if ('code' in draft) {
      yield problem(draft)
      continue
    }
    const { dataset, faults = [] } = draft
    const { id, position } = dataset
    const earlier = positions.get(id)
    if (id === '') {
      yield problem({ position, code: 'no-id', ...told('noId') })
      continue
    }
    if (earlier !== undefined) {
      yield problem({ position, code: 'duplicate-id', ...told('sameId', { id, earlier }) })
      continue
    }
    positions.set(id, position)
    if (dataset.title === '') yield problem({ position, code: 'no-title', ...told('noTitle', { id }) })
    if (dataset.resources.length === 0)
      yield problem({ position, code: 'no-resource', ...told('noResource', { id }) })
    if (UNDECODABLE.test(`${dataset.title}${dataset.publisher}${dataset.fields ?? ''}`))
      yield problem({
        position,
        code: 'bad-record',
        ...told('undecodable', { id }),
      })
    for (const fault of faults) yield problem(fault)
    yield { kind: 'dataset', dataset }
  }
}
