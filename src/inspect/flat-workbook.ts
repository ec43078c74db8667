import iconv from 'iconv-lite'
import type { Format } from '../core/format.ts'
import { type BookFacts, bookReader } from './book-reader.ts'
import type { Room } from './container.ts'
import { textStream } from './decode.ts'
import { odsSheets } from './ods-sheets.ts'
import type { Source } from './source.ts'
import { xmlSheets } from './xml-sheets.ts'
import type { Zip } from './zip.ts'

const PART = 'XML'
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/

/** A workbook in one XML document: SpreadsheetML 2003, or an OpenDocument spreadsheet that is not packed. */
export async function readFlatWorkbook(source: Source, format: Format, room: Room): Promise<BookFacts> {
  const book = bookReader(await asPart(source), room)
  const sheets = format === 'fods' ? odsSheets(book.add, book.filter) : xmlSheets(book.add)
  const because = await book.read(PART, sheets.handlers)
  if (because) sheets.stop(because)
  return book.facts(false)
}

async function asPart(source: Source): Promise<Zip> {
  const head = await source.read(0, 200)
  const named = DECLARED.exec(head.toString('latin1'))?.[1]?.toLowerCase() ?? 'utf-8'
  const encoding = named === 'big5' ? 'cp950' : named
  const isForeign = !encoding.startsWith('utf') && iconv.encodingExists(encoding)
  const member = {
    name: PART,
    directory: false,
    encrypted: false,
    symlink: false,
    size: source.size,
    compressedSize: source.size,
    open: () => (isForeign ? transcoded(source, encoding) : bytesOf(source)),
  }
  return { members: [member], count: 1 }
}

async function* bytesOf(source: Source): AsyncGenerator<Buffer> {
  yield* source.blocks()
}

async function* transcoded(source: Source, encoding: string): AsyncGenerator<Buffer> {
  const text = textStream(encoding)
  for await (const block of source.blocks()) yield Buffer.from(text.push(block))
  yield Buffer.from(text.end())
}
