import type { Data } from '../core/localised.ts'
import type { MessageId } from './words.ts'

export type Verdict = 'valid' | 'invalid' | 'unverified' | 'unsupported'

/** One thing against a document, or one reason why it could not be judged. */
export interface Fault {
  readonly pointer: string
  /** In the file, from 1; absent for the document as a whole. */
  readonly line?: number
  readonly id: MessageId
  readonly data: Data
}

export interface OpenapiResult {
  /** As the document says it; null when it says none. */
  readonly version: string | null
  readonly verdict: Verdict
  /** In the order of the file, the first of them only. */
  readonly faults: readonly Fault[]
  /** Faults beyond those. */
  readonly more: number
}

export const MAX_FAULTS = 100

/** Counts every fault, keeps few: a document may have millions. */
export class Faults {
  readonly kept = new Map<string, Fault>()
  #dropped = 0

  add(pointer: string, id: MessageId, data: Data = {}, line?: number): void {
    const key = JSON.stringify([pointer, id, data])
    if (this.kept.has(key)) return
    if (this.kept.size < MAX_FAULTS)
      this.kept.set(key, { pointer, id, data, ...(line !== undefined && { line }) })
    else this.#dropped++
  }

  get count(): number {
    return this.kept.size + this.#dropped
  }
}
