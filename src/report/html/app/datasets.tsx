import { useMemo, useState } from 'preact/hooks'
import type { DatasetRecord, LedgerHeader, Summary } from '../../../core/ledger.ts'
import { DatasetItem } from './dataset.tsx'
import { Filters } from './filters.tsx'
import { usePage, useWords } from './page.ts'
import { Paged } from './paged.tsx'
import type { Filter, Order } from './select.ts'
import { selectDatasets } from './select.ts'

interface Props {
  datasets: readonly DatasetRecord[]
  header: LedgerHeader
  summary: Summary
  filter: Filter
  setFilter: (filter: Filter) => void
}

export function Datasets({ datasets, header, summary, filter, setFilter }: Props) {
  const { say, number } = useWords()
  const { language } = usePage()
  const [order, setOrder] = useState<Order>('worst')
  const selected = useMemo(
    () => selectDatasets(datasets, filter, order, language),
    [datasets, filter, order, language],
  )
  return (
    <section id="datasets" aria-labelledby="datasets-title">
      <h2 id="datasets-title">{say('list')}</h2>
      <Filters header={header} summary={summary} {...{ filter, setFilter, order, setOrder }} />
      <p role="status">{say('found', { n: number(selected.length), all: number(summary.datasets) })}</p>
      {selected.length === 0 && <p>{say('none')}</p>}
      <Paged items={selected} step={50}>
        {(shown) => (
          <ul class="datasets">
            {shown.map((record) => (
              <DatasetItem key={record.id} record={record} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}
