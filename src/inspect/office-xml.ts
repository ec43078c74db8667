import { isUtf8 } from 'node:buffer'
import type { Reason } from '../core/observed.ts'
import type { PartHandlers } from './part-handlers.ts'
import { partScanner } from './part-scanner.ts'
import { Malformed, textIn } from './part-syntax.ts'
import { openTail } from './utf8-lane.ts'

/** Bytes kept of a cell: enough for 200 characters. */
const CELL = 600

/**
 * Streams one XML part of a workbook: nothing is expanded and nothing kept.
 *
 * @returns what is wrong with the part; undefined when it was read to its end.
 */
export async function readPart(
  part: string,
  blocks: AsyncIterable<Buffer> | Iterable<Buffer>,
  handlers: PartHandlers,
): Promise<Reason | undefined> {
  const scanner = partScanner(handlers)
  const bytes = partBytes()
  try {
    for await (const block of blocks) {
      scanner.push(bytes.push(block))
      if (handlers.done?.()) return undefined
    }
    scanner.push(bytes.end())
    scanner.end()
    return undefined
  } catch (error) {
    if (error instanceof Malformed) return { code: 'part-damaged', data: { part, detail: error.message } }
    throw error
  }
}

/** UTF-8, or UTF-16 by its byte order mark. */
function partBytes() {
  let start: Buffer = NONE
  let decoder: ReturnType<typeof utf8Bytes> | undefined
  return {
    push(block: Buffer): Buffer {
      if (decoder) return decoder.push(block)
      start = Buffer.concat([start, block])
      if (start.length < 2) return NONE
      const mark = start.readUInt16BE()
      decoder =
        mark === 0xfffe ? utf16Bytes('utf-16le') : mark === 0xfeff ? utf16Bytes('utf-16be') : utf8Bytes()
      return decoder.push(start)
    },
    end: () => decoder?.end() ?? start,
  }
}

const NONE = Buffer.alloc(0)
const BOM = Buffer.from('\ufeff')
const NONCHARACTERS = [Buffer.from('\ufffe'), Buffer.from('\uffff')]

/** Sound UTF-8, cut between characters. */
function utf8Bytes() {
  let carry: Buffer = NONE
  let begun = false

  function sound(bytes: Buffer): Buffer {
    if (!isUtf8(bytes)) throw new Malformed('not UTF-8')
    if (NONCHARACTERS.some((character) => bytes.includes(character))) throw new Malformed('U+FFFE, U+FFFF')
    if (begun || bytes.length === 0) return bytes
    begun = true
    return bytes.indexOf(BOM) === 0 ? bytes.subarray(BOM.length) : bytes
  }

  return {
    push(block: Buffer): Buffer {
      const bytes = carry.length > 0 ? Buffer.concat([carry, block]) : block
      const end = openTail(bytes)
      carry = end < bytes.length ? Buffer.from(bytes.subarray(end)) : NONE
      return sound(bytes.subarray(0, end))
    },
    end: () => sound(carry),
  }
}

/** UTF-16, which hardly any program writes, is made the same. */
function utf16Bytes(encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const utf8 = utf8Bytes()
  const encoded = (block?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder.decode(block, { stream: block !== undefined }))
    } catch (error) {
      if (error instanceof TypeError) throw new Malformed(`not ${encoding.toUpperCase()}`)
      throw error
    }
  }
  return {
    push: (block: Buffer) => utf8.push(encoded(block)),
    end: () => Buffer.concat([utf8.push(encoded()), utf8.end()]),
  }
}

/** First bytes of a space that is not ASCII: U+00A0, U+1680, U+2000–U+205F, U+3000, U+FEFF. */
const WIDE_SPACE = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef])

/** What the fold of tables takes of a cell. Spaces alone, of any width, are nothing. */
export function cellOf(bytes: string): string {
  const kept = bytes.length > CELL ? cutBetween(bytes, CELL) : bytes
  const first = kept.charCodeAt(0)
  return (first <= 0x20 || WIDE_SPACE.has(first)) && textIn(kept).trim() === '' ? '' : kept
}

/** At most `length` bytes, without leaving the beginning of a character at the end. */
export function cutBetween(bytes: string, length: number): string {
  if (bytes.length <= length) return bytes
  let end = length
  while (end > 0 && (bytes.charCodeAt(end) & 0xc0) === 0x80) end--
  return bytes.slice(0, end)
}

const ASCII = /^[\0-\x7f]*$/

/** The same of a text. */
export const cellBytes = (text: string): string =>
  cellOf(ASCII.test(text) ? text : Buffer.from(text.slice(0, CELL)).toString('latin1'))
