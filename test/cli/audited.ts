import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { ExceptionReport } from '../../src/core/exceptions.ts'
import type { DatasetRecord, LedgerLine } from '../../src/core/ledger.ts'
import type { MendingPlan } from '../../src/core/mending.ts'
import { complaints } from '../report/schema.ts'
import { BROKEN, folder, odbadge, SOUND } from './run.ts'

const NOW = '2026-06-01'

/** An audit of three files: gold, ragged with a blank row, empty. `later`: the first is broken, the second mended. */
export async function audited() {
  const at = folder({ 'a.csv': SOUND, 'b.csv': BROKEN, 'c.csv': '' })
  const audit = (out: string, ...more: string[]) =>
    odbadge(
      'audit',
      '--files',
      at('a.csv'),
      at('b.csv'),
      at('c.csv'),
      '--out',
      at(out),
      '--now',
      NOW,
      ...more,
    )
  await audit('first')
  const first = at('first', 'ledger.ndjson')
  return { at, audit, first }
}

export const lines = (path: string): LedgerLine[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
export const datasets = (path: string) =>
  lines(path).filter((line): line is DatasetRecord => line.kind === 'dataset')

/** `plan … --reporter json`, parsed and as its schema asks. */
export async function planned(ledger: string, ...more: string[]) {
  const { code, out, err } = await odbadge('plan', ledger, '--reporter', 'json', ...more)
  if (out === '') throw new Error(err)
  const plan = JSON.parse(out)
  expect(complaints('plan', plan)).toEqual([])
  return { code, plan: plan as MendingPlan & { exceptions: ExceptionReport[] } }
}
