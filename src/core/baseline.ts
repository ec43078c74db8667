import { type Finding, fingerprint, hash } from './finding.ts'
import type { DatasetRecord, ResourceRecord } from './ledger.ts'

/** Problems of one kind at one place that were there before; only what is more than these is new. */
export interface BaselineEntry {
  /** Path of the file, or id of the dataset and address of the resource. */
  readonly at: string
  readonly rule: string
  readonly message: string
  readonly fingerprint: string
  readonly count: number
}

/** How a path is to be written so that it is the same for everybody: from the repository's root, with `/`. */
export type Locate = (path: string) => string

/** Like this wherever no caller knows better. */
export const asWritten: Locate = (path) => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')

const ADDRESS = /^(?:https?|ftps?):\/\//i

export const isAddress = (text: string): boolean => ADDRESS.test(text)

/** Where a finding stands, as baselines and fingerprints name it. */
export function scopeOf(
  record: DatasetRecord,
  resource: ResourceRecord | undefined,
  locate: Locate = asWritten,
): string {
  const written = (text: string) => (isAddress(text) ? text : locate(text))
  // A file without a catalogue is its own dataset.
  const alone = record.resources.length === 1 && record.resources[0]!.url === record.id
  if (alone) return written(record.id)
  return resource ? `${record.id} ${written(resource.url)}` : record.id
}

/** Of what is wrong, not of the line it stands on nor of the folder the program was called in. */
export function stableFingerprint(scope: string, { rule, messageId, outcome, data, at }: Finding): string {
  const within = [scope, at?.member, at?.sheet].filter((part) => part !== undefined).join('\0')
  return fingerprint(within, rule, messageId, outcome === 'unknown' ? {} : data)
}

/** Fingerprints for a list that allows none twice. */
export const numbered = (print: string, times: number): string =>
  times === 1 ? print : hash(`${print} ${times}`)

/** Every finding of a dataset with what it was found in. */
export function* findingsOf(
  record: DatasetRecord,
): Generator<{ readonly resource: ResourceRecord | undefined; readonly finding: Finding }> {
  for (const resource of record.resources)
    for (const finding of resource.findings) yield { resource, finding }
  for (const finding of record.findings) yield { resource: undefined, finding }
}

export interface Baseline {
  /** Those of its findings that were there before. A fault of ours never was. */
  known(record: DatasetRecord): ReadonlySet<Finding>
  /** Remembers what is there now, for {@link stale} and {@link next}. */
  see(record: DatasetRecord): void
  /** Entries that nothing is left of, where it was looked for. */
  stale(): readonly BaselineEntry[]
  /** The baseline that accepts all that was seen. `keep`: of what was not looked at, what stays. */
  next(keep: (entry: BaselineEntry) => boolean): readonly BaselineEntry[]
}

const byPlace = (a: BaselineEntry, b: BaselineEntry): number => {
  for (const key of ['at', 'rule', 'message', 'fingerprint'] as const)
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return 0
}

export function baselineOf(entries: readonly BaselineEntry[], locate: Locate = asWritten): Baseline {
  const before = new Map(entries.map((entry) => [entry.fingerprint, entry]))
  const now = new Map<string, BaselineEntry>()
  /** `scope rule` whose answer is known, so that a finding that is not there is gone. */
  const answered = new Set<string>()
  const seenScopes = new Set<string>()

  return {
    known(record) {
      const left = new Map<string, number>()
      const known = new Set<Finding>()
      for (const { resource, finding } of findingsOf(record)) {
        if (finding.messageId === 'rule-crashed') continue
        const print = stableFingerprint(scopeOf(record, resource, locate), finding)
        const count = left.get(print) ?? before.get(print)?.count ?? 0
        if (count > 0) known.add(finding)
        left.set(print, count - 1)
      }
      return known
    },
    see(record) {
      for (const { scope, outcomes } of scopesOf(record, locate)) {
        seenScopes.add(scope)
        for (const [rule, outcome] of Object.entries(outcomes))
          if (outcome !== 'unknown') answered.add(`${scope}\n${rule}`)
      }
      for (const { resource, finding } of findingsOf(record)) {
        if (finding.messageId === 'rule-crashed') continue
        const at = scopeOf(record, resource, locate)
        const print = stableFingerprint(at, finding)
        const { rule, messageId } = finding
        const count = (now.get(print)?.count ?? 0) + 1
        now.set(print, { at, rule, message: messageId, fingerprint: print, count })
      }
    },
    stale: () =>
      entries.filter(({ at, rule, fingerprint }) => answered.has(`${at}\n${rule}`) && !now.has(fingerprint)),
    next: (keep) =>
      [
        ...now.values(),
        ...entries.filter(
          (entry) =>
            !now.has(entry.fingerprint) &&
            (seenScopes.has(entry.at) ? !answered.has(`${entry.at}\n${entry.rule}`) : keep(entry)),
        ),
      ].sort(byPlace),
  }
}

const scopesOf = (record: DatasetRecord, locate: Locate) => [
  ...record.resources.map((resource) => ({
    scope: scopeOf(record, resource, locate),
    outcomes: resource.outcomes,
  })),
  { scope: scopeOf(record, undefined, locate), outcomes: record.outcomes },
]
