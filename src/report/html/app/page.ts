import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { RuleText } from '../../../core/ledger.ts'
import type { Data, Language, Localised } from '../../../core/localised.ts'
import { render } from '../../../core/localised.ts'
import type { PageHead } from '../page-data.ts'
import { formatRoute, type Query, type Route } from './route.ts'
import type { Store } from './store/store.ts'
import { STRINGS } from './strings/index.ts'

export interface Page {
  readonly language: Language
  readonly head: PageHead
  readonly store: Store
  readonly rules: ReadonlyMap<string, RuleText>
  /** True while the page is being printed. */
  readonly printing: boolean
}

export const PageContext = createContext<Page | undefined>(undefined)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('outside of the page')
  return page
}

/** The page's words in the reader's language. */
export function useWords() {
  const { language } = usePage()
  return {
    say: (key: keyof typeof STRINGS, data: Data = {}) => render(STRINGS[key], data, language),
    word: (words: Localised) => words[language],
    number: (n: number) => n.toLocaleString(language, { maximumFractionDigits: 1 }),
  }
}

/** Addresses of the page's views; they keep the language where it is not the report's own. */
export function useLinks() {
  const { language, head } = usePage()
  const lang = language === head.language ? undefined : language
  return (view: Route['view'], id?: string, query?: Query) => formatRoute(view, id, { ...query, lang })
}
