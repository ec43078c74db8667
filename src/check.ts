import { RULES } from '../rules/index.ts'
import { audit, type Origin } from './audit.ts'
import { type Claims, fileCatalogue } from './catalogue/index.ts'
import type { Body, Exchange } from './core/exchange.ts'
import type { Finding } from './core/finding.ts'
import type { DatasetRecord, ResourceRecord } from './core/ledger.ts'
import type { Language } from './core/localised.ts'
import { ruleText } from './core/record.ts'
import type { AnyRule } from './core/rule.ts'
import { fetcherFor, momentOf, profileOf } from './defaults.ts'
import { type FetcherOptions, fetchLocal } from './fetch/index.ts'
import { PROGRAM } from './program.ts'
import { describeFinding, rulesById } from './report/index.ts'
import type { Profile } from './score/index.ts'

/** What a check is told; the claims (`format`, `encoding`, `fields`…) are compared only where they are given. */
export interface CheckOptions extends Claims {
  /** What bytes are called; an ending such as `.csv` helps to tell what they are. `data` by default. */
  readonly name?: string
  /** All rules of this package by default; for more: `[...RULES, mine]`. */
  readonly rules?: readonly AnyRule[]
  /** A built-in profile, the path of a JSON file, or a profile; `measure-2017` by default. */
  readonly profile?: string | Profile
  /** Timeliness is judged against this moment: a date, ISO 8601 or milliseconds. Now by default. */
  readonly now?: Date | string | number
  /** Of messages and remedies; `zh-TW` by default. */
  readonly language?: Language
  /** For addresses: time-outs, caps, certificates. Private networks are off unless `allowPrivate` is given. */
  readonly fetching?: FetcherOptions
}

/** A finding in words. `remedy` is empty where a reason stands in for an answer. */
export interface DescribedFinding extends Finding {
  readonly message: string
  readonly remedy: string
}

/** What was found out about one file. */
export interface Checked extends Pick<DatasetRecord, 'badge' | 'indicators'> {
  readonly name: string
  /** Facts: format, encoding, size, table, sheets, members. */
  readonly facts: Pick<
    ResourceRecord,
    'format' | 'encoding' | 'size' | 'sha256' | 'table' | 'members' | 'sheets'
  >
  readonly findings: readonly DescribedFinding[]
  /** The line of a ledger that this is. */
  readonly record: DatasetRecord
}

/**
 * One file without a catalogue: a path, an address (`http:`, `https:`, `file:`) or bytes.
 * A file that cannot be read is no error: its badge is unknown, and a finding says why. Throws ProfileError for a
 * profile that cannot be used, CatalogueError for a date nobody can read.
 */
export async function check(file: string | URL | Uint8Array, options: CheckOptions = {}): Promise<Checked> {
  const { rules = RULES, language = 'zh-TW', name = 'data' } = options
  const named = file instanceof Uint8Array ? name : String(file)
  const { origin, close } = originOf(file, options.fetching)
  let record: DatasetRecord | undefined
  try {
    const lines = audit(fileCatalogue([named], options), {
      rules,
      profile: profileOf(options.profile, rules),
      now: momentOf(options.now),
      origin,
      catalogue: [],
      program: PROGRAM,
      clock: Date.now,
    })
    for await (const line of lines) if (line.kind === 'dataset') record = line
  } finally {
    await close()
  }
  const resource = record?.resources[0]
  if (!record || !resource) throw new Error('a file makes one dataset with one resource')
  const texts = rulesById(rules.map(ruleText))
  const { format, encoding, size, sha256, table, members, sheets } = resource
  return {
    name: record.id,
    badge: record.badge,
    indicators: record.indicators,
    facts: {
      format,
      encoding,
      size,
      sha256,
      ...(table && { table }),
      ...(members && { members }),
      ...(sheets && { sheets }),
    },
    findings: [...resource.findings, ...record.findings].map((finding) => ({
      ...finding,
      ...describeFinding(finding, texts, language),
    })),
    record,
  }
}

function originOf(
  file: string | URL | Uint8Array,
  fetching: FetcherOptions | undefined,
): { readonly origin: Origin; close(): Promise<void> } {
  if (!(file instanceof Uint8Array) && /^https?:/i.test(String(file))) {
    const fetcher = fetcherFor(fetching)
    return { origin: fetcher, close: () => fetcher.close() }
  }
  const fetch: Origin['fetch'] =
    file instanceof Uint8Array ? (url) => Promise.resolve(given(url, file)) : (path) => fetchLocal(path)
  return { origin: { fetch, release: async () => undefined }, close: async () => undefined }
}

function given(url: string, bytes: Uint8Array): { exchange: Exchange; body: Body } {
  const exchange: Exchange = {
    kind: 'file',
    url,
    finalUrl: url,
    hops: [],
    at: new Date(momentOf(undefined)).toISOString(),
    elapsed: 0,
  }
  return { exchange, body: { bytes, size: bytes.length, whole: true } }
}
