import { INDICATORS } from '../../../../core/badge.ts'
import { INDICATOR_WORDS } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import type { Order } from '../store/select.ts'
import type { Datasets } from '../store/store.ts'
import { DatasetRow } from './dataset-row.tsx'
import { Paged } from './paged.tsx'
import { COLUMN_HEADER, ROW_GROUP, row as rowRole, table } from './roles.ts'
import { VirtualRows } from './virtual-rows.tsx'

interface Props {
  datasets: Datasets
  /** Positions of those to show, in order. */
  selected: readonly number[]
  order?: Order
  setOrder?: (order: Order) => void
}

/** Of one row, in rem; `datasets.css` has the same for what stands in it. */
const HEIGHT = 4
const HEIGHT_NARROW = 7.5

/** On paper nothing scrolls: so many and the number of the others. */
const PRINTED = 200

/** One line for each dataset, whatever their number. */
export function DatasetTable({ datasets, selected, order, setOrder }: Props) {
  const { say, word } = useWords()
  const { printing } = usePage()
  const row = (at: number, index: number) => (
    <DatasetRow key={at} row={datasets.rows[at]!} id={datasets.keys[at]!} index={index} />
  )
  const narrow = matchMedia('(max-width: 48rem)').matches
  return (
    <div {...table(say('list'), selected.length + 1)} class="datasets">
      <div {...ROW_GROUP} class="datasets-head">
        <div {...rowRole(1)} class="dataset">
          <Head name={say('badge')} up="worst" down="best" {...{ order, setOrder }} />
          <Head name={say('name')} up="title" down="title-down" {...{ order, setOrder }} />
          <Head name={say('body')} up="body" {...{ order, setOrder }} />
          {INDICATORS.map((indicator) => (
            <Head key={indicator} name={word(INDICATOR_WORDS[indicator])} />
          ))}
        </div>
      </div>
      {printing ? (
        <div {...ROW_GROUP}>
          <Paged items={selected} step={PRINTED}>
            {(shown) => shown.map(row)}
          </Paged>
        </div>
      ) : (
        <VirtualRows count={selected.length} height={narrow ? HEIGHT_NARROW : HEIGHT}>
          {(index) => row(selected[index]!, index)}
        </VirtualRows>
      )}
    </div>
  )
}

interface HeadProps {
  name: string
  up?: Order
  down?: Order
  order?: Order | undefined
  setOrder?: ((order: Order) => void) | undefined
}

/** A column's head; pressing it sorts, pressing it again turns the order round. */
function Head({ name, up, down, order, setOrder }: HeadProps) {
  const sorted =
    order === undefined ? 'none' : order === up ? 'ascending' : order === down ? 'descending' : 'none'
  const sort = up && setOrder && { 'aria-sort': sorted as 'none' | 'ascending' | 'descending' }
  return (
    <div {...COLUMN_HEADER} {...sort}>
      {up && setOrder ? (
        <button
          type="button"
          class="sort"
          onClick={() => setOrder(sorted === 'ascending' && down ? down : up)}
        >
          {name}
          <span aria-hidden="true">
            {sorted === 'ascending' ? ' ▲' : sorted === 'descending' ? ' ▼' : ''}
          </span>
        </button>
      ) : (
        name
      )}
    </div>
  )
}
