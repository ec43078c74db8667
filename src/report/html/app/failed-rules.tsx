import type { Summary } from '../../../core/ledger.ts'
import { usePage, useWords } from './page.ts'
import { Paged } from './paged.tsx'
import type { Filter } from './select.ts'

interface Props {
  failed: Summary['rules']
  show: (filter: Partial<Filter>) => void
}

export function FailedRules({ failed, show }: Props) {
  const { say, word, number } = useWords()
  const { rules } = usePage()
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{say('rules')}</h2>
      <p class="note">{say(failed.length > 0 ? 'rulesNote' : 'noFailedRules')}</p>
      {failed.length > 0 && (
        <Paged items={failed} step={10}>
          {(shown) => (
            <table class="rules">
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
                  return (
                    <tr key={rule}>
                      <th scope="row">
                        {text && word(text.claim)} <code>{rule}</code>
                      </th>
                      <td>
                        <button type="button" class="link" onClick={() => show({ rule, weight: 'blocking' })}>
                          {number(datasets)}
                        </button>
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
