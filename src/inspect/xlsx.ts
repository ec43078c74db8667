import type { Reason } from '../core/observed.ts'
import type { Sheet } from '../core/workbook.ts'
import { type BookFacts, type BookReader, bookReader } from './book-reader.ts'
import type { Room } from './container.ts'
import type { Attributes } from './part-handlers.ts'
import { noStrings, readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { isDateFormat } from './sheet-dates.ts'
import { sheetFold } from './sheet-fold.ts'
import { orReason } from './unreadable.ts'
import { type XlsxBook, xlsxSheet } from './xlsx-sheet.ts'
import type { Zip } from './zip.ts'

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

interface Entry {
  readonly name: string
  readonly state: Sheet['state']
  readonly relation: string
}

const MAX_RELATIONS = 2_000
const MAX_STYLES = 65_536

/** An Office Open XML workbook, its parts one after the other, each streamed. */
export async function readXlsx(zip: Zip, room: Room): Promise<BookFacts> {
  const book = bookReader(zip, room)
  // Nothing of it is asked for but that it is sound: without it no program opens the workbook.
  await book.read('[Content_Types].xml', { open() {}, close() {}, text() {} })
  const root = (await relationsOf(book, '')).find(({ type }) => type.endsWith('/officeDocument'))
  const main = root?.target ?? 'xl/workbook.xml'
  // The binary kind keeps records where the others keep XML.
  if (main.endsWith('.bin')) return book.refuse({ code: 'xlsb' })
  const relations = await relationsOf(book, main)
  const { entries, dates } = await workbookPart(book, main)
  const target = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const shared: XlsxBook = {
    strings: await stringsPart(book, target('sharedStrings')),
    dates,
    dateStyles: await stylesPart(book, target('styles')),
  }
  book.dates = dates
  for (const entry of entries) {
    const relation = relations.find(({ id }) => id === entry.relation)
    if (relation && !relation.type.endsWith('/worksheet')) continue
    if (!(await sheetPart(book, entry, relation?.target, shared))) break
  }
  return book.facts(book.has(/^xl\/vbaProject\.bin$/i))
}

async function sheetPart(
  book: BookReader,
  { name, state }: Entry,
  part: string | undefined,
  shared: XlsxBook,
): Promise<boolean> {
  const fold = sheetFold(name, state)
  const drawings: string[] = []
  const handlers = xlsxSheet(shared, fold, (relation) => {
    if (drawings.length < 20) drawings.push(relation)
  })
  const because = await book.read(part ?? name, handlers)
  const doubt: Reason | undefined = because ?? shared.strings.because ?? shared.strings.damage
  if (doubt) fold.stop(doubt)
  if (part !== undefined && drawings.length > 0) {
    const relations = await relationsOf(book, part)
    for (const { id, type, target } of relations) {
      if (!drawings.includes(id)) continue
      if (!type.endsWith('/table')) fold.draw(await shapesIn(book, target))
      else {
        const filter = await filterOfTable(book, target)
        if (filter !== undefined) fold.filter(filter)
      }
    }
  }
  return book.add(fold.end())
}

/** Excel gives every table its buttons; only a column with a condition keeps rows out of sight. */
async function filterOfTable(book: BookReader, part: string): Promise<string | undefined> {
  let area = ''
  let inColumn = false
  let filtered = false
  await book.read(part, {
    open(name, attributes) {
      if (name === 'autoFilter') area = attributes.get('ref') ?? ''
      else if (inColumn) filtered = true
      else if (name === 'filterColumn') inColumn = true
    },
    close(name) {
      if (name === 'filterColumn') inColumn = false
    },
    text() {},
    done: () => filtered,
  })
  return filtered ? area : undefined
}

/** Pictures, charts and text boxes; a comment is kept elsewhere. */
async function shapesIn(book: BookReader, part: string): Promise<number> {
  let count = 0
  await book.read(part, {
    open(name) {
      if (name === 'pic' || name === 'sp' || name === 'graphicFrame') count++
    },
    close() {},
    text() {},
  })
  return count
}

async function relationsOf(book: BookReader, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const name = `${folder}_rels/${part.slice(slash)}.rels`
  const found: Relation[] = []
  if (!book.holds(name)) return found
  await book.read(name, {
    open(element, attributes) {
      const [id, type, target] = ['Id', 'Type', 'Target'].map(attributes.get)
      if (element !== 'Relationship' || id === undefined || target === undefined) return
      if (found.length < MAX_RELATIONS) found.push({ id, type: type ?? '', target: resolve(folder, target) })
    },
    close() {},
    text() {},
  })
  return found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

async function workbookPart(book: BookReader, part: string) {
  const entries: Entry[] = []
  let dates: 1900 | 1904 = 1900
  await book.read(part, {
    open(element, attributes) {
      if (element === 'workbookPr' && /^(?:1|true)$/.test(attributes.get('date1904') ?? '')) dates = 1904
      if (element !== 'sheet') return
      const state = attributes.get('state') ?? 'visible'
      entries.push({
        name: attributes.get('name') ?? '',
        state: state === 'visible' ? 'visible' : 'hidden',
        relation: relationId(attributes),
      })
    },
    close() {},
    text() {},
    done: () => entries.length > MAX_RELATIONS,
  })
  return { entries, dates: dates as 1900 | 1904 }
}

/** `r:id`, whatever the prefix. */
const relationId = (attributes: Attributes): string =>
  attributes.get(attributes.names().find((name) => name.endsWith(':id')) ?? '') ?? ''

async function stringsPart(book: BookReader, part: string | undefined): Promise<SharedStrings> {
  const blocks = part === undefined ? undefined : book.blocks(part)
  if (part === undefined || !blocks) return noStrings()
  const strings = await orReason(() => readSharedStrings(part, blocks), noStrings)
  if (strings.damage) book.damage(strings.damage)
  return strings
}

async function stylesPart(book: BookReader, part: string | undefined): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>()
  const dates = new Set<number>()
  let inCells = false
  let style = 0
  if (part === undefined || !book.holds(part)) return dates
  await book.read(part, {
    open(name, attributes) {
      if (name === 'numFmt' && codes.size < MAX_STYLES)
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells && style < MAX_STYLES) {
        const id = Number(attributes.get('numFmtId'))
        if (isDateFormat(id, codes.get(id))) dates.add(style)
        style++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  })
  return dates
}
