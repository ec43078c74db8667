import type { Language } from '../../core/localised.ts'
import { type Cell, COLUMNS, rowText } from './row.ts'
import type { WorklistView } from './view.ts'
import { WORKLIST_WORDS } from './words.ts'

/**
 * The worklist as CSV that Excel opens rightly: UTF-8 with a byte order mark, CRLF, every text quoted. A text that a
 * spreadsheet would take for a formula has an apostrophe before it, which spreadsheets know as "this is text".
 */
export async function* worklistCsv(
  { header, worklist }: WorklistView,
  language: Language,
): AsyncGenerator<string> {
  const cells = rowText(header, language)
  yield `\ufeff${line(COLUMNS.map(({ word }) => WORKLIST_WORDS[word][language]))}`
  for await (const item of worklist.items()) yield line(cells(item))
}

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`

const cellText = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell) : `"${inert(cell).replaceAll('"', '""')}"`

const inert = (text: string): string => (isFormula(text) ? `'${text}` : text)

/** What Excel, LibreOffice and Sheets may compute: full-width signs too, as their East Asian versions do. */
export const isFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠|%\t\r\n]/.test(text)
