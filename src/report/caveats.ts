import { DEVIATIONS_TITLE, deviationText } from '../core/deviation.ts'
import type { LedgerHeader } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'
import { printable } from './columns.ts'
import { extentTexts } from './selection.ts'

/** One thing that a reader must know before the numbers. */
export interface Caveat {
  /** `extent`: not the whole catalogue; `deviation`: not what the profile says. */
  readonly kind: 'extent' | 'deviation'
  readonly heading: string
  /** The heading; of deviations with their number. */
  readonly title: string
  /** Each in one harmless line; whole sentences where `extent`. */
  readonly texts: readonly string[]
}

/** A ledger, as far as it says how it came about. */
export interface Told {
  readonly header: Partial<Pick<LedgerHeader, 'selection' | 'deviations'>>
  readonly interrupted?: boolean | undefined
}

const EXTENT_TITLE: Localised = { 'zh-TW': '稽核範圍', en: 'What was audited' }

/** Nothing where the whole of a catalogue was audited as its profile says. */
export function caveats({ header, interrupted = false }: Told, language: Language): Caveat[] {
  const { selection = {}, deviations = [] } = header
  const extent = extentTexts(selection, interrupted, language).map(printable)
  const title = DEVIATIONS_TITLE[language]
  const found: Caveat[] = [
    { kind: 'extent', heading: EXTENT_TITLE[language], title: EXTENT_TITLE[language], texts: extent },
    {
      kind: 'deviation',
      heading: title,
      title: `${title}${language === 'en' ? ': ' : '：'}${deviations.length}`,
      texts: deviations.map((each) => printable(deviationText(each, language))),
    },
  ]
  return found.filter(({ texts }) => texts.length > 0)
}

/** Lines of plain text. */
export const caveatLines = (told: Told, language: Language): string[] =>
  caveats(told, language).flatMap(({ kind, title, texts }) =>
    kind === 'extent' ? texts : [title, ...texts.map((text) => `  ${text}`)],
  )

/** Where there is room for a sentence only: deviations are counted. */
export const shortCaveats = (told: Told, language: Language): string[] =>
  caveats(told, language).flatMap(({ kind, title, texts }) => (kind === 'extent' ? texts : [title]))
