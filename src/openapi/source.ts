import type { Faults } from './fault.ts'

/** A document that could be read, with what is wrong with its notation. */
export interface Source {
  readonly data: unknown
  readonly faults: Faults
  /** Lines of these pointers, from 1; of the nearest thing around where one leads to nothing. */
  lines(pointers: readonly string[]): ReadonlyMap<string, number>
}
