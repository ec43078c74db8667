/** Lets so many in at once; the others wait in line. */
export class Gate {
  #places: number
  readonly #line: (() => void)[] = []

  constructor(places: number) {
    this.#places = places
  }

  /** Whoever has entered must leave. */
  async enter(): Promise<void> {
    if (this.#places > 0) this.#places--
    else await new Promise<void>((resolve) => this.#line.push(resolve))
  }

  leave(): void {
    const next = this.#line.shift()
    if (next) next()
    else this.#places++
  }
}
