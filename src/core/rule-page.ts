import type { Language } from './localised.ts'

/** `docs/rules/structure/no-blank-rows.md`, in English `….en.md`: the page's path in this package. */
export const rulePage = (rule: string, language: Language): string =>
  `docs/rules/${rule}${language === 'en' ? '.en' : ''}.md`

/**
 * Where the page of a rule can be read. `base` is where this package's files are served, with or without a slash at
 * its end; nothing without it, since this program has no home of its own: `odbadge explain` prints the same page.
 */
export function rulePageUrl(rule: string, language: Language, base: string | undefined): string | undefined {
  if (base === undefined) return undefined
  return `${base.replace(/\/+$/, '')}/${rulePage(rule, language)}`
}
