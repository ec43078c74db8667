import type { Outcome } from '../../../../core/badge.ts'
import { INDICATORS } from '../../../../core/badge.ts'
import type { Summary } from '../../../../core/ledger.ts'
import { INDICATOR_WORDS, OUTCOME_WORDS } from '../../../words.ts'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { useLinks, useWords } from '../page.ts'

const SHOWN: readonly Outcome[] = ['pass', 'not-applicable', 'unknown', 'fail']

export function Indicators({ summary }: { summary: Summary }) {
  const { say, word, number } = useWords()
  const link = useLinks()
  return (
    <section aria-label={say('indicators')}>
      <h2>{say('indicators')}</h2>
      <p class="note">{say('indicatorsNote')}</p>
      <ul class="indicators">
        {INDICATORS.map((indicator) => {
          const counts = summary.indicators[indicator]
          const name = word(INDICATOR_WORDS[indicator])
          const parts = SHOWN.map((kind) => ({ kind, label: word(OUTCOME_WORDS[kind]), count: counts[kind] }))
          return (
            <li key={indicator}>
              <h3>{name}</h3>
              <StackedBar label={name} parts={parts} />
              <p class="legends">
                {parts.map(({ kind, label, count }) => (
                  <span key={kind} class={`legend tone-${kind}`}>
                    {label}{' '}
                    {kind === 'fail' && count > 0 ? (
                      <a
                        href={link('datasets', '', { indicator })}
                        aria-label={say('failingOf', { name, n: number(count) })}
                      >
                        {number(count)}
                      </a>
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
