import type { Summary } from '../../../../core/ledger.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { Paged } from './paged.tsx'
import { RuleName } from './rule-name.tsx'

export function FailedRules({ failed }: { failed: Summary['rules'] }) {
  const { say, word, number } = useWords()
  const { rules } = usePage()
  const link = useLinks()
  return (
    <section aria-label={say('rules')}>
      <h2>{say('rules')}</h2>
      {failed.length === 0 && <p class="note">{say('noFailedRules')}</p>}
      {failed.length > 0 && (
        <Paged items={failed} step={20}>
          {(shown) => (
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{say('claim')}</th>
                  <th scope="col">{say('datasets')}</th>
                  <th scope="col">{say('resources')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ rule, datasets, resources }) => {
                  const text = rules.get(rule)
                  const claim = text ? word(text.claim) : rule
                  return (
                    <tr key={rule}>
                      <th scope="row">
                        <RuleName rule={rule} />
                      </th>
                      <td>
                        <a
                          href={link('datasets', '', { rule, weight: 'blocking' })}
                          aria-label={say('rulesFailed', { n: number(datasets), claim })}
                        >
                          {number(datasets)}
                        </a>
                      </td>
                      <td>{number(resources)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
        </Paged>
      )}
    </section>
  )
}
