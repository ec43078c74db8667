import type { FileHandle } from 'node:fs/promises'
import { LEDGER_SCHEMA, type LedgerFooter, type LedgerHeader } from '../../core/ledger.ts'
import type { FoundFile } from './find.ts'
import { isSystemError } from './find.ts'
import { DamagedLedger, openLedgerFile } from './lines.ts'
import { ledgerLine } from './shape.ts'

/** What the two ends of a ledger say, without what lies between. */
export interface Outline {
  readonly header: LedgerHeader
  /** Absent when the audit was interrupted or goes on. */
  readonly footer?: LedgerFooter
}

const STEP = 1 << 18
/** The header has the texts of all rules, the footer a line per body. */
const MAX_END = 1 << 24

/** Reads both ends only: a page of many large ledgers must open at once. @throws {DamagedLedger} */
export async function outlineOf({ path, size, refused }: FoundFile): Promise<Outline> {
  if (refused) throw new DamagedLedger({ code: refused })
  if (size === 0) throw new DamagedLedger({ code: 'empty' })
  const file = await opened(path)
  try {
    const header = headerIn(await firstLine(file, size))
    const last = await lastLine(file, size)
    if (last === undefined || !/^\{\s*"kind"\s*:\s*"footer"/.test(last)) return { header }
    const footer = footerIn(last)
    return { header, ...(footer && { footer }) }
  } finally {
    await file.close()
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await openLedgerFile(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new DamagedLedger({ code: 'unreadable', detail: error.code ?? '' })
  }
}

function headerIn(text: string | undefined): LedgerHeader {
  // Other NDJSON may lie beside ledgers, such as the exchanges of a recording.
  if (text === undefined || !text.includes('"header"')) throw new DamagedLedger({ code: 'not-a-ledger' })
  const version = /"schemaVersion"\s*:\s*(\d+)/.exec(text)?.[1]
  if (version !== undefined && Number(version) !== LEDGER_SCHEMA)
    throw new DamagedLedger({ code: 'other-version', detail: version })
  const header = ledgerLine(text, 1)
  if (header.kind !== 'header') throw new DamagedLedger({ code: 'not-a-ledger' })
  return header
}

/** A footer that was cut is none; one that does not read tells of damage when every line is read. */
function footerIn(text: string): LedgerFooter | undefined {
  const line = ledgerLine(text, 0)
  return line.kind === 'footer' ? line : undefined
}

async function firstLine(file: FileHandle, size: number): Promise<string | undefined> {
  for (let length = STEP; ; length *= 4) {
    const bytes = await part(file, 0, Math.min(length, size))
    const end = bytes.indexOf(0x0a)
    if (end !== -1) return bytes.subarray(0, end).toString()
    if (length >= size || length >= MAX_END) return undefined
  }
}

/** The last line if it has an end. */
async function lastLine(file: FileHandle, size: number): Promise<string | undefined> {
  for (let length = STEP; ; length *= 4) {
    const bytes = await part(file, Math.max(0, size - length), Math.min(length, size))
    if (bytes.at(-1) !== 0x0a) return undefined
    const before = bytes.subarray(0, -1).lastIndexOf(0x0a)
    if (before !== -1) return bytes.subarray(before + 1, -1).toString()
    if (length >= size || length >= MAX_END) return undefined
  }
}

async function part(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}
