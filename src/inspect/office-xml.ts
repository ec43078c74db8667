import { SaxesParser } from 'saxes'
import type { Reason } from '../core/observed.ts'

/** Characters between two tags or inside one; a cell holds 32,767 at most. */
const MAX_PIECE = 1 << 20
const CELL = 200

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: some programs write `x:row` for `row`. */
export interface PartHandlers {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
  /** True ends the reading: the rest is not wanted. */
  done?(): boolean
}

class Refused extends Error {}

class PartParser extends SaxesParser<{ xmlns: false; position: false }> {
  override fail(words: string): never {
    throw new Refused(words)
  }
}

const local = (name: string): string => {
  if (name.length < 3) return name
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/**
 * Streams one XML part of a workbook through saxes: nothing is expanded and nothing kept.
 *
 * @returns what is wrong with the part; undefined when it was read to its end.
 */
export async function readPart(
  part: string,
  blocks: AsyncIterable<Buffer> | Iterable<Buffer>,
  handlers: PartHandlers,
): Promise<Reason | undefined> {
  const parser = new PartParser({ xmlns: false, position: false })
  let sinceTag = 0
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    handlers.open(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceTag = 0
    handlers.close(local(name))
  })
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  let decoder: TextDecoder | undefined
  const write = (text: string) => {
    sinceTag += text.length
    parser.write(text)
    return sinceTag <= MAX_PIECE
  }
  const damaged = (detail: string): Reason => ({ code: 'part-damaged', data: { part, detail } })
  try {
    for await (const block of blocks) {
      decoder ??= new TextDecoder(block[0] === 0xff || block[0] === 0xfe ? 'utf-16' : 'utf-8', {
        fatal: true,
      })
      if (!write(decoder.decode(block, { stream: true }))) return damaged(`> ${MAX_PIECE}`)
      if (handlers.done?.()) return undefined
    }
    write(decoder?.decode() ?? '')
    parser.close()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return damaged(error.message)
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return damaged('not UTF-8')
    throw error
  }
}

const ASCII = /^[\0-\x7f]*$/

/** What the fold of tables takes: the UTF-8 bytes of a cell as latin1. Spaces alone, of any width, are nothing. */
export function cellBytes(text: string): string {
  const cut = text.length > CELL ? text.slice(0, CELL) : text
  if (!ASCII.test(cut)) return cut.trim() === '' ? '' : Buffer.from(cut).toString('latin1')
  return cut.charCodeAt(0) <= 0x20 && cut.trim() === '' ? '' : cut
}
