import type { Language } from '../../core/localised.ts'
import type { WorkItem } from '../../core/worklist.ts'
import { type Packing, packed, packing } from '../packed.ts'
import { createZip } from '../zip.ts'
import { bookParts, type SheetEntry } from './book-xml.ts'
import { overviewXml } from './overview.ts'
import { COLUMNS, rowText } from './row.ts'
import { sheetNamer } from './sheet-names.ts'
import { columnName, rowXml, STYLES, type Styled, sheetEnd, sheetStart } from './sheet-xml.ts'
import type { WorklistView } from './view.ts'
import { WORKLIST_WORDS } from './words.ts'

export interface XlsxLimits {
  /** Contacts with a sheet of their own, those with most to mend first. */
  readonly people: number
  /** Rows of one sheet, its header included: 2^20 in Excel. */
  readonly rows: number
}

const LIMITS: XlsxLimits = { people: 200, rows: 1_048_576 }
const LAST_COLUMN = columnName(COLUMNS.length - 1)
const WRAPPED = COLUMNS.map(({ width, wrap }) => (wrap ? width : undefined))
const START = sheetStart(
  COLUMNS.map(({ width }) => width),
  1,
)

interface OwnSheet {
  readonly name: string
  readonly content: Packing
  rows: number
}

/**
 * The worklist as a workbook: an overview, every row, and a sheet for each contact. Rows go out as they come; the
 * sheets of contacts wait deflated, about 30 bytes a row.
 */
export async function* worklistXlsx(
  view: WorklistView,
  language: Language,
  { people: maxPeople, rows: maxRows }: XlsxLimits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const { header, worklist } = view
  const { counts, people } = worklist
  const say = (word: keyof typeof WORKLIST_WORDS) => WORKLIST_WORDS[word][language]
  const heading = rowXml(
    1,
    COLUMNS.map(({ word }): Styled => ({ value: say(word), style: 'heading' })),
    COLUMNS.map(({ width }) => width),
  )
  const cells = rowText(header, language)
  const xmlOf = (row: number, item: WorkItem) =>
    rowXml(
      row,
      cells(item).map((value, at): Styled => ({ value, style: COLUMNS[at]?.wrap ? 'wrapped' : 'text' })),
      WRAPPED,
    )
  const ended = (rows: number) => sheetEnd({ filter: `A1:${LAST_COLUMN}${rows}` })

  const zip = createZip()
  const name = sheetNamer()
  const overview = name(say('overview'))
  const perSheet = maxRows - 1
  const allSheets = Array.from({ length: Math.max(1, Math.ceil(counts.rows / perSheet)) }, () =>
    name(say('all')),
  )
  const own = new Map<string, OwnSheet>()
  for (const person of people.slice(0, maxPeople)) {
    const content = packing()
    content.add(START + heading)
    const namesakes = people.filter(({ name }) => name === person.name).length
    const wanted = namesakes > 1 ? `${person.name} ${person.body.name}` : person.name
    own.set(person.id, { name: name(wanted), content, rows: 1 })
  }

  const items = worklist.items()[Symbol.asyncIterator]()
  const sheets: SheetEntry[] = [{ name: overview }]
  for (const sheet of allSheets) {
    const rows = async function* () {
      yield START + heading
      let row = 1
      while (row < maxRows) {
        const { value: item, done } = await items.next()
        if (done) break
        row++
        const mine = own.get(item.person)
        if (mine && mine.rows < maxRows) mine.content.add(xmlOf(++mine.rows, item))
        yield xmlOf(row, item)
      }
      sheets.push({ name: sheet, filter: { lastColumn: LAST_COLUMN, rows: row } })
      yield ended(row)
    }
    yield* zip.stream(`xl/worksheets/sheet${sheets.length + 1}.xml`, rows())
  }
  for (const { name, content, rows } of own.values()) {
    content.add(ended(rows))
    sheets.push({ name, filter: { lastColumn: LAST_COLUMN, rows } })
    yield* zip.put(`xl/worksheets/sheet${sheets.length}.xml`, content.finish())
  }
  const names = new Map([...own].map(([id, { name }]) => [id, name]))
  yield* zip.put('xl/worksheets/sheet1.xml', packed(overviewXml(view, names, { language, cap: maxPeople })))
  yield* zip.put('xl/styles.xml', packed(STYLES))
  for (const [part, text] of bookParts(sheets)) yield* zip.put(part, packed(text))
  yield zip.finish()
}
