import type { BodySummary } from '../../../../core/ledger.ts'
import { BADGE_WORDS, BODY_GROUP_WORDS, scoreText } from '../../../words.ts'
import { ScoreBar } from '../charts/score-bar.tsx'
import { useLinks, usePage, useWords } from '../page.ts'
import { settled } from './badge-shares.tsx'
import { BEST_FIRST } from './filters.tsx'
import { Paged } from './paged.tsx'
import { Scroll } from './scroll.tsx'

/** The ranking: certain score first, as the summary has it. */
export function BodyTable({ bodies }: { bodies: readonly BodySummary[] }) {
  const { say, word, number } = useWords()
  const { printing } = usePage()
  const link = useLinks()
  const interval = (least: number, most: number) =>
    least === most ? number(least) : `${number(least)}／${number(most)}`
  return (
    <>
      {!bodies.every(settled) && <p class="note">{say('bodiesNote')}</p>}
      <Paged items={bodies} step={printing ? bodies.length : 100}>
        {(shown) => (
          <Scroll label={say('view-bodies')}>
            <table class="figures ranking stacked">
              <thead>
                <tr>
                  <th scope="col">{say('body')}</th>
                  <th scope="col">{say('score')}</th>
                  <th scope="col">{say('datasets')}</th>
                  {BEST_FIRST.map((badge) => (
                    <th key={badge} scope="col">
                      {word(BADGE_WORDS[badge])}
                    </th>
                  ))}
                  <th scope="col">{say('bonus')}</th>
                  <th scope="col" class="words">
                    {say('group')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ body, score, datasets, atLeast, atMost, bonus }) => (
                  <tr key={body.id}>
                    <th scope="row">
                      <a href={link('body', body.id)}>
                        <bdi>{body.name}</bdi>
                      </a>
                    </th>
                    <td class="score" data-label={say('score')}>
                      {scoreText(score)}
                      <ScoreBar score={score} />
                    </td>
                    <td data-label={say('datasets')}>
                      <a
                        href={link('datasets', '', { body: body.id })}
                        aria-label={`${number(datasets)} ${say('showDatasets', { name: body.name })}`}
                      >
                        {number(datasets)}
                      </a>
                    </td>
                    {BEST_FIRST.map((badge) => (
                      <td key={badge} data-label={word(BADGE_WORDS[badge])}>
                        {interval(atLeast[badge], atMost[badge])}
                      </td>
                    ))}
                    <td data-label={say('bonus')}>{bonus}</td>
                    <td class="words" data-label={say('group')}>
                      {word(BODY_GROUP_WORDS[body.group])}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Paged>
    </>
  )
}
