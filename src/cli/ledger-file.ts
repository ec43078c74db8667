import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { LEDGER_SCHEMA, type LedgerFooter, type LedgerHeader, type LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import type { LedgerRecord, LedgerView } from '../report/index.ts'
import { createSummary } from '../score/index.ts'
import { profileNamed } from './options.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

const KINDS = new Set(['header', 'dataset', 'catalogue-problem', 'footer'])

/** Lines of a ledger on disk. A last line cut by a crash is left out: the one before it is whole. */
export async function* ledgerLines(path: string, language: Language): AsyncGenerator<LedgerLine> {
  let line = 0
  let broken: UsageError | undefined
  try {
    for await (const text of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      line++
      if (broken) throw broken
      if (text === '') continue
      const parsed = parseLine(text)
      if (typeof parsed === 'string')
        broken = new UsageError(render(WORDS.badLine, { path, line, detail: parsed }, language))
      else yield parsed
    }
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(render(WORDS.noLedger, { path, detail: error.message }, language))
  }
  if (broken && line === 1) throw broken
}

function parseLine(text: string): LedgerLine | string {
  try {
    const value: unknown = JSON.parse(text)
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : ''
    return KINDS.has(kind) ? (value as LedgerLine) : `kind = ${JSON.stringify(kind)}`
  } catch (error) {
    return (error as Error).message
  }
}

/** A ledger as reports want it. Without a footer the summary is made again from the datasets that are there. */
export async function openLedger(
  path: string,
  language: Language,
): Promise<LedgerView & { readonly complete: boolean }> {
  let header: LedgerHeader | undefined
  let footer: LedgerFooter | undefined
  for await (const line of ledgerLines(path, language)) {
    if (line.kind === 'header') header = line
    else if (line.kind === 'footer') footer = line
  }
  if (!header) throw new UsageError(render(WORDS.badLine, { path, line: 1, detail: 'header' }, language))
  const { schemaVersion } = header
  if (schemaVersion !== LEDGER_SCHEMA)
    throw new UsageError(render(WORDS.otherLedger, { path, version: String(schemaVersion) }, language))
  const records = async function* (): AsyncGenerator<LedgerRecord> {
    for await (const line of ledgerLines(path, language))
      if (line.kind === 'dataset' || line.kind === 'catalogue-problem') yield line
  }
  if (footer)
    return { header, summary: footer.summary, finishedAt: footer.finishedAt, records, complete: true }
  const summary = createSummary(profileNamed(header.profile.id, language))
  for await (const record of records()) {
    if (record.kind === 'dataset') summary.add(record)
    else summary.problem()
  }
  return { header, summary: summary.finish(), finishedAt: header.startedAt, records, complete: false }
}
