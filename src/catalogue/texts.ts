import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { declaredCharset } from '../core/encoding.ts'
import { CatalogueError } from './catalogue-error.ts'
import { isTooDeep, MAX_NESTING } from './glimpse.ts'
import type { CatalogueSource, ReadContext } from './source.ts'
import { told } from './told.ts'

/** Enough to meet Chinese text, wherever a description begins. */
const SAMPLE = 1 << 20

/** The catalogue as text without its byte order mark: UTF-8, UTF-16 with a mark, or CP950 (Big5). */
export async function* texts(
  source: CatalogueSource,
  { chunkSize }: Pick<ReadContext, 'chunkSize'>,
): AsyncGenerator<string> {
  if (source.text !== undefined) {
    for (let at = 0; at < source.text.length; at += chunkSize) yield source.text.slice(at, at + chunkSize)
    return
  }
  const decoder = iconv.getDecoder(encodingOf(await sample(source)))
  let first = true
  const strip = (text: string): string => {
    if (!first || text === '') return text
    first = false
    return text.replace(/^\ufeff/, '')
  }
  try {
    for await (const chunk of createReadStream(source.path, { highWaterMark: chunkSize }))
      yield strip(decoder.write(chunk as Buffer))
  } catch (error) {
    throw unreadable(source, error)
  }
  yield strip(decoder.end() ?? '')
}

/** The text's beginning without leading blanks; at most so many bytes are looked at. */
export async function startOf(source: CatalogueSource, bytes = 1 << 16): Promise<string> {
  if (source.text !== undefined) return source.text.slice(0, bytes).trimStart()
  const read = await sample(source)
  const text = iconv.decode(read.subarray(0, bytes), encodingOf(read))
  return text.trimStart()
}

/** A page of an API is parsed whole; larger ones are no pages. */
const MAX_WHOLE = 64 * 2 ** 20

/** The whole text, for shapes that refer back and forth. Throws CatalogueError for more than 64 MiB. */
export async function wholeText(source: CatalogueSource): Promise<string> {
  if (source.text !== undefined) return source.text
  const { size } = await stat(source.path)
  if (size > MAX_WHOLE) throw new CatalogueError('too-large', { name: source.name, size, cap: MAX_WHOLE })
  let whole = ''
  for await (const text of texts(source, { chunkSize: atMost(1 << 20, size) })) whole += text
  return whole
}

/** The whole of a JSON catalogue or page of up to 64 MiB. Throws CatalogueError when it is none. */
export async function wholeJson(source: CatalogueSource): Promise<unknown> {
  const text = await wholeText(source)
  if (isTooDeep(text)) {
    const detail = told('nested', { n: MAX_NESTING })
    throw new CatalogueError('bad-json', { name: source.name, detail })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const detail = text.trim() === '' ? told('noContent') : (error as SyntaxError).message
    throw new CatalogueError('bad-json', { name: source.name, detail }, { cause: error })
  }
}

/** Pages come by the thousand: memory for each should be as large as it is. What is no file has no size. */
const atMost = (bytes: number, size: number): number => (size > 0 ? Math.min(bytes, size) : bytes)

const unreadable = (source: CatalogueSource, error: unknown): CatalogueError =>
  new CatalogueError('unreadable', { name: source.name, detail: (error as Error).message }, { cause: error })

async function sample(source: CatalogueSource): Promise<Buffer> {
  try {
    const file = await open(source.path)
    try {
      const length = atMost(SAMPLE, (await file.stat()).size)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(source, error)
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf16be'
  const declared = /^\s*<\?xml[^>]*encoding=["']([^"']+)/.exec(start.toString('latin1', 0, 200))?.[1]
  if (declared !== undefined && declaredCharset(declared) === 'BIG5') return 'cp950'
  return isUtf8Start(start) || iconv.decode(withoutTail(start), 'cp950').includes('\ufffd') ? 'utf8' : 'cp950'
}

/** The sample may end inside a character. */
const isUtf8Start = (start: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    // Anything else than a bad sequence cannot be thrown here.
    return false
  }
}

/** Without what may be half of a last character. */
const withoutTail = (start: Buffer): Buffer => start.subarray(0, start.lastIndexOf(0x2c) + 1 || start.length)
