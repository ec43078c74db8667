import type { CommonCause } from '../../../../core/analysis.ts'
import { remedyText } from '../../../texts.ts'
import { OUTCOME_WORDS } from '../../../words.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { RuleName } from './rule-name.tsx'
import { Scroll } from './scroll.tsx'

/** Causes with what mends them. */
export function CauseTable({ causes, label }: { causes: readonly CommonCause[]; label: string }) {
  const { say, word, number } = useWords()
  const link = useLinks()
  return (
    <Scroll label={label}>
      <table class="figures causes stacked">
        <thead>
          <tr>
            <th scope="col">{say('cause')}</th>
            <th scope="col" class="words">
              {say('where')}
            </th>
            <th scope="col">{say('resources')}</th>
            <th scope="col">{say('datasets')}</th>
            <th scope="col">{say('bodies')}</th>
            <th scope="col" class="words">
              {say('outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {causes.map((cause) => {
            const { rule, messageId, host, contact, outcome, resources, datasets, bodies } = cause
            const weight = outcome === 'fail' ? 'blocking' : 'unknown'
            return (
              <tr key={[rule, messageId, host, contact, outcome].join('\n')}>
                <th scope="row">
                  <RuleName rule={rule} />
                  <Remedy rule={rule} messageId={messageId} />
                </th>
                <td class="words" data-label={say('where')}>
                  <bdi>{host === undefined ? contact : host}</bdi>
                </td>
                <td data-label={say('resources')}>{number(resources)}</td>
                <td data-label={say('datasets')}>
                  <a
                    href={link('datasets', '', { rule, weight, q: host ?? contact })}
                    aria-label={`${number(datasets)} ${say('causeDatasets')}`}
                  >
                    {number(datasets)}
                  </a>
                </td>
                <td data-label={say('bodies')}>{number(bodies)}</td>
                <td class={`words tone-text tone-${weight}`} data-label={say('outcome')}>
                  {word(OUTCOME_WORDS[outcome])}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What mends it, where that says more than the rule's own claim. */
export function Remedy(named: { rule: string; messageId: string }) {
  const { word } = useWords()
  const { rules, language } = usePage()
  const text = remedyText(named, rules, language)
  const claim = rules.get(named.rule)?.claim
  if (claim && text === word(claim)) return null
  return (
    <>
      <br />
      <bdi class="muted">{text}</bdi>
    </>
  )
}
