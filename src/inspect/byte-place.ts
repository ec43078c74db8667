const CR = 0x0d

export const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80

/** UTF-8 characters between two places. */
function characters(chunk: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (!isContinuation(chunk[at]!)) count++
  return count
}

/** Keeps count of the line while chunks go by, and of the column only as far as a fault needs it. */
export class BytePlaceCounter {
  line = 1
  /** Index in this chunk where the line, or its part in this chunk, begins. */
  #start = 0
  /** Characters of the line in earlier chunks. */
  #columns = 0
  #last = 0

  /** A CR or LF was met at `at`; CRLF is one line end. */
  lineEnd(chunk: Buffer, at: number): void {
    const before = at > 0 ? chunk[at - 1] : this.#last
    if (chunk[at] === CR || before !== CR) this.line++
    this.#start = at + 1
    this.#columns = 0
  }

  /** The chunk is done; the next one starts at index 0. */
  chunkEnd(chunk: Buffer): void {
    if (chunk.length === 0) return
    this.#columns += characters(chunk, this.#start, chunk.length)
    this.#last = chunk[chunk.length - 1]!
    this.#start = 0
  }

  /** Line and column, both from 1, of the byte at `at`. */
  at(chunk: Buffer, at: number): { line: number; column: number } {
    return { line: this.line, column: this.#columns + characters(chunk, this.#start, at) + 1 }
  }
}
