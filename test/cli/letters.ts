import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { RULES } from '../../rules/index.ts'
import type { Outcome } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord, LedgerHeader } from '../../src/core/ledger.ts'
import { ruleText } from '../../src/core/record.ts'
import { body, dataset, finding, resource } from '../score/make.ts'
import { folder, odbadge } from './run.ts'
import { ledger } from './score-ledger.ts'

export const MOL = body('mol', 'central', '勞動部')
export const BLANK = 'structure/no-blank-rows'
export const DUPLICATE = 'structure/unique-header'

export const fails = (rule: string, fingerprint: string): Finding => ({
  ...finding(rule, rule === BLANK ? 'hole' : 'duplicate', 'fail'),
  data: { count: 1, rows: ['3'] },
  fingerprint,
})

/** A dataset of 勞動部 whose one resource has these outcomes and failures. */
export const of = (
  id: string,
  outcomes: Readonly<Record<string, Outcome>>,
  findings: readonly Finding[] = [],
  changes: Partial<DatasetRecord> = {},
) =>
  dataset({
    id,
    title: `資料集${id}`,
    body: MOL,
    contact: { name: '王小明' },
    badge: { atLeast: 'bronze', atMost: 'bronze' },
    resources: [resource({ outcomes, findings })],
    ...changes,
  })

export const letters = (
  records: readonly DatasetRecord[],
  before?: readonly DatasetRecord[],
  ...more: string[]
) => lettersUnder({}, records, before, ...more)

export async function lettersUnder(
  header: Partial<LedgerHeader>,
  records: readonly DatasetRecord[],
  before?: readonly DatasetRecord[],
  ...more: string[]
) {
  const at = folder()
  const rules = RULES.map(ruleText)
  writeFileSync(at('new.ndjson'), ledger(records, { rules, ...header }))
  if (before) writeFileSync(at('old.ndjson'), ledger(before, { rules, now: '2026-07-31T20:00:00.000Z' }))
  const previous = before ? ['--previous', at('old.ndjson')] : []
  const ran = await odbadge('letters', at('new.ndjson'), ...previous, '--out', at('out'), ...more)
  expect(ran.code).toBe(0)
  const names = existsSync(at('out')) ? readdirSync(at('out')).sort() : []
  return { ...ran, at, names, text: (name: string) => readFileSync(at('out', name), 'utf8') }
}
