import { DEVIATIONS_TITLE, type Deviation, deviationText } from '../core/deviation.ts'
import type { Language } from '../core/localised.ts'
import { printable } from './columns.ts'

export interface ToldDeviations {
  /** With their number. */
  readonly title: string
  /** Each in one harmless line. */
  readonly texts: readonly string[]
}

/** Whoever reads a result must see how it was not come by officially; nothing where it was. */
export const toldDeviations = (
  deviations: readonly Deviation[] = [],
  language: Language,
): ToldDeviations | undefined =>
  deviations.length === 0
    ? undefined
    : {
        title: `${DEVIATIONS_TITLE[language]}${language === 'en' ? ': ' : '：'}${deviations.length}`,
        texts: deviations.map((each) => printable(deviationText(each, language))),
      }

export function deviationLines(deviations: readonly Deviation[] | undefined, language: Language): string[] {
  const told = toldDeviations(deviations, language)
  return told ? [told.title, ...told.texts.map((text) => `  ${text}`)] : []
}
