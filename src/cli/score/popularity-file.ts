import { csvRecords } from '../../catalogue/csv-records.ts'
import { asText } from '../../catalogue/office.ts'
import type { Note } from '../../core/awards.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { type Language, render } from '../../core/localised.ts'
import { normalName } from '../../core/names.ts'
import type { Counts } from '../../score/index.ts'
import { badInput, readText } from './inputs.ts'
import { SCORE_WORDS } from './words.ts'

export interface PopularityFile {
  counts(record: DatasetRecord): Counts
  /** Highest of all rows: 同期間於本平臺…最多 is not only of datasets that are in the ledger. */
  readonly highest: Counts
  notes(): readonly Note[]
}

type Measure = keyof Counts
type Place = Measure | 'id' | 'title' | 'publisher'

/** Names that portals use; 編號 only numbers the rows. */
const COLUMNS: readonly (readonly [Place, RegExp])[] = [
  ['id', /識別碼/],
  ['title', /^資料集名稱$|^名稱$/],
  ['publisher', /機關/],
  ['views', /瀏覽/],
  ['downloads', /下載(?!網址)/],
  ['rating', /評分|得分/],
]
const MEASURES: readonly Measure[] = ['views', 'downloads', 'rating']
/** Not filled in, which is no mistake. */
const BLANK = /^(|-|－|無)$/

/**
 * Views, downloads and ratings by dataset id, or by name and publisher where the file has no ids.
 * @param records the ledger's datasets, asked for when names must be told apart.
 */
export async function readPopularity(
  path: string,
  records: () => AsyncIterable<DatasetRecord>,
  language: Language,
): Promise<PopularityFile> {
  const rows = new Map<string, Counts>()
  const named = new Map<string, string>()
  const repeated = new Set<string>()
  const highest = { views: 0, downloads: 0 }
  const bad: string[] = []
  let columns: ReadonlyMap<Place, number> | undefined
  let header: readonly string[] = []

  // A workbook's first sheet comes as text, another file as it is.
  const { text = await readText('popularity', path, language) } = await asText({ path, name: path })
  for await (const record of csvRecords(once(text))) {
    const cells = 'cells' in record ? record.cells : undefined
    if (!columns) {
      header = (cells ?? []).map((name) => name.trim())
      columns = columnsOf(header)
      if (!columns) {
        const found = header.join('、').slice(0, 200)
        throw badInput('popularity', path, render(SCORE_WORDS.badColumns, { found }, language), language)
      }
    } else if (!cells) {
      bad.push(`${record.position}`)
    } else {
      const cell = (place: Place) => cells[columns!.get(place) ?? -1]?.normalize('NFKC').trim() ?? ''
      const counts = countsOf(cell, (column) => bad.push(`${record.position} ${column}`))
      highest.views = Math.max(highest.views, counts.views ?? 0)
      highest.downloads = Math.max(highest.downloads, counts.downloads ?? 0)
      const key = columns.has('id') ? cell('id') : nameKey(cell('title'), cell('publisher'), columns)
      if (rows.has(key)) repeated.add(key)
      rows.set(key, counts)
      named.set(key, cell('title') || cell('id'))
    }
  }
  if (!columns)
    throw badInput('popularity', path, render(SCORE_WORDS.badColumns, { found: '–' }, language), language)

  const found = columns
  const keyOf = ({ id, title, publisher }: DatasetRecord) =>
    found.has('id') ? id : nameKey(title, publisher, found)
  const bearers = found.has('id') ? new Map<string, number>() : await countNames(records(), keyOf, rows)
  for (const [key, count] of bearers) if (count > 1) repeated.add(key)
  const unmatched = new Set(rows.keys())
  return {
    highest,
    counts(record) {
      const key = keyOf(record)
      unmatched.delete(key)
      return repeated.has(key) ? {} : (rows.get(key) ?? {})
    },
    notes() {
      const note = (code: Note['code'], all: readonly string[]): Note[] =>
        all.length === 0 ? [] : [{ code, data: { path, count: all.length, first: all.slice(0, 3) } }]
      const names = (keys: Iterable<string>) => [...keys].map((key) => named.get(key) ?? key)
      const total = header.find((name) => name.includes('累計'))
      return [
        ...(total === undefined ? [] : [{ code: 'cumulative', data: { column: total } } as const]),
        ...note('popularity-unmatched', names(unmatched)),
        ...note('popularity-ambiguous', names(repeated)),
        ...note('popularity-bad-cell', bad),
      ]
    },
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

function columnsOf(header: readonly string[]): ReadonlyMap<Place, number> | undefined {
  const columns = new Map(
    COLUMNS.flatMap(([place, pattern]) => {
      const at = header.findIndex((name) => pattern.test(name.normalize('NFKC')))
      return at === -1 ? [] : [[place, at] as const]
    }),
  )
  const identified = columns.has('id') || columns.has('title')
  return identified && MEASURES.some((measure) => columns.has(measure)) ? columns : undefined
}

const nameKey = (title: string, publisher: string, columns: ReadonlyMap<Place, number>): string =>
  `${normalName(title)}\n${columns.has('publisher') ? normalName(publisher) : ''}`

function countsOf(cell: (place: Place) => string, complain: (column: Place) => void): Counts {
  const counts: { -readonly [Key in Measure]?: number } = {}
  for (const measure of MEASURES) {
    const text = cell(measure).replaceAll(',', '')
    const pattern = measure === 'rating' ? /^[0-5](\.\d{1,6})?$/ : /^\d{1,15}$/
    if (pattern.test(text) && !(measure === 'rating' && Number(text) > 5)) counts[measure] = Number(text)
    else if (!BLANK.test(text)) complain(measure)
  }
  return counts
}

/** How many datasets bear each name of the file. */
async function countNames(
  records: AsyncIterable<DatasetRecord>,
  keyOf: (record: DatasetRecord) => string,
  rows: ReadonlyMap<string, Counts>,
): Promise<Map<string, number>> {
  const bearers = new Map<string, number>()
  for await (const record of records) {
    const key = keyOf(record)
    if (rows.has(key)) bearers.set(key, (bearers.get(key) ?? 0) + 1)
  }
  return bearers
}
