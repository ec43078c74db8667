import type { Data } from '../core/localised.ts'
import type { Word } from './words.ts'

/** A request that is not granted, and why; becomes a page or a problem document (RFC 9457). */
export class Refusal extends Error {
  readonly status: number
  readonly word: Word
  readonly data: Data
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, word: Word, data: Data = {}, headers: Readonly<Record<string, string>> = {}) {
    super(word)
    this.status = status
    this.word = word
    this.data = data
    this.headers = headers
  }
}
