import { hash } from 'node:crypto'
import { Stretch } from './stretch.ts'
import { type Attributes, NO_ATTRIBUTES } from './xml-reader.ts'

/** Digests the elements that are open, one below the other: attributes and inside. Places count the characters given. */
export class OpenStretches {
  /** By depth. */
  readonly #insides: Stretch[] = []
  readonly #attributes: Attributes[] = []
  #chunk = ''
  /** Where the chunk begins. */
  #start = 0

  push(chunk: string): void {
    this.#chunk = chunk
  }

  chunkEnd(): void {
    for (const inside of this.#insides) inside?.goOn(this.#chunk)
    this.#start += this.#chunk.length
    this.#chunk = ''
  }

  begin(depth: number, attributes: Attributes, from: number): void {
    this.#insides[depth] ??= new Stretch()
    this.#insides[depth].begin(from - this.#start)
    this.#attributes[depth] = attributes
  }

  /** @param asked without it, the element is given up. */
  end(depth: number, to: number, asked: boolean): string | undefined {
    const inside = this.#insides[depth]
    if (!inside?.isOpen) return undefined
    if (!asked) {
      inside.drop()
      return undefined
    }
    const digest = inside.end(this.#chunk, to - this.#start)
    const attributes = this.#attributes[depth]!
    if (digest === undefined || attributes === NO_ATTRIBUTES) return digest
    const values = Object.values(attributes).map(({ name, value }) => [name, value])
    return hash('sha256', JSON.stringify([digest, values]), 'base64')
  }
}
