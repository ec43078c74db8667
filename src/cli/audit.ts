import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RULES } from '../../rules/index.ts'
import { audit } from '../audit.ts'
import { fileCatalogue, readCatalogue, type Selection, select } from '../catalogue/index.ts'
import type { Badge } from '../core/badge.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { summaryText, writers } from '../report/index.ts'
import { EXIT, exitCode, type FailOn, type Judged } from './exit-code.ts'
import { openLedger } from './ledger-file.ts'
import { moment, positive, profileNamed } from './options.ts'
import { type ClosableOrigin, namedOrigin, networkOrigin } from './origin.ts'
import { asUsage, print, writeReport } from './output.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface AuditArguments extends Selection {
  readonly catalogue: readonly string[]
  readonly files: boolean
  readonly out: string
  readonly profile: string
  readonly now?: string
  readonly maxBytes: number
  readonly timeout: number
  readonly allowPrivate: boolean
  readonly concurrency: number
  readonly minBadge?: Badge
  readonly failOn: FailOn
  readonly language: Language
}

/** `odbadge audit`: ledger, JSON and HTML into one folder, the summary on standard output. @returns the exit code. */
export async function auditCommand(args: AuditArguments): Promise<number> {
  const { language, out } = args
  const profile = profileNamed(args.profile, language)
  for (const [name, value] of [
    ['--limit', args.limit],
    ['--max-bytes', args.maxBytes],
    ['--timeout', args.timeout],
    ['--concurrency', args.concurrency],
  ] as const)
    positive(value, name, language)
  const now = moment(args.now, language)
  const named = namedOrigin(args)
  const origin = args.files ? named : networkOrigin(args)
  const ledger = join(out, 'ledger.ndjson')
  const interrupt = new AbortController()
  const onSignal = () => interrupt.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const entries = () =>
      select(args.files ? fileCatalogue(args.catalogue) : catalogues(args.catalogue, named, language), args)
    const bar = await progress(entries, language)
    const { agency, id, limit } = args
    const selection = { ...(agency && { agency }), ...(id && { id }), ...(limit !== undefined && { limit }) }
    const lines = audit(entries(), {
      rules: RULES,
      profile,
      now,
      origin,
      catalogue: args.catalogue,
      selection,
      program: PROGRAM,
      clock: Date.now,
      concurrency: args.concurrency,
    })
    const judged = await writeLedger(lines, ledger, interrupt.signal, bar.step, language)
    bar.stop()
    if (interrupt.signal.aborted) {
      process.stderr.write(`${render(WORDS.interrupted, { path: ledger }, language)}\n`)
      return EXIT.interrupted
    }
    if (judged.length === 0) process.stderr.write(`${WORDS.nothing[language]}\n`)
    const view = await openLedger(ledger, language)
    await writeReport(join(out, 'report.json'), writers.json(view, { language }), language)
    await writeReport(join(out, 'index.html'), writers.html(view, { language }), language)
    await print([
      summaryText(view.header, view.summary, {
        language,
        colour: process.stdout.isTTY,
        width: process.stdout.columns ?? 100,
      }),
      '\n',
      `${WORDS.written[language]}${join(out, 'index.html')}\n`,
    ])
    return exitCode(judged, args)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    await named.close()
    await origin.close()
  }
}

async function* catalogues(
  names: readonly string[],
  origin: ClosableOrigin,
  language: Language,
): AsyncGenerator<CatalogueEntry> {
  for (const name of names) {
    if (!/^https?:/i.test(name)) {
      yield* readCatalogue({ name, path: name })
      continue
    }
    const { exchange, body } = await origin.fetch(name)
    if (!body)
      throw new UsageError(
        render(WORDS.noCatalogue, { name, detail: exchange.failure?.detail ?? '' }, language),
      )
    try {
      yield* readCatalogue({ name, path: body.path })
    } finally {
      await origin.release(body)
    }
  }
}

/** Each line reaches the disk before the next dataset counts as done: an interruption loses nothing recorded. */
async function writeLedger(
  lines: AsyncIterable<LedgerLine>,
  path: string,
  signal: AbortSignal,
  step: () => void,
  language: Language,
): Promise<Judged[]> {
  const judged: Judged[] = []
  try {
    await mkdir(join(path, '..'), { recursive: true })
    const file = createWriteStream(path)
    const failed = new Promise<never>((_, reject) => file.once('error', reject))
    failed.catch(() => undefined)
    const write = (line: LedgerLine) =>
      new Promise<void>((resolve) => file.write(`${JSON.stringify(line)}\n`, () => resolve()))
    for await (const line of lines) {
      await Promise.race([write(line), failed])
      if (line.kind === 'dataset') {
        judged.push(gist(line))
        step()
      }
      if (signal.aborted) break
    }
    await Promise.race([new Promise<void>((resolve) => file.end(resolve)), failed])
  } catch (error) {
    throw asUsage(error, path, language)
  }
  return judged
}

/** What the exit code needs, of 50,000 datasets: not their evidence. */
function gist({ badge, findings, resources }: Extract<LedgerLine, { kind: 'dataset' }>): Judged {
  const all = [...findings, ...resources.flatMap((resource) => resource.findings)]
  const kinds = new Map(
    all.map((finding) => [
      `${finding.outcome} ${finding.severity} ${finding.messageId === 'rule-crashed'}`,
      finding,
    ]),
  )
  return { badge, findings: [...kinds.values()].map((finding) => ({ ...finding, data: {} })) }
}
