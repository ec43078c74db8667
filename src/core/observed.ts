import type { Data } from './localised.ts'
import type { ReasonCode } from './reason.ts'

/** Why something is not known; the code's sentence is in `reason.ts`. */
export interface Reason {
  readonly code: ReasonCode
  readonly data?: Data
}

/** A fact, or the reason why there is none. `whole: false` means only a part was looked at. */
export type Observed<T> =
  | { readonly seen: true; readonly value: T; readonly whole: true }
  | { readonly seen: true; readonly value: T; readonly whole: false; readonly because: Reason }
  | { readonly seen: false; readonly because: Reason }

/** Everything is counted, few are kept: a collector without a cap would be a bug. */
export interface Sample<T> {
  readonly count: number
  readonly first: readonly T[]
}

export class Collector<T> implements Sample<T> {
  count = 0
  readonly first: T[] = []
  readonly #cap: number

  constructor(cap: number) {
    this.#cap = cap
  }

  add(item: T): void {
    this.count++
    if (this.first.length < this.#cap) this.first.push(item)
  }

  /** True while an added item would be kept: lets callers skip building what nobody will see. */
  get open(): boolean {
    return this.first.length < this.#cap
  }

  sample(): Sample<T> {
    return { count: this.count, first: this.first }
  }
}

export const seen = <T>(value: T): Observed<T> => ({ seen: true, value, whole: true })
export const partly = <T>(value: T, because: Reason): Observed<T> => ({
  seen: true,
  value,
  whole: false,
  because,
})
export const unseen = (code: ReasonCode, data?: Data): { seen: false; because: Reason } => ({
  seen: false,
  because: data ? { code, data } : { code },
})
