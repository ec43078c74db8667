import type { Unmatched } from '../catalogue/index.ts'
import { type Language, render } from '../core/localised.ts'
import { WORDS } from './words.ts'

/** Names asked for that are in no catalogue, on standard error: a misspelt agency must not look like a clean one. */
export function sayUnmatched(unmatched: Unmatched | undefined, language: Language): void {
  for (const [names = [], word] of [
    [unmatched?.agency, WORDS.unmatchedAgency],
    [unmatched?.id, WORDS.unmatchedId],
  ] as const)
    if (names.length > 0) process.stderr.write(`${render(word, { names }, language)}\n`)
}
