export interface Line {
  readonly text: string
  /** From 1; CRLF, LF and CR each end a line, also inside a quoted cell, as editors count them. */
  readonly number: number
  /** Longer than `cap`: the text was dropped. */
  readonly tooLong: boolean
}

const LINE_END = /\r\n?|\n/g

/** Physical lines without their ends. Holds at most `cap` characters and one chunk. */
export async function* lines(texts: AsyncIterable<string>, cap: number): AsyncGenerator<Line> {
  let pending = ''
  let number = 1
  let tooLong = false
  for await (const text of texts) {
    pending += text
    let start = 0
    for (const { index, 0: end } of pending.matchAll(LINE_END)) {
      // A CR at the end of what has come may be the first half of a CRLF.
      if (end === '\r' && index === pending.length - 1) break
      yield { text: pending.slice(start, index), number: number++, tooLong }
      tooLong = false
      start = index + end.length
    }
    pending = pending.slice(start)
    if (pending.length > cap) {
      tooLong = true
      pending = pending.endsWith('\r') ? '\r' : ''
    }
  }
  if (pending !== '' || tooLong) yield { text: pending.replace(/\r$/, ''), number, tooLong }
}
