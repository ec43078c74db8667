import type { Language } from '../../core/localised.ts'
import { caveats, type Told } from '../../report/caveats.ts'
import { foreign, html, type Markup } from '../markup.ts'

/** What a reader must know before the numbers of a ledger. */
export const caveatBoxes = (told: Told, language: Language): Markup[] =>
  caveats(told, language).map(
    ({ title, texts }) =>
      html`<div class="warn"><h2>${title}</h2><ul>${texts.map((text) => html`<li>${foreign(text)}</li>`)}</ul></div>`,
  )
