import type { Outcome } from '../../../core/badge.ts'
import { INDICATORS } from '../../../core/badge.ts'
import type { Summary } from '../../../core/ledger.ts'
import { INDICATOR_WORDS, OUTCOME_WORDS } from '../../words.ts'
import { useWords } from './page.ts'
import type { Filter } from './select.ts'
import { StackedBar } from './stacked-bar.tsx'

interface Props {
  summary: Summary
  show: (filter: Partial<Filter>) => void
}

const SHOWN: readonly Outcome[] = ['pass', 'not-applicable', 'unknown', 'fail']

export function Indicators({ summary, show }: Props) {
  const { say, word, number } = useWords()
  return (
    <section id="indicators" aria-labelledby="indicators-title">
      <h2 id="indicators-title">{say('indicators')}</h2>
      <ul class="indicators">
        {INDICATORS.map((indicator) => {
          const counts = summary.indicators[indicator]
          const name = word(INDICATOR_WORDS[indicator])
          const parts = SHOWN.map((kind) => ({ kind, label: word(OUTCOME_WORDS[kind]), count: counts[kind] }))
          return (
            <li key={indicator}>
              <h3>{name}</h3>
              <StackedBar label={name} parts={parts} />
              <p class="legend">
                {parts.map(({ kind, label, count }) => (
                  <span key={kind} class={`tone-${kind}`}>
                    {label}{' '}
                    {kind === 'fail' && count > 0 ? (
                      <button type="button" class="link" onClick={() => show({ indicator })}>
                        {number(count)}
                      </button>
                    ) : (
                      number(count)
                    )}
                  </span>
                ))}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
