import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { RuleText } from '../../../core/ledger.ts'
import type { Data, Language, Localised } from '../../../core/localised.ts'
import { render } from '../../../core/localised.ts'
import { STRINGS } from './strings.ts'

interface Page {
  readonly language: Language
  readonly rules: ReadonlyMap<string, RuleText>
  /** True while the page is being printed. */
  readonly printing: boolean
}

export const PageContext = createContext<Page>({ language: 'zh-TW', rules: new Map(), printing: false })

export const usePage = () => useContext(PageContext)

/** The page's words in the reader's language. */
export function useWords() {
  const { language } = usePage()
  return {
    say: (key: keyof typeof STRINGS, data: Data = {}) => render(STRINGS[key], data, language),
    word: (words: Localised) => words[language],
    number: (n: number) => n.toLocaleString(language, { maximumFractionDigits: 1 }),
  }
}
