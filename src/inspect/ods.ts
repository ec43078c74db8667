import { type BookFacts, bookReader } from './book-reader.ts'
import type { Room } from './container.ts'
import { odsSheets } from './ods-sheets.ts'
import type { Zip } from './zip.ts'

/** An OpenDocument spreadsheet: all its tables stand in one part. */
export async function readOds(zip: Zip, room: Room): Promise<BookFacts> {
  const book = bookReader(zip, room)
  let encrypted = false
  if (book.holds('META-INF/manifest.xml'))
    await book.read('META-INF/manifest.xml', {
      open(name) {
        encrypted ||= name === 'encryption-data'
      },
      close() {},
      text() {},
      done: () => encrypted,
    })
  if (encrypted) return book.facts(false, true)
  const tables = odsSheets(book.add, book.filter)
  const because = await book.read('content.xml', tables.handlers)
  if (because) tables.stop(because)
  return book.facts(book.has(/^Basic\/.+\.xml$/))
}
