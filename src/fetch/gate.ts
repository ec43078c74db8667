/** Lets so many in at once; the others wait in line. */
export class Gate {
  #places: number
  readonly #line: (() => void)[] = []

  constructor(places: number) {
    this.#places = places
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#places > 0) this.#places--
    else await new Promise<void>((resolve) => this.#line.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#line.shift()
      if (next) next()
      else this.#places++
    }
  }
}
