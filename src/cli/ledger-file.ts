import { createReadStream } from 'node:fs'
import { LEDGER_SCHEMA, type LedgerFooter, type LedgerHeader, type LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import type { LedgerRecord, LedgerView } from '../report/index.ts'
import { createSummary } from '../score/index.ts'
import { profileNamed } from './options.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** Bytes read at once: lines are some kilobytes each. */
const BLOCK = 1 << 20

const KINDS = new Set(['header', 'dataset', 'catalogue-problem', 'politeness', 'footer'])

/** Lines of a ledger on disk. A last line cut by a crash is left out: the one before it is whole. */
export async function* ledgerLines(path: string, language: Language): AsyncGenerator<LedgerLine> {
  for await (const { line } of placedLines(path, language)) yield line
}

/** As {@link ledgerLines}; `end`: bytes from the file's beginning to the end of the line, if it has an end. */
export async function* placedLines(
  path: string,
  language: Language,
): AsyncGenerator<{ readonly line: LedgerLine; readonly end?: number }> {
  let number = 0
  let broken: UsageError | undefined
  for await (const { text, end } of textLines(path, language)) {
    number++
    if (broken) throw broken
    if (text === '') continue
    const line = parseLine(text)
    if (typeof line === 'string')
      broken = new UsageError(render(WORDS.badLine, { path, line: number, detail: line }, language))
    else yield { line, ...(end !== undefined && { end }) }
  }
  if (broken && number === 1) throw broken
}

async function* textLines(
  path: string,
  language: Language,
): AsyncGenerator<{ readonly text: string; readonly end?: number }> {
  const held: Buffer[] = []
  let end = 0
  const blocks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: BLOCK })
  try {
    for await (const block of blocks) {
      let from = 0
      for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, from)) {
        held.push(block.subarray(from, at))
        from = at + 1
        yield { text: (held.length === 1 ? held[0]! : Buffer.concat(held)).toString(), end: end + from }
        held.length = 0
      }
      held.push(block.subarray(from))
      end += block.length
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(render(WORDS.noLedger, { path, detail: error.message }, language))
  }
  const rest = Buffer.concat(held).toString()
  if (rest !== '') yield { text: rest }
}

/** False for what was broken off in its first line, and for an empty file. */
export async function hasWholeLine(path: string, language: Language): Promise<boolean> {
  for await (const { end } of textLines(path, language)) return end !== undefined
  return false
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

/** What a ledger says of itself. */
export interface LedgerOutline {
  readonly header: LedgerHeader
  /** Absent when the audit was interrupted. */
  readonly footer?: LedgerFooter
  /** Bytes up to the end of the last whole line. */
  readonly size: number
}

export async function outline(path: string, language: Language): Promise<LedgerOutline> {
  let header: LedgerHeader | undefined
  let footer: LedgerFooter | undefined
  let size = 0
  for await (const { line, end } of placedLines(path, language)) {
    if (line.kind === 'header') header = line
    else if (line.kind === 'footer') footer = line
    if (end !== undefined) size = end
  }
  if (!header) throw noHeader(path, language)
  checkVersion(header, path, language)
  return { header, ...(footer && { footer }), size }
}

const noHeader = (path: string, language: Language): UsageError =>
  new UsageError(render(WORDS.noHeader, { path }, language))

/** The first line, without reading on. */
export async function ledgerHeader(path: string, language: Language): Promise<LedgerHeader> {
  for await (const line of ledgerLines(path, language)) {
    if (line.kind !== 'header') break
    checkVersion(line, path, language)
    return line
  }
  throw noHeader(path, language)
}

/** A ledger as reports want it. Without a footer the summary is made again from the datasets that are there. */
export async function openLedger(path: string, language: Language): Promise<LedgerView> {
  const { header, footer } = await outline(path, language)
  const records = async function* (): AsyncGenerator<LedgerRecord> {
    for await (const line of ledgerLines(path, language))
      if (line.kind !== 'header' && line.kind !== 'footer') yield line
  }
  if (footer)
    return {
      header,
      summary: footer.summary,
      finishedAt: footer.finishedAt,
      ...(footer.notes && { notes: footer.notes }),
      records,
    }
  const summary = createSummary(profileNamed(header.profile.id, language))
  for await (const record of records()) summary.add(record)
  return { header, summary: summary.finish(), finishedAt: header.startedAt, interrupted: true, records }
}

/** A ledger in one pass: its header, then everything behind it. */
export async function openLines(
  path: string,
  language: Language,
): Promise<{ readonly header: LedgerHeader; readonly lines: AsyncGenerator<LedgerLine> }> {
  const lines = ledgerLines(path, language)
  const { value: header } = await lines.next()
  if (header?.kind !== 'header') throw noHeader(path, language)
  checkVersion(header, path, language)
  return { header, lines }
}

function checkVersion({ schemaVersion }: LedgerHeader, path: string, language: Language): void {
  if (schemaVersion !== LEDGER_SCHEMA)
    throw new UsageError(render(WORDS.otherLedger, { path, version: String(schemaVersion) }, language))
}
