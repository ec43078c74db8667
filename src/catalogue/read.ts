import { createReadStream } from 'node:fs'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { CatalogueError } from './catalogue-error.ts'
import { csvRows } from './csv.ts'
import { toEntries } from './dataset.ts'
import { jsonRows } from './json.ts'

/** A catalogue on disk; `name` is what the user called it and what messages show. */
export interface CatalogueSource {
  readonly name: string
  readonly path: string
}

/**
 * The datasets of a data.gov.tw export, CSV or JSON as its first character tells, in the file's order. Memory does
 * not grow with the file, save for the ids seen. Throws CatalogueError when the file cannot be read or is no
 * catalogue; a row that is no dataset comes out as a problem. `chunkSize` is in bytes.
 */
export async function* readCatalogue(
  source: CatalogueSource,
  chunkSize = 1 << 16,
): AsyncGenerator<CatalogueEntry> {
  const texts = decode(source, chunkSize)
  try {
    let start = ''
    for (let blank = true; blank; ) {
      const next = await texts.next()
      if (next.done) break
      start += next.value
      blank = next.value.trim() === ''
    }
    const all = prepend(start, texts)
    const rows = /^\s*[[{]/.test(start) ? jsonRows(source.name, all) : csvRows(source.name, all)
    yield* toEntries(source.name, rows)
  } finally {
    await texts.return(undefined)
  }
}

/** UTF-8 text without its byte order mark; characters are whole whatever the chunks cut. */
async function* decode(source: CatalogueSource, chunkSize: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of createReadStream(source.path, { highWaterMark: chunkSize }))
      yield decoder.decode(chunk as Buffer, { stream: true })
  } catch (error) {
    const { message } = error as Error
    throw new CatalogueError(`無法讀取目錄「${source.name}」：${message}。請確認路徑與讀取權限。`, {
      cause: error,
    })
  }
  yield decoder.decode()
}

async function* prepend(start: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start
  yield* texts
}
