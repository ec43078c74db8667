import type { Language } from '../../core/localised.ts'
import { SCORE_WORDS } from './words.ts'

/** Options of `odbadge score`, as yargs wants them. */
export function scoreOptions(language: Language) {
  const file = (word: keyof typeof SCORE_WORDS) =>
    ({ describe: SCORE_WORDS[word][language], type: 'string', requiresArg: true }) as const
  return {
    claims: file('claims'),
    previous: file('previous'),
    awards: file('awards'),
    popularity: file('popularity'),
    votes: file('votes'),
    profile: file('profile'),
  } as const
}

export const SCORE_EXAMPLES = [
  'odbadge score reports/ledger.ndjson',
  'odbadge score central.ndjson local.ndjson --awards awards.json --previous 2025.ndjson',
  'odbadge score ledger.ndjson --claims oas.json --reporter json > score.json',
  'odbadge score ledger.ndjson --popularity views.csv --votes votes.json',
] as const
