import { BADGES, INDICATORS } from '../../../../core/badge.ts'
import { AGREEMENTS } from '../../../../core/portal.ts'
import { AGREEMENT_WORDS } from '../../../portal-text.ts'
import { BADGE_WORDS, INDICATOR_WORDS, WEIGHT_WORDS, WEIGHTS } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import type { Filter, Order } from '../store/select.ts'
import { NO_FILTER, ORDERS } from '../store/select.ts'
import { type Choice, Select } from './select.tsx'

interface Props {
  filter: Filter
  setFilter: (filter: Filter) => void
  order: Order
  setOrder: (order: Order) => void
}

export const BEST_FIRST = BADGES.toReversed()

export function Filters({ filter, setFilter, order, setOrder }: Props) {
  const { say, word } = useWords()
  const { header, summary } = usePage().head
  const set = (key: keyof Filter) => (value: string) => setFilter({ ...filter, [key]: value })
  const any: Choice = ['', say('any')]
  const narrowed = Object.values(filter).some((value) => value !== '')
  const more = [filter.rule, filter.weight, filter.indicator, filter.portal].some((value) => value !== '')
  return (
    <search>
      <form class="filters" aria-label={say('filters')} onSubmit={(event) => event.preventDefault()}>
        <label class="wide">
          {say('search')}
          <input type="search" value={filter.q} onInput={(event) => set('q')(event.currentTarget.value)} />
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
          label={say('body')}
          value={filter.body}
          onChange={set('body')}
          choices={[any, ...summary.bodies.map(({ body }): Choice => [body.id, body.name])]}
        />
        <Select
          label={say('order')}
          value={order}
          onChange={(value) => setOrder(value as Order)}
          choices={ORDERS.map((value): Choice => [value, say(`order-${value}`)])}
        />
        <details class="wide" open={more}>
          <summary>{say('moreFilters')}</summary>
          <div class="filters-more">
            <Select
              label={say('failing')}
              value={filter.indicator}
              onChange={set('indicator')}
              choices={[any, ...INDICATORS.map((name): Choice => [name, word(INDICATOR_WORDS[name])])]}
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
            {summary.portal && (
              <Select
                label={say('agreement')}
                value={filter.portal}
                onChange={set('portal')}
                choices={[any, ...AGREEMENTS.map((name): Choice => [name, word(AGREEMENT_WORDS[name])])]}
              />
            )}
          </div>
        </details>
        <button type="button" disabled={!narrowed} onClick={() => setFilter(NO_FILTER)}>
          {say('clear')}
        </button>
      </form>
    </search>
  )
}
