import { useMemo } from 'preact/hooks'
import type { Finding } from '../../../../core/finding.ts'
import { placeText, WEIGHT_WORDS } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import type { Advice } from '../store/advice.ts'
import { adviceOf } from '../store/advice.ts'
import { Paged } from './paged.tsx'
import { RuleLink } from './rule-name.tsx'

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
          <p class="weight">
            <strong>{word(WEIGHT_WORDS[weight])}</strong> <small>{number(count)}</small>
          </p>
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
                  {place && (
                    <strong class="place">
                      <bdi>{place}</bdi>
                    </strong>
                  )}{' '}
                  <bdi>{message}</bdi>
                </li>
              )
            })}
          </ul>
        )}
      </Paged>
      {remedy && (
        <p class="remedy">
          <span class="muted">{say('remedy')}</span> <bdi>{remedy}</bdi>
        </p>
      )}
      <p class="rule-links">
        {rules.map((rule) => (
          <RuleLink key={rule} rule={rule} />
        ))}
      </p>
    </div>
  )
}
