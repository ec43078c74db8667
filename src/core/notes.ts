import type { Table } from './artifacts.ts'
import { bodyWidth, type Header } from './header.ts'

export interface Note {
  readonly row: number
  readonly text: string
}

/** Rows below the header that are explanations, not records: known by their first words, or by standing alone at the end. */
export const noteRows = (table: Table, header: Pick<Header, 'lastRow'>): readonly Note[] =>
  // A number without anything else is a poor record, but no text.
  looseRows(table, header).filter(({ text }) => /\p{L}/u.test(text))

/** Rows that are no records: notes, and what else stands alone at the end, such as a date or the end mark of DOS. */
export function looseRows(table: Table, { lastRow }: Pick<Header, 'lastRow'>): readonly Note[] {
  const width = bodyWidth(table)
  if (width < 2) return []
  // In two columns a value may look like a note: 「更新日期,修改的日期」 in a list of fields.
  const known = table.notes.first.filter(({ text, alone }) => width > 2 || alone || /[：:※＊*]/.test(text))
  const rows = new Map([...known, ...looseEnd(table, width)].map(({ row, text }) => [row, { row, text }]))
  return [...rows.values()].filter(({ row }) => row > lastRow).sort((a, b) => a.row - b.row)
}

/** Last rows with a single value in a table whose records have many: padded notes carry no known word. */
function looseEnd({ tail }: Table, width: number): Note[] {
  const values = tail.map(({ row, cells }) => ({ row, filled: cells.filter((cell) => cell.trim() !== '') }))
  const typical =
    values.map(({ filled }) => filled.length).sort((a, b) => b - a)[Math.floor(values.length / 2)] ?? 0
  const end: Note[] = []
  if (width < 3 || typical < 3) return end
  for (const { row, filled } of values.reverse()) {
    if (filled.length !== 1) break
    end.push({ row, text: filled[0]!.trim() })
  }
  return end
}
