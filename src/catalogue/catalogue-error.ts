import { type Language, render } from '../core/localised.ts'
import { type ToldData, toldIn } from './told.ts'
import { CATALOGUE_WORDS, type CatalogueErrorCode } from './words.ts'

/** The file is no catalogue, or cannot be read: the user must give another one. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
  readonly code: CatalogueErrorCode
  readonly data: ToldData

  constructor(code: CatalogueErrorCode, data: ToldData, options?: ErrorOptions) {
    super(render(CATALOGUE_WORDS[code], toldIn(data, 'zh-TW'), 'zh-TW'), options)
    this.code = code
    this.data = data
  }
}

export const describeCatalogueError = ({ code, data }: CatalogueError, language: Language): string =>
  render(CATALOGUE_WORDS[code], toldIn(data, language), language)
