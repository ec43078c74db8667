import { useMemo } from 'preact/hooks'
import { useLinks, usePage, useWords } from '../page.ts'
import { DatasetTable } from '../parts/dataset-table.tsx'
import { Filters } from '../parts/filters.tsx'
import { Heading } from '../parts/heading.tsx'
import { WhenLoaded } from '../parts/loaded.tsx'
import { type Route, replaceRoute } from '../route.ts'
import type { Filter, Order } from '../store/select.ts'
import { filterOf, orderOf, selectRows } from '../store/select.ts'
import { type Datasets, useLoaded } from '../store/store.ts'

/** The list with what narrows it; both stand in the address, so that a selection can be sent. */
export function DatasetsView({ route: { query } }: { route: Route }) {
  const { say } = useWords()
  const { store } = usePage()
  const link = useLinks()
  const loaded = useLoaded(store.datasets)
  const filter = filterOf(query)
  const order = orderOf(query)
  const go = (filter: Filter, order: Order) =>
    replaceRoute(link('datasets', '', { ...filter, order: order === 'worst' ? '' : order }))
  const setFilter = (wanted: Filter) => go(wanted, order)
  const setOrder = (wanted: Order) => go(filter, wanted)
  return (
    <>
      <Heading>{say('view-datasets')}</Heading>
      <Filters {...{ filter, setFilter, order, setOrder }} />
      <WhenLoaded loaded={loaded}>
        {(datasets) => <Selected {...{ datasets, filter, order, setOrder }} />}
      </WhenLoaded>
    </>
  )
}

interface Props {
  datasets: Datasets
  filter: Filter
  order: Order
  setOrder: (order: Order) => void
}

function Selected({ datasets, filter, order, setOrder }: Props) {
  const { say, number } = useWords()
  const { head, language } = usePage()
  const selected = useMemo(() => {
    const names = {
      bodies: head.summary.bodies.map(({ body }) => body.id),
      rules: head.header.rules.map(({ id }) => id),
    }
    return selectRows(datasets.rows, filter, order, names, language)
  }, [datasets, Object.values(filter).join('\n'), order, language])
  return (
    <>
      <p role="status" class="found">
        {say('found', { n: number(selected.length), all: number(head.summary.datasets) })}
      </p>
      {selected.length === 0 ? (
        <p>{say('noMatch')}</p>
      ) : (
        <DatasetTable {...{ datasets, selected, order, setOrder }} />
      )}
    </>
  )
}
