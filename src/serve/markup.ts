import { printable } from '../report/columns.ts'

/** HTML that may stand in a page as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Markup | string | number | false | undefined | readonly Piece[]

/** Everything that is put into a template is text, made inert, unless it is {@link Markup}. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = template[0]!
  for (const [at, piece] of pieces.entries()) text += inert(piece) + template[at + 1]!
  return new Markup(text)
}

function inert(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'object') return piece.map(inert).join('')
  return printable(String(piece)).replace(/[&<>"'`]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

/** Text of strangers: its direction stays its own. */
export const foreign = (text: string): Markup => html`<bdi>${text}</bdi>`

/** As much of a text as a list has room for. */
export const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

/** For a place in an address; a lone surrogate has no encoding. */
export const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
