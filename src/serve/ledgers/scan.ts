import { BADGES, type BadgeInterval, INDICATORS, type IndicatorOutcomes, OUTCOMES } from '../../core/badge.ts'
import { hash } from '../../core/finding.ts'
import type { Body, DatasetRecord, LedgerHeader, Summary } from '../../core/ledger.ts'
import { createSummary, loadProfile, type Profile, profileIds } from '../../score/index.ts'
import { DamagedLedger, placedLines } from './lines.ts'
import { ledgerLine } from './shape.ts'

/** Where the datasets of a ledger stand, by their ids: 28 bytes each. */
export interface Places {
  at(id: string): readonly { readonly start: number; readonly length: number }[]
  readonly weight: number
}

/** A dataset as lists show it. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly body: Body
  readonly badge: BadgeInterval
  readonly indicators: IndicatorOutcomes
}

export interface Rows {
  readonly count: number
  row(at: number): Row
  /** Bytes of memory, about. */
  readonly weight: number
}

export interface Scan {
  readonly places: Places
  readonly rows: Rows
  /** Counted from the datasets; absent where the profile is not at hand. */
  readonly summary?: Summary
}

/** Longer ones are cut in lists; the dataset's page has the whole. */
const MAX_TEXT = 300

/** Reads every line once. @throws {DamagedLedger} at the first that is none. */
export async function scanLedger(
  path: string,
  size: number,
  { header, counted, signal, progress }: ScanOptions,
): Promise<Scan> {
  const found = collector()
  const profile = counted === undefined ? profileOf(header) : undefined
  const summary = profile && createSummary(profile)
  let number = 0
  for await (const { text, start, length, whole } of placedLines(path, size, signal)) {
    number++
    progress?.(start / size)
    // What a killed audit was writing; the line before is whole.
    if (text === '' || !whole) continue
    const line = ledgerLine(text, number)
    summary?.add(line)
    if (line.kind === 'dataset') found.add(line, start, length)
  }
  const { places, rows } = found.finish()
  if (counted !== undefined && counted !== rows.count)
    throw new DamagedLedger({ code: 'count', detail: `${rows.count} / ${counted}` })
  return { places, rows, ...(summary && { summary: summary.finish() }) }
}

export interface ScanOptions {
  readonly header: LedgerHeader
  /** Datasets by the footer; absent: they are counted. */
  readonly counted?: number
  readonly signal?: AbortSignal
  /** Between 0 and 1. */
  readonly progress?: (share: number) => void
}

/** Only what comes with odbadge: a ledger must not name a file of this machine. */
export const profileOf = ({ profile }: LedgerHeader): Profile | undefined =>
  profileIds().includes(profile.id) ? loadProfile(profile.id) : undefined

function collector() {
  const starts: number[] = []
  const lengths: number[] = []
  const keys: number[] = []
  const ids: string[] = []
  const titles: string[] = []
  const publishers: string[] = []
  const bodies: Body[] = []
  const badges: number[] = []
  const outcomes: number[] = []
  const texts = new Map<string, string>()
  const bodyOf = new Map<string, Body>()
  let letters = 0

  return {
    add(record: DatasetRecord, start: number, length: number): void {
      starts.push(start)
      lengths.push(length)
      keys.push(keyOf(record.id))
      ids.push(cut(record.id))
      titles.push(cut(record.title))
      publishers.push(interned(texts, cut(record.publisher), cut(record.publisher)))
      const { id, name, group } = record.body
      bodies.push(interned(bodyOf, `${id} ${name}`, { id, name, group }))
      badges.push(BADGES.indexOf(record.badge.atLeast) * 4 + BADGES.indexOf(record.badge.atMost))
      outcomes.push(
        INDICATORS.reduce((sum, indicator) => sum * 4 + OUTCOMES.indexOf(record.indicators[indicator]), 0),
      )
      letters += ids.at(-1)!.length + titles.at(-1)!.length
    },
    finish(): { readonly places: Places; readonly rows: Rows } {
      return {
        places: placesOf(Float64Array.from(starts), Uint32Array.from(lengths), Float64Array.from(keys)),
        rows: {
          count: ids.length,
          row: (at) => ({
            id: ids[at]!,
            title: titles[at]!,
            publisher: publishers[at]!,
            body: bodies[at]!,
            badge: { atLeast: BADGES[badges[at]! >> 2]!, atMost: BADGES[badges[at]! & 3]! },
            indicators: unpacked(outcomes[at]!),
          }),
          weight: 2 * letters + 100 * ids.length,
        },
      }
    },
  }
}

/** A copy: a piece cut from a text keeps all of it in memory. */
const cut = (text: string): string =>
  text.length <= MAX_TEXT ? text : Buffer.from(`${text.slice(0, MAX_TEXT)}…`).toString()

function interned<T>(known: Map<string, T>, key: string, value: T): T {
  if (!known.has(key)) known.set(key, value)
  return known.get(key)!
}

function unpacked(packed: number): IndicatorOutcomes {
  const last = INDICATORS.length - 1
  return Object.fromEntries(
    INDICATORS.map((indicator, at) => [indicator, OUTCOMES[(packed >> (2 * (last - at))) & 3]!]),
  ) as unknown as IndicatorOutcomes
}

const keyOf = (id: string): number => Number.parseInt(hash(id), 16)

function placesOf(starts: Float64Array, lengths: Uint32Array, keys: Float64Array): Places {
  const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b)
  return {
    at(id) {
      const key = keyOf(id)
      let from = 0
      for (let to = order.length; from < to; ) {
        const middle = (from + to) >> 1
        if (keys[order[middle]!]! < key) from = middle + 1
        else to = middle
      }
      const found = []
      for (let at = order[from]; at !== undefined && keys[at] === key; at = order[++from])
        found.push({ start: starts[at]!, length: lengths[at]! })
      return found
    },
    weight: 24 * order.length,
  }
}
