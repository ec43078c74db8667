import type { Cause } from '../../../../core/mending.ts'
import { remedyText } from '../../../texts.ts'
import { scoreText } from '../../../words.ts'
import type { PagePlan } from '../../page-data.ts'
import { usePage, useWords } from '../page.ts'
import { Paged } from './paged.tsx'
import { RuleLink } from './rule-name.tsx'
import { Scroll } from './scroll.tsx'

interface Props {
  plan: PagePlan['bodies'][number]
  /** Steps shown at first. */
  most: number
}

/** What a body should mend, in order. */
export function Steps({ plan, most }: Props) {
  const { say, number } = useWords()
  const { steps, stepCount, body } = plan
  if (steps.length === 0) return <p>{say('noSteps')}</p>
  return (
    <>
      <Paged items={steps} step={most}>
        {(shown) => (
          <Scroll label={`${body.name} ${say('view-plan')}`}>
            <table class="figures steps stacked">
              <thead>
                <tr>
                  <th scope="col">{say('step')}</th>
                  <th scope="col" class="words">
                    {say('whatToDo')}
                  </th>
                  <th scope="col">{say('minutes')}</th>
                  <th scope="col">{say('better')}</th>
                  <th scope="col">{say('afterwards')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ causes, minutes, datasets, score }, at) => (
                  <tr
                    key={causes
                      .map(({ rule, messageId, host, contact }) => [rule, messageId, host, contact])
                      .join()}
                  >
                    <th scope="row">{number(at + 1)}</th>
                    <td class="words">
                      {causes.map((cause) => (
                        <Todo
                          key={[cause.rule, cause.messageId, cause.host, cause.contact].join()}
                          cause={cause}
                        />
                      ))}
                    </td>
                    <td data-label={say('minutes')}>{number(minutes)}</td>
                    <td data-label={say('better')}>{number(datasets)}</td>
                    <td class="score" data-label={say('afterwards')}>
                      {scoreText(score)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Paged>
      {stepCount > steps.length && (
        <p class="note">{say('beyond', { n: number(stepCount - steps.length), command: 'odbadge plan' })}</p>
      )}
    </>
  )
}

function Todo({ cause }: { cause: Cause }) {
  const { say, number } = useWords()
  const { rules, language } = usePage()
  const { host, contact, datasets, resources, per } = cause
  return (
    <div class="todo">
      <bdi>{remedyText(cause, rules, language)}</bdi>
      <div class="muted">
        <bdi>
          {host === undefined ? say('byContact', { contact: contact ?? '' }) : say('onHost', { host })}
        </bdi>
        {`　${say('datasets')} ${number(datasets)}`}
        {resources > 0 && `　${say('resources')} ${number(resources)}`}
        {per === 'host' && `　${say('perHost')}`}
      </div>
      <RuleLink rule={cause.rule} />
    </div>
  )
}
