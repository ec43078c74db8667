import type { Spelling } from './column-counter.ts'
import type { FieldWatch } from './field-watch.ts'
import { LONGEST } from './period-watch.ts'

/** Characters that begin what may be more than text; those of digits are known before. */
const BEGINNINGS = new Set([...'０１２３４５６７８９－＋—─–…＊無民中　+-.*#xXNn \t\r\n'])

/** Of text that is decoded. */
export const DECODED: Spelling = {
  mayBeMore: (text) => BEGINNINGS.has(text[0] ?? ''),
  textOf: (text) => text,
}

/** Hands the text of an element that is watched to its watch. */
export class WatchedText {
  /** Of the element that is listened to; 0: none. */
  #depth = 0
  #watch: FieldWatch | undefined
  #row = 0
  #text = ''

  /** Whether to listen from this element on; what holds elements has no value. */
  open(watch: FieldWatch | undefined, row: number, depth: number): boolean {
    this.#depth = 0
    if (watch === undefined) return false
    this.#depth = depth
    this.#watch = watch
    this.#row = row
    this.#text = ''
    return true
  }

  text(text: string): void {
    if (this.#depth === 0) return
    // One piece and short: so it nearly always is.
    if (this.#text === '' && text.length <= LONGEST) this.#text = text
    else if (this.#text.length <= LONGEST) this.#text = (this.#text + text).slice(0, LONGEST + 1)
  }

  /** Must be told of every end, like of every beginning. */
  close(depth: number): void {
    if (depth !== this.#depth) return
    this.#depth = 0
    this.#watch!.see(this.#row, this.#text)
  }
}
