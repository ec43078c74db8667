import { SaxesParser } from 'saxes'
import { ampersands, BARE } from './ampersands.ts'
import { CatalogueError } from './catalogue-error.ts'
import { toEntries } from './dataset.ts'
import type { Fault, Row } from './row.ts'
import { COLUMNS, columnName, makeRow } from './row.ts'
import type { Shape } from './shapes.ts'
import { texts } from './texts.ts'
import { type Told, told } from './told.ts'

/** The data.gov.tw export as XML: records with the CSV's columns as elements, whatever stands around them. */
export const xmlExport: Shape = {
  name: 'data.gov.tw XML',
  recognises: (start) => start.startsWith('<'),
  read: (source, context) => toEntries(source.name, xmlRows(source.name, texts(source, context))),
}

/** As for an element of JSON. */
const MAX_RECORD = 1 << 20
/** Of one record; the export has 22 columns. */
const MAX_CELLS = 10_000
/** Elements inside each other; saxes and we keep every open one. */
const MAX_DEPTH = 64
/** Faults of one file that are told one by one. */
const MAX_FAULTS = 1_000

async function* xmlRows(name: string, source: AsyncIterable<string>): AsyncGenerator<Row | Fault> {
  const reader = new RecordReader()
  let rows = 0
  for await (const text of source) {
    reader.push(text)
    for (const row of reader.take()) {
      rows++
      yield row
    }
    if (reader.stopped) break
  }
  reader.end()
  for (const row of reader.take()) {
    rows++
    yield row
  }
  if (rows === 0) throw new CatalogueError('unknown-xml', { name, root: reader.root })
}

interface Open {
  readonly name: string
  readonly cells: [string, string][]
  text: string
}

class RecordReader {
  root = ''
  /** The rest cannot be read any more. */
  stopped = false
  #taken: (Row | Fault)[] = []
  #records = 0
  #faults = 0
  #characters = 0
  /** What an element that is a record is called, once one was seen; a later one without an id is one all the same. */
  #recordName: string | undefined
  /** Characters since the last tag. */
  #idle = 0
  /** Of the record under way. */
  #fault: Told | undefined
  #tooLong = false
  readonly #cut = ampersands()
  readonly #open: Open[] = []
  readonly #parser = new SaxesParser({ xmlns: false, position: true })

  constructor() {
    this.#parser.on('error', (error) => this.#fail({ detail: error.message }))
    this.#parser.on('opentag', ({ name, attributes }) => this.#begin(name, attributes))
    this.#parser.on('closetag', () => this.#finish())
    for (const kind of ['text', 'cdata'] as const) this.#parser.on(kind, (text) => this.#add(text))
  }

  push(text: string): void {
    this.#idle += text.length
    if (this.#idle > 4 * MAX_RECORD) this.#stop(told('untagged', { line: this.#parser.line }))
    this.#write(text, false)
  }

  #write(text: string, last: boolean): void {
    for (const piece of this.#cut(text, last)) {
      if (this.stopped) return
      if (piece === BARE) this.#fail(told('bareAmpersand'))
      this.#parser.write(piece === BARE ? '&amp;' : piece)
    }
  }

  end(): void {
    this.#write('', true)
    if (this.stopped) return
    if (this.#open.length > 0 || this.root === '') {
      this.#tell(
        'cut-short',
        told('endsInElement', { line: this.#parser.line, name: this.#open.at(-1)?.name ?? '' }),
      )
    } else this.#parser.close()
  }

  take(): readonly (Row | Fault)[] {
    const taken = this.#taken
    this.#taken = []
    return taken
  }

  #begin(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (this.root === '') this.root = tag
    if (this.#open.length >= MAX_DEPTH) this.#stop(told('tooDeep', { n: MAX_DEPTH }))
    if (this.stopped) return
    this.#idle = 0
    const name = columnName(attributes['name'] ?? attributes['Name'] ?? tag)
    this.#open.push({ name, cells: [], text: '' })
  }

  #add(text: string): void {
    const open = this.#open.at(-1)
    if (!open) return
    this.#characters += text.length
    if (this.#characters <= MAX_RECORD) open.text += text
    else this.#tooLong = true
  }

  #finish(): void {
    const element = this.stopped ? undefined : this.#open.pop()
    if (!element) return
    this.#idle = 0
    const { name, cells, text } = element
    if (cells.some(([column]) => column === COLUMNS.id)) this.#recordName = name
    if (name === this.#recordName) this.#record(cells)
    // What holds elements is no cell of its parent, and what stands around records is nobody's.
    else if (cells.length === 0) {
      const parent = this.#open.at(-1)
      if (parent && parent.cells.length < MAX_CELLS) parent.cells.push([name, text])
    }
  }

  #record(cells: readonly [string, string][]): void {
    const position = ++this.#records
    this.#characters = 0
    if (this.#tooLong) this.#tell('bad-row', told('tooLongEntry', { n: MAX_RECORD }))
    else {
      if (this.#fault !== undefined) this.#tell('bad-record', this.#fault)
      this.#taken.push(makeRow(position, joined(cells)))
    }
    this.#fault = undefined
    this.#tooLong = false
  }

  #fail(message: Told): void {
    const why = { ...message, detail: message.detail.replace(/^\d+:\d+: /, '') }
    this.#fault ??= told('badXml', { line: this.#parser.line, why })
    // Markup without a record around it would be gathered for ever.
    if (++this.#faults > MAX_FAULTS) this.#stop(told('manyFaults', { n: MAX_FAULTS }))
  }

  #stop(why: Told): void {
    if (this.stopped) return
    this.stopped = true
    this.#tell('cut-short', told('notRead', { why }))
  }

  #tell(code: Fault['code'], why: Told): void {
    this.#taken.push({ position: Math.max(1, this.#records), code, ...why })
  }
}

/** Several elements of one name are several values of one cell. */
function joined(cells: readonly [string, string][]): Map<string, string> {
  const values = new Map<string, string>()
  for (const [column, text] of cells) {
    const before = values.get(column)
    values.set(column, before === undefined ? text : `${before};${text}`)
  }
  return values
}
