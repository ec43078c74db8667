import type { DatasetRecord, LedgerHeader } from '../../core/ledger.ts'
import { type Language, render } from '../../core/localised.ts'
import { ledgerHeader, ledgerLines } from '../ledger-file.ts'
import { UsageError } from '../usage-error.ts'
import { SCORE_WORDS } from './words.ts'

export interface OpenLedger {
  readonly path: string
  readonly header: LedgerHeader
}

export interface Placed {
  readonly record: DatasetRecord
  readonly ledger: OpenLedger
}

/** What one reading of the ledgers found besides datasets. */
export interface Reading {
  readonly finished: Set<OpenLedger>
  /** Datasets left out because a later ledger has them, too. */
  again: number
}

/** Newest first. Throws UsageError where two were judged by different profiles. */
export async function openLedgers(paths: readonly string[], language: Language): Promise<OpenLedger[]> {
  const ledgers: OpenLedger[] = []
  for (const path of paths) ledgers.push({ path, header: await ledgerHeader(path, language) })
  for (const ledger of ledgers) sameProfile(ledgers[0]!, ledger, language)
  const startedAt = ({ header }: OpenLedger) => Date.parse(header.startedAt)
  return ledgers.sort((a, b) => startedAt(b) - startedAt(a))
}

/** The whole of a profile counts, as far as the ledger tells it: two files may bear one id. */
export function sameProfile(one: OpenLedger, other: OpenLedger, language: Language): void {
  const policy = ({ header }: OpenLedger) => JSON.stringify([header.profile, header.deviations ?? []])
  if (policy(one) === policy(other)) return
  const [a, b] = [one.header.profile.id, other.header.profile.id]
  throw new UsageError(render(SCORE_WORDS.otherProfile, { one: one.path, other: other.path, a, b }, language))
}

/** Every dataset once, as its latest ledger has it; within one ledger all lines count, as in its own summary. */
export async function* datasetsOf(
  ledgers: readonly OpenLedger[],
  language: Language,
  reading: Reading = { finished: new Set(), again: 0 },
): AsyncGenerator<Placed> {
  const seen = new Set<string>()
  for (const [i, ledger] of ledgers.entries()) {
    const ids: string[] = []
    for await (const line of ledgerLines(ledger.path, language)) {
      if (line.kind === 'footer') reading.finished.add(ledger)
      if (line.kind !== 'dataset') continue
      if (seen.has(line.id)) {
        reading.again++
        continue
      }
      if (i < ledgers.length - 1) ids.push(line.id)
      yield { record: line, ledger }
    }
    for (const id of ids) seen.add(id)
  }
}
