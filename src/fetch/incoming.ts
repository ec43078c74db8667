import type { Dispatcher } from 'undici'

/** Unread bytes above which the server is made to wait. */
const HIGH_WATER = 64 * 1024

/** The bytes of an answer as they come, for one reader. */
export class Incoming implements AsyncIterable<Uint8Array> {
  readonly #controller: Dispatcher.DispatchController
  #unread: Buffer[] = []
  #size = 0
  #room = HIGH_WATER
  #ended = false
  #error: Error | undefined
  #wake: (() => void) | undefined

  constructor(controller: Dispatcher.DispatchController) {
    this.#controller = controller
  }

  push(chunk: Buffer): void {
    this.#unread.push(chunk)
    this.#size += chunk.length
    if (this.#size > this.#room) this.#controller.pause()
    this.#wake?.()
  }

  /** @param error what broke it off; it surfaces where the bytes are read. */
  end(error?: Error): void {
    this.#ended = true
    this.#error = error
    this.#wake?.()
  }

  /** All of it, unless there are more than `limit` bytes: then nothing is taken. */
  async all(limit: number): Promise<readonly Buffer[] | undefined> {
    this.#room = Math.max(limit, HIGH_WATER)
    while (!this.#ended && this.#size <= limit) await this.#news()
    if (this.#size > limit) return undefined
    if (this.#error) throw this.#error
    return this.#unread
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void> {
    try {
      for (;;) {
        const come = this.#unread
        if (come.length > 0) {
          this.#drop()
          yield* come
        } else if (this.#error) throw this.#error
        else if (this.#ended) return
        else await this.#news()
      }
    } finally {
      this.#leave()
    }
  }

  /** Gives the connection back, by reading what little is left or by ending it. */
  async discard(limit: number): Promise<void> {
    let read = 0
    while (!this.#ended) {
      read += this.#drop()
      if (read > limit) break
      await this.#news()
    }
    this.#leave()
  }

  #drop(): number {
    const dropped = this.#size
    this.#unread = []
    this.#size = 0
    if (this.#controller.paused) this.#controller.resume()
    return dropped
  }

  /** Nobody reads on. */
  #leave(): void {
    if (this.#ended) return
    this.#ended = true
    this.#controller.abort(new Error('left unread'))
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
