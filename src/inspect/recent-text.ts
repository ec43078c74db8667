const LF = 0x0a
const CR = 0x0d
/** Shorter blocks are joined. */
const BLOCK = 1 << 16

/** `column` from 0. */
interface Block {
  readonly position: number
  readonly line: number
  readonly column: number
  text: string
}

/** Text that a parser was given lately, kept to look for the place of a fault in it. */
export class RecentText {
  /** Characters given so far. */
  length = 0
  #blocks: Block[] = [{ position: 0, line: 1, column: 0, text: '' }]
  #last = 0

  /** `parser`: where it stands before it is given `text`. */
  add(text: string, parser: { readonly line: number; readonly column: number }): void {
    const last = this.#blocks.at(-1)!
    if (last.text.length < BLOCK || this.#isHeldBack) last.text += text
    else {
      const { line, column } = parser
      this.#blocks.push({ position: this.length, line, column, text })
    }
    this.length += text.length
    if (text !== '') this.#last = text.charCodeAt(text.length - 1)
  }

  /** The parser has not counted the last character yet: a carriage return, or half a surrogate pair. */
  get #isHeldBack(): boolean {
    return this.#last === CR || this.endsInHalf
  }

  /** The last character is the first half of a surrogate pair. */
  get endsInHalf(): boolean {
    return this.#last >= 0xd800 && this.#last <= 0xdbff
  }

  /** Nothing before this position will be asked for. */
  forget(position: number): void {
    while (this.#blocks.length > 1 && this.#blocks[1]!.position <= position) this.#blocks.shift()
  }

  get start(): number {
    return this.#blocks[0]!.position
  }

  /** What is left of the text before a position. */
  before(position: number): string {
    const text = this.#blocks.map((block) => block.text).join('')
    return text.slice(0, position - this.start)
  }

  /** Line and column, both from 1; CRLF is one line end and a surrogate pair one character. */
  placeOf(position: number): { line: number; column: number } {
    let { line, column } = this.#blocks[0]!
    const text = this.before(position)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LF || code === CR) {
        if (code === LF && text.charCodeAt(at - 1) === CR) continue
        line++
        column = 0
      } else if (code < 0xdc00 || code > 0xdfff) column++
    }
    return { line, column: column + 1 }
  }
}
