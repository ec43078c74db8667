import type { DatasetRecord, LedgerHeader, LedgerLine } from '../../core/ledger.ts'
import { Refusal } from '../refusal.ts'
import { type Found, type FoundFile, findLedgers, isSystemError } from './find.ts'
import { DamagedLedger, openLedgerFile, placedLines } from './lines.ts'
import { type Outline, outlineOf } from './outline.ts'
import { createQueue } from './queue.ts'
import { isReadable, type ReadableRun, type Run } from './run.ts'
import { type Rows, type Scan, scanLedger } from './scan.ts'
import { ledgerLine } from './shape.ts'

/** The ledgers of a folder. What is remembered of them is bounded, and forgotten when a file changes. */
export interface Shelf {
  /** The last judged first, those that say no moment at the end. */
  runs(): Promise<{ readonly runs: readonly Run[]; readonly left: number }>
  /** @throws {Refusal} 404 */
  run(id: string): Promise<Run>
  /** @throws {Refusal} 503 while they are being read */
  rows(run: ReadableRun): Promise<Rows>
  /** The whole records of an id, with the header of their ledger. @throws {Refusal} 503 */
  records(run: ReadableRun, id: string): Promise<readonly DatasetRecord[]>
  header(run: ReadableRun): Promise<LedgerHeader>
  lines(run: ReadableRun): AsyncGenerator<LedgerLine>
}

export interface ShelfLimits {
  /** Milliseconds a request waits for a ledger to be read before it is told to come back. */
  readonly patience: number
  /** Bytes of lists of datasets that are kept, about. */
  readonly rowsWeight: number
}

/** Ten ledgers of the whole platform. */
const LIMITS: ShelfLimits = { patience: 15_000, rowsWeight: 96 << 20 }
/** Milliseconds for which the folder is not listed again. */
const FRESH = 1_000
/** Milliseconds for which an unfinished ledger that grows is not read again: what was read stays true. */
const GROWING = 30_000

interface Known {
  readonly version: string
  readonly outline?: Outline
  damage?: DamagedLedger['damage']
  scan?: Omit<Scan, 'rows'> & { readonly version: string; readonly at: number; rows?: Rows }
}

export function createShelf(folder: string, signal: AbortSignal, limits: ShelfLimits = LIMITS): Shelf {
  const known = new Map<string, Known>()
  /** Ledgers whose rows are kept, the last used at the end. */
  const kept = new Set<Known>()
  const queue = createQueue()
  let listed: { readonly at: number; readonly found: Promise<Found> } | undefined

  async function files(): Promise<Found> {
    if (!listed || performance.now() - listed.at > FRESH) {
      const found = findLedgers(folder).catch((error: unknown) => {
        if (isSystemError(error)) throw new Refusal(503, 'noFolder', {}, { 'retry-after': '60' })
        throw error
      })
      found.catch(() => undefined)
      listed = { at: performance.now(), found }
      const { files: current } = await found
      const ids = new Set(current.map(({ id }) => id))
      for (const [id, of] of known)
        if (!ids.has(id)) {
          known.delete(id)
          kept.delete(of)
        }
    }
    return listed.found
  }

  async function knownOf(file: FoundFile): Promise<Known> {
    const before = known.get(file.id)
    if (before?.version === file.version && !isStale(before)) return before
    if (before) kept.delete(before)
    const now = await outlined(file)
    const scan = before?.scan
    const grows = before?.outline && !before.outline.footer && now.outline && !now.outline.footer
    if (grows && scan && performance.now() - scan.at < GROWING) now.scan = scan
    if (now.scan?.rows) kept.add(now)
    known.set(file.id, now)
    if (!now.damage) void scanned(file, now, false).catch(() => undefined)
    return now
  }

  function scanned(file: FoundFile, of: Known, urgent: boolean): Promise<NonNullable<Known['scan']>> {
    const { scan, outline } = of
    if (!outline) throw new Error('only a ledger with a header is read')
    if (scan?.rows) {
      if (kept.delete(of)) kept.add(of)
      return Promise.resolve(scan as NonNullable<Known['scan']>)
    }
    return queue.add(`${file.id} ${file.version}`, urgent, async (progress) => {
      try {
        const counted = outline.footer?.summary.datasets
        const found = await scanLedger(file.path, file.size, {
          header: outline.header,
          ...(counted !== undefined && { counted }),
          signal,
          progress,
        })
        of.scan = { ...found, version: file.version, at: performance.now() }
        keep(of)
        return of.scan
      } catch (error) {
        if (error instanceof DamagedLedger) of.damage = error.damage
        else if (isSystemError(error)) of.damage = { code: 'unreadable', detail: error.code ?? '' }
        throw error
      }
    })
  }

  function keep(latest: Known): void {
    kept.add(latest)
    let weight = [...kept].reduce((sum, { scan }) => sum + (scan?.rows?.weight ?? 0), 0)
    for (const oldest of kept) {
      if (weight <= limits.rowsWeight || oldest === latest) return
      weight -= oldest.scan?.rows?.weight ?? 0
      delete oldest.scan?.rows
      kept.delete(oldest)
    }
  }

  async function awaited(run: ReadableRun): Promise<NonNullable<Known['scan']>> {
    const of = await knownOf(run.file)
    try {
      return await patiently(scanned(run.file, of, true), limits.patience, () => {
        const share = queue.progress(`${run.file.id} ${run.file.version}`)
        return new Refusal(503, 'reading', { share: Math.floor(share * 100) }, { 'retry-after': '3' })
      })
    } catch (error) {
      if (of.damage) throw new Refusal(409, 'notReadable')
      throw error
    }
  }

  async function runOf(file: FoundFile): Promise<Run> {
    return describe(file, await knownOf(file))
  }

  const shelf: Shelf = {
    async runs() {
      const { files: found, left } = await files()
      const runs = []
      for (const file of found) runs.push(await runOf(file))
      return { runs: runs.sort(latestFirst), left }
    },
    async run(id) {
      const file = (await files()).files.find((each) => each.id === id)
      if (!file) throw new Refusal(404, 'noRun')
      return runOf(file)
    },
    rows: async (run) => (await awaited(run)).rows!,
    async records(run, id) {
      const of = await knownOf(run.file)
      // Places outlive the rows, which may have been forgotten.
      const { places } = of.scan ?? (await awaited(run))
      const found = []
      for (const place of places.at(id)) {
        const line = ledgerLine(await partOf(run.file.path, place), 0)
        if (line.kind === 'dataset' && line.id === id) found.push(line)
      }
      return found
    },
    async header({ file }) {
      const { outline } = await knownOf(file)
      if (!outline) throw new Refusal(409, 'notReadable')
      return outline.header
    },
    async *lines({ file }) {
      let number = 0
      for await (const { text, whole } of placedLines(file.path, file.size, signal)) {
        number++
        if (text !== '' && whole) yield ledgerLine(text, number)
      }
    },
  }
  return shelf
}

/** What a growing ledger was when it was read last, a while ago. */
const isStale = ({ scan, version }: Known): boolean =>
  scan !== undefined && scan.version !== version && performance.now() - scan.at >= GROWING

async function outlined(file: FoundFile): Promise<Known> {
  try {
    return { version: file.version, outline: await outlineOf(file) }
  } catch (error) {
    if (!(error instanceof DamagedLedger)) throw error
    return { version: file.version, damage: error.damage }
  }
}

function describe(file: FoundFile, { outline, damage, scan }: Known): Run {
  const { id, name, size, modified } = file
  const footer = outline?.footer
  const summary = footer?.summary ?? scan?.summary
  const header = outline?.header
  return {
    id,
    name,
    size,
    modified: new Date(modified).toISOString(),
    state: damage ? 'damaged' : footer ? 'finished' : 'unfinished',
    checked: damage !== undefined || scan !== undefined,
    ...(damage && { damage }),
    ...(header && { header }),
    ...(footer && { finishedAt: footer.finishedAt }),
    ...(footer?.notes && { notes: footer.notes }),
    ...(summary && !damage && { summary }),
    file,
  }
}

const latestFirst = (a: Run, b: Run): number => {
  const [one, other] = [momentOf(a), momentOf(b)]
  return one === other ? (a.name < b.name ? -1 : 1) : one < other ? 1 : -1
}

const momentOf = (run: Run): string => (isReadable(run) ? `${run.header.now} ${run.header.startedAt}` : '')

async function partOf(path: string, { start, length }: { start: number; length: number }): Promise<string> {
  const file = await openLedgerFile(path)
  try {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await file.read(bytes, 0, length, start)
    return bytes.subarray(0, bytesRead).toString()
  } finally {
    await file.close()
  }
}

async function patiently<T>(work: Promise<T>, patience: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const given = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), patience)
  })
  try {
    return await Promise.race([work, given])
  } finally {
    clearTimeout(timer)
  }
}
