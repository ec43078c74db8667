import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createInflate, createInflateRaw, createUnzip } from 'node:zlib'
import { Broken } from './failure.ts'

type Chunks = AsyncIterable<Uint8Array>

const DECODERS: Readonly<Record<string, (head: Uint8Array) => Transform>> = {
  gzip: () => createUnzip(),
  'x-gzip': () => createUnzip(),
  br: () => createBrotliDecompress(),
  // RFC 9110 §8.4.1.2 means zlib by it, some servers send it raw: the first byte tells.
  deflate: (head) => (((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()),
}

const UNSUPPORTED = new Set(['compress', 'x-compress', 'zstd', 'dcb', 'dcz'])
const MAX_LAYERS = 3

/** Undoes Content-Encoding. A word that is no coding (`UTF-8` is met) is ignored, as browsers do. */
export function decode(body: Chunks, contentEncoding = ''): Chunks {
  const codings = contentEncoding.toLowerCase().split(/[\s,]+/)
  const layers = codings.filter((coding) => Object.hasOwn(DECODERS, coding))
  if (layers.length > MAX_LAYERS || codings.some((coding) => UNSUPPORTED.has(coding)))
    throw new Broken('bad-encoding', `Content-Encoding: ${contentEncoding}`)
  return layers.reduceRight<Chunks>((chunks, coding) => peel(chunks, DECODERS[coding]!), body)
}

/** Looks at the first chunk before choosing: a body of no bytes is empty, not broken. */
async function* peel(chunks: Chunks, decoder: (head: Uint8Array) => Transform): Chunks {
  const rest = chunks[Symbol.asyncIterator]()
  const head = await rest.next()
  if (head.done) return
  async function* whole() {
    yield head.value
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  // The callback is obligatory; what goes wrong surfaces where the stream is read.
  yield* pipeline(whole, decoder(head.value), () => undefined)
}
