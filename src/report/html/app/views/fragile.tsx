import { remedyText } from '../../../texts.ts'
import { timeText } from '../../../words.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { Heading } from '../parts/heading.tsx'
import { NoAnalysis } from '../parts/no-analysis.tsx'
import { Paged } from '../parts/paged.tsx'
import { RuleLink } from '../parts/rule-name.tsx'
import { Scroll } from '../parts/scroll.tsx'

export function FragileView() {
  const { say, number } = useWords()
  const { head, rules, language } = usePage()
  const link = useLinks()
  const bodies = new Map(head.summary.bodies.map(({ body }) => [body.id, body.name]))
  const plan = head.analysis?.plan
  const fragile = plan?.fragile
  return (
    <>
      <Heading>{say('view-fragile')}</Heading>
      {!plan && <NoAnalysis />}
      {plan && fragile && (
        <>
          <p class="note">{say('fragileNote')}</p>
          <p>{say('fragileCount', { n: number(fragile.count), lasting: number(plan.lasting) })}</p>
        </>
      )}
      {fragile && fragile.count > 0 && (
        <Paged items={fragile.first} step={100}>
          {(shown) => (
            <Scroll label={say('view-fragile')}>
              <table class="figures fragile stacked">
                <thead>
                  <tr>
                    <th scope="col">{say('name')}</th>
                    <th scope="col" class="words">
                      {say('until')}
                    </th>
                    <th scope="col" class="words">
                      {say('signs')}
                    </th>
                    <th scope="col" class="words">
                      {say('contact')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(({ id, title, body, until, because, signs, contact }) => (
                    <tr key={id}>
                      <th scope="row">
                        <a href={link('dataset', id)}>
                          <bdi>{title}</bdi>
                        </a>
                        <span class="muted">
                          <bdi>{id}</bdi>　<bdi>{bodies.get(body)}</bdi>
                        </span>
                      </th>
                      <td class="words" data-label={say('until')}>
                        {until === undefined ? say('noEnd') : timeText(until, language)}
                        {because !== undefined && (
                          <div>
                            <RuleLink rule={because} />
                          </div>
                        )}
                      </td>
                      <td class="words" data-label={say('signs')}>
                        {signs.map((sign) => (
                          <div key={sign.rule + sign.messageId}>{remedyText(sign, rules, language)}</div>
                        ))}
                      </td>
                      <td class="words" data-label={say('contact')}>
                        <bdi>{contact}</bdi>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </Paged>
      )}
      {fragile && fragile.count > fragile.first.length && (
        <p class="note">
          {say('beyond', { n: number(fragile.count - fragile.first.length), command: 'odbadge plan' })}
        </p>
      )}
    </>
  )
}
