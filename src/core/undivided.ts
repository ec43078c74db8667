import type { Table } from './artifacts.ts'

/** Full-width marks that people type for a delimiter. */
const WIDE = ['，', '；', '、', '｜']
/** Those of CSV, whose lines may have been put into cells as they are: pasted, quoted or opened with another one. */
const NARROW = [',', '\t', ';', '|']
/** Cells are cut at this length: how often a mark stands in a longer one is not known. */
const CUT = 200
/** Names of columns are short; sentences are not. */
const NAME = 20
const SENTENCE = /[。！？!?]/

/** The mark that cuts all rows of a one-column table into the same number of columns, although it divides no cells. */
export function undivided({
  delimiter,
  sheet,
  widths,
  head,
}: Table): { readonly mark: string; readonly columns: number; readonly wide: boolean } | undefined {
  if ((delimiter === undefined && sheet === undefined) || widths[0]?.width !== 1) return undefined
  const rows = head.filter(({ width, cells }) => width === 1 && (cells[0] ?? '').trim() !== '')
  const first = rows[0]?.cells[0] ?? ''
  for (const mark of [...NARROW, ...WIDE]) {
    const names = first.split(mark)
    const columns = names.length
    if (columns < 2 || SENTENCE.test(first) || names.some((name) => !isName(name))) continue
    const known = rows.slice(1).filter(({ cells }) => cells[0]!.length < CUT)
    const same = known.filter(({ cells }) => cells[0]!.split(mark).length === columns).length
    // Two lines of prose may have one comma each; two records of three columns are a table.
    if (known.length >= (columns > 2 ? 1 : 3) && same >= known.length * 0.9)
      return { mark, columns, wide: WIDE.includes(mark) }
  }
  return undefined
}

const isName = (text: string): boolean => text.trim() !== '' && text.length <= NAME
