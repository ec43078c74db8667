import { readFileSync } from 'node:fs'
import type { LedgerLine } from '../../src/core/ledger.ts'

export const linesOf = (ledger: string): readonly LedgerLine[] =>
  ledger
    .trimEnd()
    .split('\n')
    .map((line): LedgerLine => JSON.parse(line))

/** A dataset by its id, anything else by its kind. */
export const outlineOf = (path: string): readonly string[] =>
  linesOf(readFileSync(path, 'utf8')).map((line) => (line.kind === 'dataset' ? line.id : line.kind))

const MOMENT = /"(at|startedAt|finishedAt|from|to)":"\d{4}-\d\d-\d\dT[\d:.]+Z"/g

/**
 * What two audits of the same must have in common, to the byte: all but the moments, how long things took, and the
 * record of politeness, of which every session writes its own.
 */
export const timeless = (text: string): string =>
  text.replace(MOMENT, '"$1":"…"').replace(/"elapsed":\d+/g, '"elapsed":0')

export const timelessLedger = (path: string): string =>
  timeless(readFileSync(path, 'utf8').replace(/^\{"kind":"politeness".*\n/gm, ''))

export function timelessReport(path: string): string {
  const report: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'))
  return timeless(JSON.stringify({ ...report, politeness: [] }))
}
