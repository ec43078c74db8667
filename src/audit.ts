import type { CatalogueEntry } from './core/catalogue.ts'
import { LEDGER_SCHEMA, type LedgerHeader, type LedgerLine } from './core/ledger.ts'
import { mapInOrder } from './core/map-in-order.ts'
import { problemRecord, ruleText } from './core/record.ts'
import { hideSecrets } from './core/secrets.ts'
import { examine, type Origin, type Policy } from './examine.ts'
import { createSummary } from './score/index.ts'

export type { Origin, Policy } from './examine.ts'

export interface AuditOptions extends Policy {
  readonly origin: Origin
  /** Catalogues by name, and what was selected from them; for the record only. */
  readonly catalogue: readonly string[]
  readonly selection?: LedgerHeader['selection']
  readonly program: string
  /** Datasets under way at once. */
  readonly concurrency?: number
  /** Time of day for the record, milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: () => number
}

/**
 * The line: catalogue ─▶ plan ─▶ fetch ─▶ inspect ─▶ rules ─▶ badge ─▶ score ─▶ ledger.
 * Yields the ledger line by line, in the catalogue's order; stop asking and it stops.
 */
export async function* audit(
  entries: AsyncIterable<CatalogueEntry>,
  options: AuditOptions,
): AsyncGenerator<LedgerLine> {
  const { rules, profile, now, origin, clock } = options
  const summary = createSummary(profile)
  yield {
    kind: 'header',
    schemaVersion: LEDGER_SCHEMA,
    program: options.program,
    startedAt: new Date(clock()).toISOString(),
    now: new Date(now).toISOString(),
    catalogue: options.catalogue.map(hideSecrets),
    profile: { id: profile.id, title: profile.title, notes: profile.notes },
    selection: options.selection ?? {},
    rules: rules.map(ruleText),
  }
  const lines = mapInOrder(entries, options.concurrency ?? 8, async (entry) =>
    entry.kind === 'dataset' ? examine(entry.dataset, origin, options) : problemRecord(entry),
  )
  for await (const line of lines) {
    if (line.kind === 'dataset') summary.add(line)
    else summary.problem()
    yield line
  }
  yield { kind: 'footer', finishedAt: new Date(clock()).toISOString(), summary: summary.finish() }
}
