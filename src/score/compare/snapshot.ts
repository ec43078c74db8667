import type { LedgerMark } from '../../core/comparison.ts'
import type { Body, LedgerFooter, LedgerHeader, LedgerLine, Summary } from '../../core/ledger.ts'
import type { Profile } from '../profile.ts'
import { createSummary } from '../summary.ts'
import { type Digest, digestOf } from './digest.ts'

/** A ledger as a comparison knows it. */
export interface Snapshot {
  readonly mark: LedgerMark
  /** The profile with all its settings. */
  readonly policy: string
  readonly rules: readonly string[]
  readonly summary: Summary
  /** By id; a second dataset of the same id has a number behind it. */
  readonly datasets: ReadonlyMap<string, Digest>
}

export interface SnapshotOptions {
  /** Absent where it is not at hand: then only a ledger with a footer tells its scores. */
  readonly profile?: Profile
  /** Where only scores are wanted. */
  readonly scoresOnly?: boolean
}

/** @returns nothing for a ledger that has no footer, when there is no profile to count it by. */
export async function snapshot(
  header: LedgerHeader,
  lines: AsyncIterable<LedgerLine> | Iterable<LedgerLine>,
  { profile, scoresOnly = false }: SnapshotOptions,
): Promise<Snapshot | undefined> {
  const interned = interning()
  const datasets = new Map<string, Digest>()
  const counting = profile && createSummary(profile)
  let footer: LedgerFooter | undefined
  for await (const line of lines) {
    counting?.add(line)
    if (line.kind === 'footer') footer = line
    if (line.kind !== 'dataset' || scoresOnly) continue
    let key = line.id
    for (let n = 2; datasets.has(key); n++) key = `${line.id} ${n}`
    datasets.set(key, digestOf(line, interned))
  }
  const summary = footer?.summary ?? counting?.finish()
  if (!summary) return undefined
  const { program, startedAt, now, selection } = header
  const { atLeast, atMost } = summary
  return {
    mark: {
      program: header.rejudged?.program ?? program,
      startedAt,
      now,
      profile: header.profile.id,
      ...(header.deviations && { deviations: header.deviations }),
      ...(Object.keys(selection).length > 0 && { selection }),
      ...(!footer && { interrupted: true }),
      datasets: summary.datasets,
      badges: { atLeast, atMost },
    },
    policy: JSON.stringify([header.profile, header.deviations ?? []]),
    rules: header.rules.map(({ id }) => id),
    summary,
    datasets,
  }
}

function interning(): Parameters<typeof digestOf>[1] {
  const bodies = new Map<string, Body>()
  const texts = new Map<string, string>()
  return {
    body(body) {
      const key = `${body.id} ${body.name}`
      if (!bodies.has(key)) bodies.set(key, body)
      return bodies.get(key)!
    },
    text(text) {
      if (!texts.has(text)) texts.set(text, text)
      return texts.get(text)!
    },
  }
}
