import { LONGEST, type PeriodWatch } from './period-watch.ts'

/** Hands the text of an element that is watched to its watch. */
export class WatchedText {
  /** Of the element that is listened to; 0: none. */
  #depth = 0
  #watch: PeriodWatch | undefined
  #row = 0
  #text = ''

  /** Whether to listen from this element on; what holds elements has no value. */
  open(watch: PeriodWatch | undefined, row: number, depth: number): boolean {
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
