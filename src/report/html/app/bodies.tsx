import type { BodySummary } from '../../../core/ledger.ts'
import { BADGE_WORDS, BODY_GROUP_WORDS, scoreText } from '../../words.ts'
import { BEST_FIRST, settled } from './overview.tsx'
import { useWords } from './page.ts'
import { Paged } from './paged.tsx'
import type { Filter } from './select.ts'

interface Props {
  bodies: readonly BodySummary[]
  show: (filter: Partial<Filter>) => void
}

export function Bodies({ bodies, show }: Props) {
  const { say, word, number } = useWords()
  const interval = (least: number, most: number) =>
    least === most ? number(least) : `${number(least)}／${number(most)}`
  return (
    <section id="bodies" aria-labelledby="bodies-title">
      <h2 id="bodies-title">{say('bodies')}</h2>
      {!bodies.every(settled) && <p class="note">{say('badgeColumns')}</p>}
      <Paged items={bodies} step={50}>
        {(shown) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section class="scroll" aria-labelledby="bodies-title" tabIndex={0}>
            <table>
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
                    <th scope="row">{body.name}</th>
                    <td class="score">{scoreText(score)}</td>
                    <td>
                      <button
                        type="button"
                        class="link"
                        aria-label={`${number(datasets)} ${say('showDatasets', { name: body.name })}`}
                        onClick={() => show({ body: body.id })}
                      >
                        {number(datasets)}
                      </button>
                    </td>
                    {BEST_FIRST.map((badge) => (
                      <td key={badge}>{interval(atLeast[badge], atMost[badge])}</td>
                    ))}
                    <td>{bonus}</td>
                    <td class="words">{word(BODY_GROUP_WORDS[body.group])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Paged>
    </section>
  )
}
