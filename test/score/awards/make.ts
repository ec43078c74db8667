import type { Awards } from '../../../src/core/awards.ts'
import type { Badge } from '../../../src/core/badge.ts'
import type { DatasetRecord, LedgerHeader } from '../../../src/core/ledger.ts'
import {
  type AwardInputs,
  type Closing,
  createAwards,
  type DocumentVerdict,
  loadProfile,
} from '../../../src/score/index.ts'
import { body, dataset } from '../make.ts'

export const measure = loadProfile('measure-2017')
export const NOW = '2026-08-31T00:00:00.000Z'

const header: LedgerHeader = {
  kind: 'header',
  schemaVersion: 1,
  program: 'odbadge test',
  startedAt: NOW,
  now: NOW,
  catalogue: [],
  profile: { id: measure.id, title: measure.title, notes: measure.notes },
  selection: {},
  rules: [],
}

/** A document is what its name says. */
export const validate = async (document: string): Promise<DocumentVerdict> => {
  const verdict = (['invalid', 'unverified', 'unsupported'] as const).find((word) =>
    document.startsWith(word),
  )
  return verdict ? { verdict, errors: [`${verdict}!`] } : { verdict: 'valid', errors: [] }
}

export async function awardsOf(
  records: readonly DatasetRecord[],
  inputs: Partial<AwardInputs> = {},
  closing: Partial<Closing> = {},
): Promise<Awards> {
  const builder = createAwards({ profile: measure, settings: {}, ...inputs })
  for (const record of records) builder.add(record, Date.parse(NOW))
  const ledgers = [{ path: 'l.ndjson', program: 'odbadge test', startedAt: NOW, now: NOW, finished: true }]
  return builder.finish({ ledgers, header, validate, notes: [], ...closing })
}

let count = 0

/** A dataset of a body; `badge` as `silver` or `silver-gold` where it is open. */
export function of(id: string, badge: Badge | `${Badge}-${Badge}`, changes: Partial<DatasetRecord> = {}) {
  const [atLeast, atMost = atLeast] = badge.split('-') as [Badge, Badge?]
  return dataset({ id: `d${count++}`, body: body(id), badge: { atLeast, atMost }, ...changes })
}

export const times = (n: number, make: () => DatasetRecord): DatasetRecord[] =>
  Array.from({ length: n }, make)
