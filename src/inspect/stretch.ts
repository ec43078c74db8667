import { createHash, type Hash, hash } from 'node:crypto'

/** Bytes, or UTF-16 units of text: what is longer is not compared. */
const LONGEST = 1 << 20

type Chunk = Buffer | string

/** Digests a stretch of content, which may lie in several chunks of it. */
export class Stretch {
  /** In the chunk at hand; negative when nothing is open. */
  #from = -1
  #length = 0
  #hash: Hash | undefined

  get isOpen(): boolean {
    return this.#from >= 0
  }

  begin(from: number): void {
    this.#from = from
    this.#length = 0
    this.#hash = undefined
  }

  drop(): void {
    this.#from = -1
  }

  /** The chunk ends within the stretch. */
  goOn(chunk: Chunk): void {
    if (this.#from < 0) return
    this.#length += chunk.length - this.#from
    if (this.#length > LONGEST) {
      this.drop()
      return
    }
    this.#hash ??= createHash('sha256')
    this.#hash.update(bytesOf(chunk, this.#from, chunk.length))
    this.#from = 0
  }

  /** No two stretches share a digest by accident or by design; those that are too long have none. */
  end(chunk: Chunk, to: number): string | undefined {
    const from = this.#from
    this.#from = -1
    if (from < 0 || this.#length + to - from > LONGEST) return undefined
    const rest = bytesOf(chunk, from, to)
    return this.#hash ? this.#hash.update(rest).digest('base64') : hash('sha256', rest, 'base64')
  }
}

const bytesOf = (chunk: Chunk, from: number, to: number): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk.slice(from, to), 'utf16le') : chunk.subarray(from, to)
