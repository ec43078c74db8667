import type { Body } from '../../../../core/ledger.ts'
import type { Language } from '../../../../core/localised.ts'
import { BADGE_WORDS, scoreText, timeText } from '../../../words.ts'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { TrendLines } from '../charts/trend-lines.tsx'
import { usePage, useWords } from '../page.ts'
import { BEST_FIRST } from './filters.tsx'
import { Scroll } from './scroll.tsx'

/** How this audit compares with earlier ones; nothing where none were given. @param body whose scores to draw. */
export function Trend({ body }: { body?: Body }) {
  const { say, word, number } = useWords()
  const { head, language } = usePage()
  const trend = head.analysis?.trend
  if (!trend) return null
  const days = trend.ledgers.map(({ now }) => timeText(now, language))
  const scores = body && trend.bodies.find((change) => change.body.id === body.id)?.scores
  return (
    <section aria-label={say('trend')}>
      <h2>{say('trend')}</h2>
      {scores && (
        <TrendLines
          label={say('trendScore', { name: body.name })}
          scores={scores.map((one) => one?.score ?? null)}
          when={trend.ledgers.map(({ now }) => dayText(now, language))}
        />
      )}
      <p class="note">{say('trendNote')}</p>
      <Scroll label={say('when')}>
        <table class="figures trends">
          <thead>
            <tr>
              <th scope="col">{say('when')}</th>
              {!body && <th scope="col">{say('datasets')}</th>}
              {!body &&
                BEST_FIRST.map((badge) => (
                  <th key={badge} scope="col">
                    {word(BADGE_WORDS[badge])}
                  </th>
                ))}
              {scores && <th scope="col">{say('score')}</th>}
              {scores && <th scope="col">{say('datasets')}</th>}
            </tr>
          </thead>
          <tbody>
            {trend.ledgers.map(({ startedAt, datasets, badges, profile }, at) => (
              <tr key={startedAt}>
                <th scope="row">
                  {days[at]} <code>{profile}</code>
                  {!body && (
                    <StackedBar
                      label={days[at]!}
                      parts={BEST_FIRST.map((badge) => ({
                        kind: badge,
                        label: word(BADGE_WORDS[badge]),
                        count: badges.atLeast[badge],
                      }))}
                    />
                  )}
                </th>
                {!body && <td>{number(datasets)}</td>}
                {!body && BEST_FIRST.map((badge) => <td key={badge}>{number(badges.atLeast[badge])}</td>)}
                {scores && <td>{scores[at] ? scoreText(scores[at].score) : '–'}</td>}
                {scores && <td>{scores[at] ? number(scores[at].datasets) : '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** The day in Taiwan. */
const dayText = (instant: string, language: Language): string =>
  new Date(instant).toLocaleDateString(language, { timeZone: 'Asia/Taipei' })
