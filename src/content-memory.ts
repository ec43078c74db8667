import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Inspection } from './core/artifacts.ts'
import type { Body, Exchange, Extent, Known } from './core/exchange.ts'
import { INSPECTOR_VERSION } from './inspect/index.ts'
import type { Task } from './plan/index.ts'
import type { SealedFiles } from './sealed-files.ts'

/** What earlier audits saw of content, so that unchanged content is neither sent nor looked at again. */
export interface ContentMemory {
  /** What a link gave last, when its facts are there for this task. */
  recall(task: Task): Promise<Recollection | undefined>
  /** Facts of a body: those of equal bytes, else what `inspected` finds, which is kept. */
  content(
    task: Task,
    exchange: Exchange,
    body: Body,
    inspected: (body: Body) => Promise<Inspection>,
  ): Promise<Inspection>
  /** Contents so far. */
  readonly counts: { readonly reused: number; readonly inspected: number }
}

export interface Recollection {
  readonly known: Known
  use(): Inspection
}

/** What a link's last good exchange was about; `known` is what to ask with. */
interface Link extends Extent {
  readonly known: Known
  readonly sha256: string
}

export interface MemoryOptions {
  /** Another program, or another inspector in it, may find other facts. */
  readonly program: string
  /** Of one body: content that was cut says nothing where the cap is another. */
  readonly maxBytes: number
}

export function contentMemory(files: SealedFiles, { program, maxBytes }: MemoryOptions): ContentMemory {
  const counts = { reused: 0, inspected: 0 }
  /** Of links renewed in this run, what was there before: who asks for the same address later asks alike. */
  const before = new Map<string, Link | undefined>()

  const linkName = ({ resource }: Task) => entryName('links', digest(resource.url))
  const factsName = (task: Task, sha256: string, whole: boolean) =>
    entryName(
      'facts',
      digest(
        JSON.stringify([
          program,
          INSPECTOR_VERSION,
          sha256,
          whole,
          task.hint ?? null,
          [...task.needs].sort(),
        ]),
      ),
    )
  const linkOf = async (name: string): Promise<Link | undefined> =>
    before.has(name) ? before.get(name) : ((await files.read(name)) as Link | undefined)
  const factsOf = async (task: Task, sha256: string, whole: boolean): Promise<Inspection | undefined> =>
    (await files.read(factsName(task, sha256, whole))) as Inspection | undefined
  const use = (inspection: Inspection) => {
    counts.reused++
    return inspection
  }

  async function remember(
    task: Task,
    { status, finalUrl, ...exchange }: Exchange,
    found: Omit<Link, 'known'>,
  ) {
    const { etag, lastModified, contentType, contentDisposition, contentLength } = exchange
    if (status !== 200 || (etag === undefined && lastModified === undefined)) return
    const known: Known = {
      answeredBy: digest(finalUrl),
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      ...(contentType !== undefined && { contentType }),
      ...(contentDisposition !== undefined && { contentDisposition }),
      ...(contentLength !== undefined && { contentLength }),
    }
    const name = linkName(task)
    if (!before.has(name)) before.set(name, await linkOf(name))
    await files.write(name, { known, ...found })
  }

  return {
    counts,
    async recall(task) {
      const link = await linkOf(linkName(task))
      if (!link) return undefined
      const { known, sha256, size, whole } = link
      if (whole ? size > maxBytes : size !== maxBytes) return undefined
      const inspection = await factsOf(task, sha256, whole)
      return inspection && { known, use: () => use(inspection) }
    },
    async content(task, exchange, body, inspected) {
      const { size, whole } = body
      const sha256 = await digestOf(body)
      const kept = sha256 === undefined ? undefined : await factsOf(task, sha256, whole)
      const inspection = kept ? use(kept) : await inspected(body)
      const { bytes } = inspection.content
      if (!kept) counts.inspected++
      // Not the bytes that were digested, or none at all: nothing to remember.
      if (sha256 === undefined || !bytes.seen || bytes.value.sha256 !== sha256) return inspection
      if (isPassing(inspection)) return inspection
      if (!kept) await files.write(factsName(task, sha256, whole), inspection)
      await remember(task, exchange, { sha256, size, whole })
      return inspection
    },
  }
}

/** Another time the machine may be less busy. */
const isPassing = ({ content: { workbook }, parts = [] }: Inspection): boolean =>
  ('because' in workbook && workbook.because.code === 'too-slow') || parts.some(isPassing)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Some ten thousand files to a folder would slow most tools down. */
const entryName = (kind: string, key: string): string => `${kind}/${key.slice(0, 2)}/${key}.json`

/** Nothing for a file that cannot be read: inspection will say why. */
async function digestOf(body: Body): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of 'bytes' in body ? [body.bytes] : createReadStream(body.path))
      hash.update(chunk as Buffer)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return undefined
  }
  return hash.digest('hex')
}
