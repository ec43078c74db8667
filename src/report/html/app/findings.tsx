import { useMemo } from 'preact/hooks'
import type { Finding } from '../../../core/finding.ts'
import { placeText, WEIGHT_WORDS } from '../../words.ts'
import type { Advice } from './advice.ts'
import { adviceOf } from './advice.ts'
import { usePage, useWords } from './page.ts'
import { Paged } from './paged.tsx'

/** What to do, gravest first; places that call for the same remedy stand under it together. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { say, word, number } = useWords()
  const { rules, language } = usePage()
  const weights = useMemo(() => adviceOf(findings, rules, language), [findings, rules, language])
  if (findings.length === 0) return <p class="muted">{say('noFindings')}</p>
  return (
    <>
      {weights.map(({ weight, count, advice }) => (
        <div key={weight} class={`findings tone-${weight}`}>
          <h5>
            {word(WEIGHT_WORDS[weight])} <small>{number(count)}</small>
          </h5>
          {advice.map((one) => (
            <AdviceItem key={one.rules[0] + one.remedy + one.items[0]?.messageId} advice={one} />
          ))}
        </div>
      ))}
    </>
  )
}

function AdviceItem({ advice: { rules, remedy, items } }: { advice: Advice }) {
  const { say } = useWords()
  const { language } = usePage()
  return (
    <div class="advice">
      <Paged items={items} step={20}>
        {(shown) => (
          <ul>
            {shown.map(({ message, at, fingerprint }) => {
              const place = placeText(at, language)
              return (
                <li key={fingerprint + place}>
                  {place && <strong>{place}</strong>} <bdi>{message}</bdi>
                </li>
              )
            })}
          </ul>
        )}
      </Paged>
      <p>
        {remedy && (
          <>
            <span class="muted">{say('remedy')}</span> <bdi>{remedy}</bdi>{' '}
          </>
        )}
        {rules.map((rule) => (
          <code key={rule}>{rule} </code>
        ))}
      </p>
    </div>
  )
}
