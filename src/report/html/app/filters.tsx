import { INDICATORS } from '../../../core/badge.ts'
import type { LedgerHeader, Summary } from '../../../core/ledger.ts'
import { BADGE_WORDS, INDICATOR_WORDS, WEIGHT_WORDS, WEIGHTS } from '../../words.ts'
import { BEST_FIRST } from './overview.tsx'
import { useWords } from './page.ts'
import type { Filter, Order } from './select.ts'
import { NO_FILTER, ORDERS } from './select.ts'

interface Props {
  header: LedgerHeader
  summary: Summary
  filter: Filter
  setFilter: (filter: Filter) => void
  order: Order
  setOrder: (order: Order) => void
}

type Choice = readonly [value: string, label: string]

export function Filters({ header, summary, filter, setFilter, order, setOrder }: Props) {
  const { say, word } = useWords()
  const set = (key: keyof Filter) => (value: string) => setFilter({ ...filter, [key]: value })
  const any: Choice = ['', say('any')]
  return (
    <form class="filters" aria-label={say('filters')} onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        {say('search')}
        <input
          type="search"
          value={filter.text}
          onInput={(event) => set('text')(event.currentTarget.value)}
        />
      </label>
      <Select
        label={say('badge')}
        value={filter.badge}
        onChange={set('badge')}
        choices={[
          any,
          ...BEST_FIRST.map((badge): Choice => [badge, word(BADGE_WORDS[badge])]),
          ['open', say('badgeOpen')],
        ]}
      />
      <Select
        label={say('failing')}
        value={filter.indicator}
        onChange={set('indicator')}
        choices={[any, ...INDICATORS.map((name): Choice => [name, word(INDICATOR_WORDS[name])])]}
      />
      <Select
        label={say('body')}
        value={filter.body}
        onChange={set('body')}
        choices={[any, ...summary.bodies.map(({ body }): Choice => [body.id, body.name])]}
      />
      <Select
        label={say('rule')}
        value={filter.rule}
        onChange={set('rule')}
        choices={[any, ...header.rules.map(({ id, claim }): Choice => [id, `${id}　${word(claim)}`])]}
      />
      <Select
        label={say('weight')}
        value={filter.weight}
        onChange={set('weight')}
        choices={[any, ...WEIGHTS.map((weight): Choice => [weight, word(WEIGHT_WORDS[weight])])]}
      />
      <Select
        label={say('order')}
        value={order}
        onChange={(value) => setOrder(value as Order)}
        choices={ORDERS.map((value): Choice => [value, say(`order-${value}`)])}
      />
      <button type="button" disabled={filter === NO_FILTER} onClick={() => setFilter(NO_FILTER)}>
        {say('clear')}
      </button>
    </form>
  )
}

interface SelectProps {
  label: string
  value: string
  onChange: (value: string) => void
  choices: readonly Choice[]
}

function Select({ label, value, onChange, choices }: SelectProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
