import type { BadgeCounts, Summary } from '../../../../core/ledger.ts'
import { BADGE_WORDS } from '../../../words.ts'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { useLinks, useWords } from '../page.ts'
import { BEST_FIRST } from './filters.tsx'

type Counted = Pick<Summary, 'datasets' | 'atLeast' | 'atMost'>

/** True when nothing unknown could change a badge. */
export const settled = ({ atLeast, atMost }: Counted): boolean =>
  BEST_FIRST.every((badge) => atLeast[badge] === atMost[badge])

/** How many datasets have which badge. @param body of the summary, to link to its datasets. */
export function BadgeShares({ summary, body }: { summary: Counted; body?: string }) {
  const { say, word, number } = useWords()
  const link = useLinks()
  const { datasets, atLeast, atMost } = summary
  const open = !settled(summary)
  const parts = (counts: BadgeCounts) =>
    BEST_FIRST.map((badge) => ({ kind: badge, label: word(BADGE_WORDS[badge]), count: counts[badge] }))
  const share = (count: number) => `${number((100 * count) / Math.max(1, datasets))}%`
  return (
    <>
      <div class="bars">
        <StackedBar label={say('certainBar')} parts={parts(atLeast)} />
        {open && <StackedBar label={say('possibleBar')} parts={parts(atMost)} />}
      </div>
      <table class="shares">
        <thead>
          <tr>
            <th scope="col">{say('badge')}</th>
            <th scope="col">{say('certain')}</th>
            <th scope="col">{say('share')}</th>
            {open && <th scope="col">{say('possible')}</th>}
          </tr>
        </thead>
        <tbody>
          {BEST_FIRST.map((badge) => (
            <tr key={badge}>
              <th scope="row" class={`legend tone-${badge}`}>
                {word(BADGE_WORDS[badge])}
              </th>
              <td>
                <a href={link('datasets', '', { badge, body })}>{number(atLeast[badge])}</a>
              </td>
              <td>{share(atLeast[badge])}</td>
              {open && <td>{number(atMost[badge])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {open && <p class="note">{say('intervalNote')}</p>}
    </>
  )
}
