import type { Badge } from '../../../core/badge.ts'
import type { BadgeCounts, Summary } from '../../../core/ledger.ts'
import { BADGE_WORDS } from '../../words.ts'
import { useWords } from './page.ts'
import { StackedBar } from './stacked-bar.tsx'

export const BEST_FIRST: readonly Badge[] = ['gold', 'silver', 'bronze', 'none']

/** True when nothing unknown could change a badge. */
export const settled = ({ atLeast, atMost }: Pick<Summary, 'atLeast' | 'atMost'>): boolean =>
  BEST_FIRST.every((badge) => atLeast[badge] === atMost[badge])

export function Overview({ summary }: { summary: Summary }) {
  const { say, word, number } = useWords()
  const { atLeast, atMost } = summary
  const open = !settled(summary)
  const parts = (counts: BadgeCounts) =>
    BEST_FIRST.map((badge) => ({ kind: badge, label: word(BADGE_WORDS[badge]), count: counts[badge] }))
  return (
    <section id="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{say('overview')}</h2>
      <dl class="cards">
        <div>
          <dt>{say('datasets')}</dt>
          <dd>{number(summary.datasets)}</dd>
        </div>
        <div>
          <dt>{say('resources')}</dt>
          <dd>{number(summary.resources)}</dd>
        </div>
        {BEST_FIRST.map((badge) => (
          <div key={badge} class={`tone-${badge}`}>
            <dt>{word(BADGE_WORDS[badge])}</dt>
            <dd>
              {number(atLeast[badge])}
              {atLeast[badge] !== atMost[badge] && (
                <small>{say('ifAllPass', { n: number(atMost[badge]) })}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="bars">
        {open && <span aria-hidden="true">{say('certainBar')}</span>}
        <StackedBar label={say('certainBar')} parts={parts(atLeast)} />
        {open && (
          <>
            <span aria-hidden="true">{say('ifAllPassBar')}</span>
            <StackedBar label={say('ifAllPassBar')} parts={parts(atMost)} />
          </>
        )}
      </div>
      {open && <p class="note">{say('intervalNote')}</p>}
      {summary.crashes > 0 && <p class="warning">{say('crashes', { n: number(summary.crashes) })}</p>}
    </section>
  )
}
