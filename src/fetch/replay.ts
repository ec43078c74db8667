import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Ask, Body, Exchange, FetchFailure } from '../core/exchange.ts'
import type { HostRecord } from '../core/ledger.ts'
import { addressDigest } from './conditional.ts'
import {
  filesOf,
  type RecordedExchange,
  RecordingError,
  type RecordingHead,
  readHead,
  readPoliteness,
} from './recording.ts'

/** A recording in the network's place. It needs none, and never asks for one. */
export interface Replay {
  readonly head: RecordingHead
  fetch(url: string, ask?: Ask): Promise<{ readonly exchange: Exchange; readonly body?: Body }>
  /** Evidence stays. */
  release(body: Body): Promise<void>
  /** As recorded. */
  statistics(): readonly HostRecord[]
  close(): Promise<void>
}

interface Place {
  readonly from: number
  readonly length: number
}

/** @throws RecordingError `none`, `foreign`, `bad-line` */
export async function openReplay(folder: string): Promise<Replay> {
  const files = filesOf(folder)
  const head = await readHead(folder)
  if (!head) throw new RecordingError('none')
  const hosts = await readPoliteness(folder)
  const file = await open(files.exchanges, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new RecordingError('none', error.message)
  })
  const places = await indexed(file).catch(async (error: unknown) => {
    await file.close()
    throw error
  })

  async function find(url: string, { window = 1, claim = '' }: Ask): Promise<RecordedExchange | undefined> {
    const key = addressDigest(url)
    const place = places.get(`${window} ${key} ${claim}`) ?? places.get(`${window} ${key}`)
    if (!place) return undefined
    const { buffer } = await file.read(Buffer.alloc(place.length), 0, place.length, place.from)
    return JSON.parse(buffer.toString())
  }

  return {
    head,
    async fetch(url, ask = {}) {
      const found = await find(url, ask)
      const nowhere = { kind: 'http', finalUrl: url, hops: [], at: head.startedAt, elapsed: 0 } as const
      if (!found)
        return { exchange: { ...nowhere, url, failure: { code: 'not-recorded', detail: 'not recorded' } } }
      const exchange = { ...found.exchange, url }
      if (!found.body) return { exchange }
      const { sha256, size, whole } = found.body
      const path = files.body(sha256)
      const failure = await damage(path, sha256)
      return failure ? { exchange: { ...exchange, failure } } : { exchange, body: { path, size, whole } }
    },
    release: async () => undefined,
    statistics: () => hosts,
    close: () => file.close(),
  }
}

/** Where each exchange stands: by address and window, and more closely by claim. The last one counts. */
async function indexed(file: FileHandle): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>()
  let number = 0
  for await (const { text, ...place } of lines(file)) {
    number++
    const recorded = parsed(text, number)
    const address = `${recorded.window} ${recorded.key}`
    places.set(address, place)
    if (recorded.claim !== undefined) places.set(`${address} ${recorded.claim}`, place)
  }
  return places
}

/** Lines that have an end: what comes after the last one was cut by an interruption. */
async function* lines(file: FileHandle): AsyncGenerator<Place & { readonly text: string }> {
  let held: Buffer[] = []
  let from = 0
  for await (const block of file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = block.indexOf(0x0a); end !== -1; end = block.indexOf(0x0a, start)) {
      const line = Buffer.concat([...held, block.subarray(start, end)])
      yield { text: line.toString(), from, length: line.length }
      from += line.length + 1
      start = end + 1
      held = []
    }
    held.push(block.subarray(start))
  }
}

function parsed(text: string, number: number): RecordedExchange {
  try {
    const line = JSON.parse(text) as RecordedExchange
    const { key, window, exchange, body } = line
    const sound =
      typeof key === 'string' &&
      Number.isSafeInteger(window) &&
      [exchange.finalUrl, exchange.at].every((part) => typeof part === 'string') &&
      Array.isArray(exchange.hops) &&
      // A digest is a name, never a way out of the folder.
      (body === null || /^[0-9a-f]{64}$/.test(body.sha256))
    if (sound) return line
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
  }
  throw new RecordingError('bad-line', String(number))
}

/** Evidence that is not what its name says is none. */
async function damage(path: string, sha256: string): Promise<FetchFailure | undefined> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return { code: 'recording-damaged', detail: `${(error as NodeJS.ErrnoException).code}: bodies/${sha256}` }
  }
  const found = digest.digest('hex')
  if (found === sha256) return undefined
  return { code: 'recording-damaged', detail: `bodies/${sha256}: SHA-256 ${found}` }
}
