import { inChinese } from './parser-words.ts'

/** A text in both languages; zh-TW is what civil servants read, `en` is for `--lang en`. */
export interface Localised {
  readonly 'zh-TW': string
  readonly en: string
}

export type Language = keyof Localised

export const LANGUAGES: readonly Language[] = ['zh-TW', 'en']

/** Values a message template may name; a list is joined with the language's own comma. */
export type Data = Readonly<Record<string, string | number | readonly string[]>>

/** Places that are filled with what a reader of files or a server says. */
const WORDS_OF_OTHERS: ReadonlySet<string> = new Set(['detail', 'why'])

/** Fills `{name}` places of a template; a place without a value stays visible, so a gap is noticed. */
export function render(template: Localised, data: Data, language: Language): string {
  return template[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = data[name]
    if (value === undefined) return place
    if (typeof value === 'object') return value.join(language === 'en' ? ', ' : '、')
    const isForeign = language === 'zh-TW' && typeof value === 'string' && WORDS_OF_OTHERS.has(name)
    return isForeign ? inChinese(value) : String(value)
  })
}
