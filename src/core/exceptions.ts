import { DAY, parseDate } from './calendar.ts'
import { isOfAgency } from './deviation.ts'
import type { Finding } from './finding.ts'
import type { DatasetRecord } from './ledger.ts'

/** What a publisher says of findings: shown beside the result, which it never changes. */
export interface ExceptionEntry {
  /** Of these at least one; together they narrow. */
  readonly dataset?: string
  readonly rule?: string
  readonly fingerprint?: string
  /** Narrows to publishers whose name has this in it. */
  readonly agency?: string
  readonly reason: string
  readonly by?: string
  /** Dates of Taiwan, both included. */
  readonly from?: string
  readonly until: string
}

export const EXCEPTION_STATES = ['applies', 'expired', 'not-yet', 'unused'] as const
export type ExceptionState = (typeof EXCEPTION_STATES)[number]

/** `unused`: it holds, but no finding is left that it speaks of. */
export interface ExceptionReport extends ExceptionEntry {
  readonly state: ExceptionState
  /** Findings it speaks of, expired or not. */
  readonly findings: number
}

/** Beside a finding. */
export interface ExceptionNote extends Pick<ExceptionEntry, 'reason' | 'by' | 'until'> {
  readonly expired?: true
}

export interface Exceptions {
  /** Positions of the entries that speak of this finding, counted as met. */
  about(
    dataset: Pick<DatasetRecord, 'id' | 'publisher'>,
    finding: Pick<Finding, 'rule' | 'fingerprint'>,
  ): readonly number[]
  note(position: number): ExceptionNote
  reports(): ExceptionReport[]
}

/** @param now what the dates are held against, milliseconds since 1970-01-01T00:00:00Z. */
export function exceptionsOf(entries: readonly ExceptionEntry[], now: number): Exceptions {
  const met = entries.map(() => 0)
  const began = entries.map(({ from }) => from === undefined || (parseDate(from) ?? 0) <= now)
  const ended = entries.map(({ until }) => (parseDate(until) ?? 0) + DAY <= now)
  const state = (at: number): ExceptionState =>
    ended[at] ? 'expired' : !began[at] ? 'not-yet' : met[at] === 0 ? 'unused' : 'applies'
  return {
    about({ id, publisher }, { rule, fingerprint }) {
      const positions: number[] = []
      for (const [at, entry] of entries.entries()) {
        if ((entry.dataset ?? id) !== id || (entry.rule ?? rule) !== rule) continue
        if ((entry.fingerprint ?? fingerprint) !== fingerprint) continue
        if (entry.agency !== undefined && !isOfAgency(publisher, entry.agency)) continue
        met[at]!++
        if (began[at]) positions.push(at)
      }
      return positions
    },
    note(position) {
      const { reason, by, until } = entries[position]!
      return { reason, ...(by !== undefined && { by }), until, ...(ended[position] && { expired: true }) }
    },
    reports: () => entries.map((entry, at) => ({ ...entry, state: state(at), findings: met[at]! })),
  }
}
