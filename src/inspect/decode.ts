import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { EncodingName } from '../core/artifacts.ts'

/** Name under which iconv-lite knows an encoding; its `big5` is Hong Kong's and never used here. */
export function codec(encoding: EncodingName, guess: string | undefined): string {
  if (encoding === 'BIG5') return 'cp950'
  if (encoding === 'OTHER') return guess && iconv.encodingExists(guess) ? guess : 'latin1'
  return encoding === 'ASCII' || encoding === 'UTF-8' ? 'utf8' : encoding
}

/** Decodes what was read byte by byte into a latin1 string. */
export function decodeLatin1(bytes: string, name: string): string {
  const buffer = Buffer.from(bytes, 'latin1')
  return name === 'utf8' ? buffer.toString('utf8') : iconv.decode(buffer, name)
}

/** As {@link decodeLatin1} before the encoding is settled: text this short is one or the other. */
export function decodeEither(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1')
  return isUtf8(buffer) ? buffer.toString('utf8') : iconv.decode(buffer, 'cp950')
}

/** Streams bytes of any encoding into UTF-8 strings, whatever the cuts. */
export function textStream(name: string): { push(block: Buffer): string; end(): string } {
  if (/^utf-?8$/i.test(name) || /^utf-?16/i.test(name)) {
    const decoder = new TextDecoder(name.toLowerCase().replace(/^utf(?=\d)/, 'utf-'), { ignoreBOM: true })
    return { push: (block) => decoder.decode(block, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = iconv.getDecoder(name)
  let held = Buffer.alloc(0)
  // The decoder loses a character of a block that begins with the rest of a broken one: blocks end where none is open.
  return {
    push(block) {
      const bytes = held.length > 0 ? Buffer.concat([held, block]) : block
      const closed = bytes.findLastIndex((byte) => byte < LEAST_TRAIL) + 1
      const end = bytes.length - closed > MAX_HELD ? bytes.length : closed
      held = Buffer.from(bytes.subarray(end))
      return decoder.write(bytes.subarray(0, end))
    },
    end: () => decoder.write(held) + (decoder.end() ?? ''),
  }
}

/** In none of the encodings of several bytes does a character go on with a lower one. */
const LEAST_TRAIL = 0x30
const MAX_HELD = 4_096
