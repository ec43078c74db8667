import { DEVIATIONS_TITLE, type Deviation, deviationText } from '../core/deviation.ts'
import type { Language } from '../core/localised.ts'
import { printable } from './columns.ts'

/** Whoever reads a result must see how it was not come by officially. */
export const deviationLines = (deviations: readonly Deviation[] = [], language: Language): string[] =>
  deviations.length === 0
    ? []
    : [
        `${DEVIATIONS_TITLE[language]}${language === 'en' ? ': ' : '：'}${deviations.length}`,
        ...deviations.map((each) => `  ${printable(deviationText(each, language))}`),
      ]
