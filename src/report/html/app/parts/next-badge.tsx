import type { DatasetPlan } from '../../../../core/mending.ts'
import { remedyText } from '../../../texts.ts'
import { badgeText } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { RuleLink } from './rule-name.tsx'

/** The fewest fixes to the next badge, or what to look at first. */
export function NextBadge({ plan: { badge, reaches, fixes, open } }: { plan: DatasetPlan }) {
  const { say, number } = useWords()
  const { rules, language } = usePage()
  const minutes = fixes.reduce((sum, fix) => sum + fix.minutes, 0)
  if (fixes.length === 0 && open.length === 0) return null
  return (
    <section class="next" aria-label={say('nextBadge')}>
      <h2>{say('nextBadge')}</h2>
      {fixes.length > 0 ? (
        <>
          <p>
            {say('reaches', {
              now: badgeText(badge, language),
              next: badgeText(reaches, language),
              minutes: number(minutes),
            })}
          </p>
          <ol>
            {fixes.map((fix) => (
              <li key={fix.rule + fix.messageId}>
                <bdi>{remedyText(fix, rules, language)}</bdi>{' '}
                <span class="muted">
                  {fix.resources > 0 && `${say('fixSize', { n: number(fix.resources) })}　`}
                </span>
                <RuleLink rule={fix.rule} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <p>{say('lookFirst')}</p>
          <ul>
            {open.slice(0, 5).map(({ rule = '', messageId }) => (
              <li key={rule + messageId}>{remedyText({ rule, messageId }, rules, language)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
