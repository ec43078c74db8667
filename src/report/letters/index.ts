import type { Letter } from '../../core/letter.ts'
import { paperMarkdown } from './markdown.ts'
import { paperOdt } from './odt.ts'
import { type LetterContext, paperOf } from './paper.ts'

export { fileNamer } from './file-name.ts'

/** Each form of a letter, by the ending of its file. */
export const letterWriters: Readonly<
  Record<'md' | 'odt', (letter: Letter, context: LetterContext) => Iterable<string | Uint8Array>>
> = {
  md: (letter, context) => [paperMarkdown(paperOf(letter, context))],
  odt: (letter, context) => paperOdt(paperOf(letter, context)),
}
