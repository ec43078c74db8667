import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, mkdir, open, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Ask, Body, Exchange } from '../core/exchange.ts'
import type { HostRecord } from '../core/ledger.ts'
import { addressDigest } from './conditional.ts'
import {
  filesOf,
  type RecordedExchange,
  RecordingError,
  type RecordingHead,
  readHead,
  readPoliteness,
  withoutSecrets,
} from './recording.ts'

export interface Recorder {
  /** Resolves when it is on the disk: the body first, so that every whole line has its evidence. */
  record(url: string, ask: Ask, exchange: Exchange, body?: Body): Promise<void>
  /** @param hosts how they were treated in this session. */
  close(hosts: readonly HostRecord[]): Promise<void>
}

/**
 * Writes a recording from the first exchange on. Evidence is never overwritten.
 * @param resume adds to a recording that was interrupted.
 * @throws RecordingError `exists`, `foreign`
 */
export async function createRecorder(
  folder: string,
  head: RecordingHead,
  resume: boolean,
): Promise<Recorder> {
  const files = filesOf(folder)
  const before = await readHead(folder)
  const begun = await access(files.exchanges).then(() => true, absent)
  if (!resume && (before || begun)) throw new RecordingError('exists')

  async function begin(): Promise<FileHandle> {
    await mkdir(files.body(''), { recursive: true, mode: 0o700 })
    await writeBeside(files.head, { ...head, startedAt: before?.startedAt ?? head.startedAt })
    if (begun) await truncate(files.exchanges, await wholeLines(files.exchanges))
    // Two recordings at once into one folder: the second one fails here.
    return open(files.exchanges, begun ? 'a' : 'ax', 0o600)
  }

  let opened: Promise<FileHandle> | undefined
  let written: Promise<void> = Promise.resolve()
  const append = async (line: string) => {
    const earlier = written
    // Lines are longer than a disk writes at once: one after the other.
    written = earlier.then(async () => (await opened)?.appendFile(line))
    await written
  }

  return {
    async record(url, { window = 1, claim }, exchange, body) {
      opened ??= begin()
      await opened
      const line: RecordedExchange = {
        key: addressDigest(url),
        window,
        ...(claim !== undefined && { claim }),
        exchange: withoutSecrets(exchange),
        body: body ? await keep(body, files.body) : null,
      }
      await append(`${JSON.stringify(line)}\n`)
    },
    async close(hosts) {
      if (!opened) return
      const file = await opened
      await written.finally(() => file.close())
      await writeBeside(files.politeness, together([...(await readPoliteness(folder)), ...hosts]))
    },
  }
}

/** Copies a body under the name of its content. */
async function keep(body: Body, place: (name: string) => string): Promise<RecordedExchange['body']> {
  const draft = place(`${randomUUID()}.part`)
  const digest = createHash('sha256')
  const file = await open(draft, 'wx', 0o600)
  try {
    await pipeline(
      'bytes' in body ? Readable.from([body.bytes]) : createReadStream(body.path),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          digest.update(chunk)
          yield chunk
        }
      },
      file.createWriteStream(),
    )
    const sha256 = digest.digest('hex')
    await rename(draft, place(sha256))
    return { sha256, size: body.size, whole: body.whole }
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeBeside(path: string, value: unknown): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Bytes up to the end of the last line that has an end. */
async function wholeLines(path: string): Promise<number> {
  const file = await open(path, 'r')
  try {
    const block = Buffer.alloc(64 * 1024)
    for (let end = (await file.stat()).size; end > 0; ) {
      const from = Math.max(0, end - block.length)
      const { bytesRead } = await file.read(block, 0, end - from, from)
      const at = block.subarray(0, bytesRead).lastIndexOf(0x0a)
      if (at !== -1) return from + at + 1
      end = from
    }
    return 0
  } finally {
    await file.close()
  }
}

/** Sessions of one recording as one: no host was ever treated worse than this says. */
function together(records: readonly HostRecord[]): HostRecord[] {
  const hosts = new Map<string, HostRecord>()
  for (const record of records) {
    const before = hosts.get(record.host)
    hosts.set(record.host, before ? added(before, record) : record)
  }
  return [...hosts.values()].sort((a, b) => b.requests - a.requests)
}

const added = (a: HostRecord, b: HostRecord): HostRecord => ({
  host: a.host,
  requests: a.requests + b.requests,
  maxConcurrent: Math.max(a.maxConcurrent, b.maxConcurrent),
  minSpacingMs:
    a.minSpacingMs === null || b.minSpacingMs === null
      ? (a.minSpacingMs ?? b.minSpacingMs)
      : Math.min(a.minSpacingMs, b.minSpacingMs),
  backOffs: a.backOffs + b.backOffs,
  retryAfterObeyed: a.retryAfterObeyed + b.retryAfterObeyed,
  failures: a.failures + b.failures,
})

function absent(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
  return false
}
