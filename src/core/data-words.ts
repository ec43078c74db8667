import { ENGLISH_NAMES } from './format.ts'
import type { Data, Language } from './localised.ts'
import { withFaultWords } from './syntax-faults.ts'

/** Words of ours that data hold in Chinese, by the place they fill: elsewhere the same words are quoted. */
const ENGLISH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  format: ENGLISH_NAMES,
  detected: ENGLISH_NAMES,
  detail: ENGLISH_NAMES,
  title: { '（無標題）': '(no title)' },
  type: { '（無）': '(none)' },
}
const GUESS = /（推測）$/

/** A finding's data with what is not quoted in this language. */
export function worded(data: Data, language: Language): Data {
  const said = withFaultWords(data, language)
  if (language === 'zh-TW') return said
  return Object.fromEntries(
    Object.entries(said).map(([place, value]) => {
      if (typeof value !== 'string') return [place, value]
      const word = place === 'detected' ? value.replace(GUESS, ' (a guess)') : value
      return [place, ENGLISH[place]?.[word] ?? word]
    }),
  )
}
