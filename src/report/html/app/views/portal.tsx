import { AGREEMENTS, type Agreement, type PortalSummary } from '../../../../core/portal.ts'
import { AGREEMENT_WORDS } from '../../../portal-text.ts'
import { BADGE_WORDS } from '../../../words.ts'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { useLinks, usePage, useWords } from '../page.ts'
import { Remedy } from '../parts/cause-table.tsx'
import { BEST_FIRST } from '../parts/filters.tsx'
import { Heading } from '../parts/heading.tsx'
import { RuleName } from '../parts/rule-name.tsx'
import { Scroll } from '../parts/scroll.tsx'

const TONES: Readonly<Record<Agreement, string>> = {
  agree: 'pass',
  'portal-higher': 'fail',
  'portal-lower': 'advice',
  undecided: 'unknown',
  'portal-unknown': 'none',
}

/** The portal's verdicts beside ours. */
export function PortalView() {
  const { say } = useWords()
  const { portal } = usePage().head.summary
  return (
    <>
      <Heading>{say('view-portal')}</Heading>
      {portal ? <Comparison portal={portal} /> : <p>{say('noPortal')}</p>}
    </>
  )
}

function Comparison({ portal }: { portal: PortalSummary }) {
  const { say, word, number } = useWords()
  const link = useLinks()
  const parts = AGREEMENTS.map((name) => ({
    name,
    kind: TONES[name],
    label: word(AGREEMENT_WORDS[name]),
    count: portal.datasets[name],
  }))
  return (
    <>
      <p class="note">{say('portalNote')}</p>
      <StackedBar label={say('agreementBar')} parts={parts} />
      <p class="legends">
        {parts.map(({ name, kind, label, count }) => (
          <span key={name} class={`legend tone-${kind}`}>
            {label} <a href={link('datasets', '', { portal: name })}>{number(count)}</a>
          </span>
        ))}
      </p>
      <Scroll label={say('portalWord')}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{say('portalWord')}</th>
              <th scope="col">{say('datasets')}</th>
              {BEST_FIRST.map((badge) => (
                <th key={badge} scope="col">
                  {word(BADGE_WORDS[badge])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {portal.words.map((said) => (
              <tr key={said.word}>
                <th scope="row">
                  <bdi>{said.word || say('portalSilent')}</bdi>
                </th>
                <td>{number(said.datasets)}</td>
                {BEST_FIRST.map((badge) => (
                  <td key={badge} class={said.understood === badge ? 'same' : ''}>
                    {number(said.atLeast[badge])}
                    {said.atLeast[badge] !== said.atMost[badge] && `／${number(said.atMost[badge])}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {portal.causes.length > 0 && (
        <>
          <h2>{say('portalCauses')}</h2>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{say('rule')}</th>
                <th scope="col">{say('datasets')}</th>
              </tr>
            </thead>
            <tbody>
              {portal.causes.slice(0, 50).map(({ rule, messageId, datasets }) => (
                <tr key={`${rule}#${messageId}`}>
                  <th scope="row">
                    <RuleName rule={rule} />
                    <Remedy rule={rule} messageId={messageId} />
                  </th>
                  <td>{number(datasets)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
