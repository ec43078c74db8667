import type { CatalogueEntry } from './core/catalogue.ts'
import type { Deviation } from './core/deviation.ts'
import { LEDGER_SCHEMA, type LedgerHeader, type LedgerLine } from './core/ledger.ts'
import type { Localised } from './core/localised.ts'
import { mapInOrder } from './core/map-in-order.ts'
import { problemRecord, ruleText } from './core/record.ts'
import type { AnyRule } from './core/rule.ts'
import { hideSecrets } from './core/secrets.ts'
import { type Examination, examine, type Origin, type Policy } from './examine.ts'
import { createProbe, isAboutService } from './probe.ts'
import { Recorded } from './recorded.ts'
import { createSummary } from './score/index.ts'

export type { Origin, Policy } from './examine.ts'

export interface AuditOptions extends Omit<Policy, 'probe'> {
  readonly origin: Origin
  /** Catalogues by name, and what was selected from them; for the record only. */
  readonly catalogue: readonly string[]
  readonly selection?: LedgerHeader['selection']
  readonly program: string
  /** In which ways the policy is not its profile. */
  readonly deviations?: readonly Deviation[]
  /** Rules whose texts the ledger needs, where that are more than `rules`. */
  readonly told?: readonly AnyRule[]
  /** What the user ought to know of this run, asked at its end. */
  readonly notes?: () => readonly Localised[]
  /** Datasets under way at once. */
  readonly concurrency?: number
  /** Time of day for the record, milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: () => number
  /** The second window of failed links, at the end of the run; without it the first one decides. */
  readonly confirmation?: {
    /** Milliseconds between the two, at least. */
    readonly after: number
    wait(milliseconds: number): Promise<void>
  }
  /** Data services are asked a few questions more, so that the service itself can be judged. */
  readonly probeApi?: boolean
  /** Lines of an interrupted audit of the same catalogue: counted, not written or done again. */
  readonly recorded?: AsyncIterable<LedgerLine>
}

/**
 * The line: catalogue ─▶ plan ─▶ fetch ─▶ inspect ─▶ rules ─▶ badge ─▶ score ─▶ ledger.
 * Yields the ledger line by line, in the catalogue's order, datasets with a failed link last; stop asking and it stops.
 */
export async function* audit(
  entries: AsyncIterable<CatalogueEntry>,
  options: AuditOptions,
): AsyncGenerator<LedgerLine> {
  const { profile, origin, clock, confirmation, concurrency = 8 } = options
  const from = new Date(clock()).toISOString()
  const { forPublisher } = options
  const asked = (all: readonly AnyRule[]) =>
    options.probeApi ? all : all.filter((rule) => !isAboutService(rule))
  const rules = asked(options.rules)
  const policy: Policy = {
    ...options,
    rules,
    ...(forPublisher && {
      forPublisher(publisher) {
        const own = forPublisher(publisher)
        return { ...own, rules: asked(own.rules) }
      },
    }),
    ...(options.probeApi && { probe: createProbe(origin) }),
  }
  const summary = createSummary(profile)
  const recorded = new Recorded()
  if (!options.recorded) yield headerOf({ ...options, rules, told: asked(options.told ?? rules) }, from)
  for await (const line of options.recorded ?? []) {
    summary.add(line)
    recorded.add(line)
  }

  const unconfirmed: { readonly examination: Examination; readonly since: number }[] = []
  const looks = mapInOrder(recorded.rest(entries), concurrency, async (entry) =>
    entry.kind === 'dataset' ? examine(entry.dataset, origin, policy) : { record: problemRecord(entry) },
  )
  for await (const look of looks) {
    if (confirmation && 'confirm' in look) {
      unconfirmed.push({ examination: look, since: clock() })
      continue
    }
    summary.add(look.record)
    yield look.record
  }

  const records = mapInOrder(unconfirmed, concurrency, async ({ examination, since }) => {
    const left = since + (confirmation?.after ?? 0) - clock()
    if (left > 0) await confirmation?.wait(left)
    return (await examination.confirm?.()) ?? examination.record
  })
  for await (const record of records) {
    summary.add(record)
    yield record
  }

  const hosts = origin.statistics?.()
  const to = new Date(clock()).toISOString()
  if (hosts && hosts.length > 0) yield { kind: 'politeness', from, to, hosts }
  const notes = options.notes?.() ?? []
  yield {
    kind: 'footer',
    finishedAt: to,
    summary: summary.finish(),
    ...(notes.length > 0 && { notes }),
  }
}

function headerOf(options: AuditOptions, startedAt: string): LedgerHeader {
  const { profile, rules, told = rules, deviations = [] } = options
  return {
    kind: 'header',
    schemaVersion: LEDGER_SCHEMA,
    program: options.program,
    startedAt,
    now: new Date(options.now).toISOString(),
    catalogue: options.catalogue.map(hideSecrets),
    profile: { id: profile.id, title: profile.title, notes: profile.notes },
    ...(deviations.length > 0 && { deviations }),
    selection: options.selection ?? {},
    rules: told.map(ruleText),
  }
}
