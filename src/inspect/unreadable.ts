import type { Data } from '../core/localised.ts'
import type { Reason } from '../core/observed.ts'
import type { ReasonCode } from '../core/reason.ts'

/** Content that cannot be read on, with the reason to be told. */
export class Unreadable extends Error {
  readonly reason: Reason
  constructor(code: ReasonCode, data?: Data, options?: ErrorOptions) {
    super(code, options)
    this.reason = data ? { code, data } : { code }
  }
}

/** Runs `read`; bad content becomes its reason, everything else stays thrown. */
export async function orReason<T>(read: () => Promise<T>, otherwise: (because: Reason) => T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return otherwise(error.reason)
  }
}
