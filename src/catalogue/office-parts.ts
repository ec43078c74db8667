import { SaxesParser } from 'saxes'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { CatalogueError } from './catalogue-error.ts'
import type { CatalogueSource } from './source.ts'

/** Parts of one document; a workbook has some dozens. */
const MAX_PARTS = 10_000
/** Of one part once inflated: a list of 50,000 addresses has some 20 MiB. */
const MAX_INFLATED = 256 * 2 ** 20

/** Elements inside each other; saxes keeps the open ones. */
const MAX_DEPTH = 256
/** Characters between two tags or inside one: saxes holds them all. */
const MAX_PIECE = 1 << 20

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix, attributes with it. */
export interface Handlers {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** A document of an office program: XML parts in a ZIP. */
export interface Office {
  has(part: string): boolean
  /** Runs through one part; false when there is none. @throws {CatalogueError} when it is damaged. */
  read(part: string, handlers: Handlers): Promise<boolean>
}

/** Opens the document, hands it to `use`, closes it. @throws {CatalogueError} when it is no ZIP that can be read. */
export async function withOffice<T>(
  source: CatalogueSource,
  use: (office: Office) => Promise<T>,
): Promise<T> {
  const damaged = (error: unknown): CatalogueError =>
    new CatalogueError(
      'damaged-document',
      { name: source.name, detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    )
  let file: ZipFile
  const entries = new Map<string, Entry>()
  try {
    file = await yauzl.openPromise(source.path, { autoClose: false })
  } catch (error) {
    throw damaged(error)
  }
  try {
    try {
      if (file.entryCount > 0)
        for await (const entry of file.eachEntry()) {
          entries.set(entry.fileName, entry)
          if (entries.size >= MAX_PARTS) break
        }
    } catch (error) {
      throw damaged(error)
    }
    return await use({
      has: (part) => entries.has(part),
      async read(part, handlers) {
        const entry = entries.get(part)
        if (!entry) return false
        try {
          await parse(file, entry, handlers)
          return true
        } catch (error) {
          throw error instanceof CatalogueError ? error : damaged(error)
        }
      },
    })
  } finally {
    file.close()
  }
}

const local = (name: string): string => name.replace(/^.*:/, '')

async function parse(file: ZipFile, entry: Entry, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let sinceTag = 0
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    if (++depth > MAX_DEPTH) throw new Error(`${entry.fileName}: > ${MAX_DEPTH} levels`)
    handlers.open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceTag = 0
    depth--
    handlers.close?.(local(name))
  })
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (text) => handlers.text?.(text))
  if (entry.isEncrypted()) throw new Error('encrypted')
  const decoder = new TextDecoder('utf-8')
  let size = 0
  for await (const chunk of await file.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length
    sinceTag += (chunk as Buffer).length
    if (size > MAX_INFLATED) throw new Error(`${entry.fileName} > ${MAX_INFLATED} bytes`)
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (sinceTag > MAX_PIECE) throw new Error(`${entry.fileName}: > ${MAX_PIECE} bytes without a tag`)
  }
  parser.write(decoder.decode()).close()
}
