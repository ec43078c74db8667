import type { Reason } from '../core/observed.ts'
import { Collector } from '../core/observed.ts'
import type { Sheet, Workbook } from '../core/workbook.ts'
import type { Room } from './container.ts'
import { readPart } from './office-xml.ts'
import type { PartHandlers } from './part-handlers.ts'
import type { SheetFact } from './sheet-fold.ts'
import { orReason } from './unreadable.ts'
import type { Zip, ZipMember } from './zip.ts'

/** Sheets looked into. */
const MAX_SHEETS = 200
/** More than there are sheets that are looked into. */
const MAX_FILTERS = 1_000

export interface BookFacts {
  readonly workbook: Workbook
  readonly sheets: readonly SheetFact[]
  /** Why nothing, or not all, was looked at. */
  readonly because?: Reason
}

/** A fault in the bytes, not a limit of ours: spreadsheet programs refuse or repair such a file. */
const isDamage = ({ code }: Reason): boolean => /-(?:damaged|missing)$/.test(code)

/** The parts of a workbook in a ZIP, and what has been found in them so far. */
export function bookReader(zip: Zip, room: Room) {
  // As in the office programs, case is not told apart.
  const members = new Map<string, ZipMember>(zip.members.map((member) => [member.name.toLowerCase(), member]))
  const sheets: SheetFact[] = []
  const collected = new Collector<Sheet>(MAX_SHEETS)
  const filters = new Map<string, string>()
  let because: Reason | undefined
  let damage: Reason | undefined
  const note = (reason: Reason) => {
    if (isDamage(reason)) damage ??= reason
    because ??= reason
  }
  if (zip.fault) note(zip.fault)

  async function* counted(member: ZipMember): AsyncGenerator<Buffer> {
    for await (const block of member.open(room.inflated)) {
      room.inflated -= block.length
      yield block
    }
  }

  const reader = {
    dates: 1900 as 1900 | 1904,
    /** The range of an automatic filter, where a workbook names them apart from its sheets. */
    filter(sheet: string, range: string): void {
      if (filters.size < MAX_FILTERS) filters.set(sheet, range)
    },
    has: (name: RegExp): boolean => zip.members.some((member) => name.test(member.name)),
    holds: (part: string): boolean => members.has(part.toLowerCase()),
    /** The content of a part that is there; throws {@link Unreadable}. */
    blocks(part: string): AsyncIterable<Buffer> | undefined {
      const member = members.get(part.toLowerCase())
      return member && counted(member)
    },
    /** Reads one part; what is wrong with it is noted and returned. */
    async read(part: string, handlers: PartHandlers): Promise<Reason | undefined> {
      const missing: Reason = { code: 'part-missing', data: { part: part.slice(0, 100) } }
      const blocks = reader.blocks(part)
      const reason = blocks
        ? await orReason(
            () => readPart(part.slice(0, 100), blocks, handlers),
            (because) => because,
          )
        : missing
      if (reason) note(reason)
      return reason
    },
    damage: note,
    /** Whether there is room for another sheet. */
    add(fact: SheetFact): boolean {
      collected.add(fact.sheet)
      sheets.push(fact)
      room.facts -= weight(fact)
      if (sheets.length < MAX_SHEETS && room.facts > 0) return true
      note({ code: 'too-many-sheets', data: { cap: sheets.length } })
      return false
    },
    /** A workbook that is none of ours to read. */
    refuse: (reason: Reason): BookFacts => ({
      workbook: workbook(false, false),
      sheets: [],
      because: reason,
    }),
    facts(macros: boolean, encrypted = false): BookFacts {
      return {
        workbook: workbook(macros, encrypted),
        sheets: filters.size > 0 ? sheets.map(withFilter) : sheets,
        ...(because && { because }),
      }
    },
  }

  const filtered = (sheet: Sheet): Sheet => {
    const filter = filters.get(sheet.name)
    return filter === undefined ? sheet : { ...sheet, filter }
  }
  const withFilter = ({ sheet, table, text }: SheetFact): SheetFact => ({
    text,
    sheet: filtered(sheet),
    table: table.seen ? { ...table, value: { ...table.value, sheet: filtered(sheet) } } : table,
  })

  const workbook = (macros: boolean, encrypted: boolean): Workbook => ({
    sheets: { count: collected.count, first: collected.first.map(filtered) },
    dates: reader.dates,
    macros,
    encrypted,
    ...(damage && { damage }),
  })
  return reader
}

export type BookReader = ReturnType<typeof bookReader>

function weight({ table }: SheetFact): number {
  if (!table.seen) return 0
  let size = 0
  for (const rows of [table.value.head, table.value.tail])
    for (const { cells } of rows) for (const cell of cells) size += 2 * cell.length + 16
  for (const names of table.value.names.values()) for (const name of names) size += 2 * name.length + 16
  return size
}
