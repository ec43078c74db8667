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
/**
 * Tables and trees were measured at 10:1 to 94:1; only what repeats itself over and over goes further, up to 1032:1 in
 * gzip and a million to one in brotli.
 */
const MAX_GROWTH = 200
/** Too small to harm, however much it grew. */
const HARMLESS_BYTES = 16 * 2 ** 20

/** Undoes Content-Encoding. A word that is no coding (`UTF-8` is met) is ignored, as browsers do. */
export function decode(body: Chunks, contentEncoding = ''): Chunks {
  const codings = contentEncoding.toLowerCase().split(/[\s,]+/)
  const layers = codings.filter((coding) => Object.hasOwn(DECODERS, coding))
  if (layers.length > MAX_LAYERS || codings.some((coding) => UNSUPPORTED.has(coding)))
    throw new Broken('bad-encoding', `Content-Encoding: ${contentEncoding}`)
  if (layers.length === 0) return body
  const wire = { bytes: 0 }
  return layers.reduceRight<Chunks>(
    (chunks, coding) => bounded(peel(chunks, DECODERS[coding]!), wire),
    counted(body, wire),
  )
}

interface Count {
  bytes: number
}

async function* counted(chunks: Chunks, wire: Count): Chunks {
  for await (const chunk of chunks) {
    wire.bytes += chunk.length
    yield chunk
  }
}

/** Each layer is measured by the wire, so that no two of them can share the growth out. */
async function* bounded(chunks: Chunks, wire: Count): Chunks {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > HARMLESS_BYTES && bytes > wire.bytes * MAX_GROWTH)
      throw new Broken('decompression-bomb', `more than ${MAX_GROWTH}:1`)
    yield chunk
  }
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
