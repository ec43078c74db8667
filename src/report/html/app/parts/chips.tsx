import type { IndicatorOutcomes, Outcome } from '../../../../core/badge.ts'
import { INDICATORS } from '../../../../core/badge.ts'
import { INDICATOR_WORDS, OUTCOME_WORDS } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'

export const SIGNS: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  'not-applicable': '–',
}

export function Chips({ indicators }: { indicators: IndicatorOutcomes }) {
  const { word } = useWords()
  const { language } = usePage()
  return (
    <ul class="chips">
      {INDICATORS.map((indicator) => {
        const outcome = indicators[indicator]
        return (
          <li key={indicator} class={`tone-${outcome}`}>
            <span class="sign" aria-hidden="true">
              {SIGNS[outcome]}
            </span>{' '}
            {word(INDICATOR_WORDS[indicator])}
            <span class="spoken">
              {language === 'en' ? ': ' : '：'}
              {word(OUTCOME_WORDS[outcome])}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
