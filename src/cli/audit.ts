import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RULES } from '../../rules/index.ts'
import { audit } from '../audit.ts'
import { fileCatalogue, type Selection, select } from '../catalogue/index.ts'
import type { Badge } from '../core/badge.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import type { InsecureInspect } from '../fetch/index.ts'
import { summaryText, writers } from '../report/index.ts'
import { authorities } from './authorities.ts'
import { openCatalogues } from './catalogues.ts'
import { EXIT, exitCode, type FailOn, type Judged } from './exit-code.ts'
import { onInterrupt, until } from './interrupt.ts'
import { openLedger } from './ledger-file.ts'
import { moment, positive, profileNamed } from './options.ts'
import { namedOrigin, networkOrigin } from './origin.ts'
import { asUsage, inColour, print, writeReport } from './output.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { WORDS } from './words.ts'

export interface AuditArguments extends Selection {
  readonly catalogue: readonly string[]
  readonly files: boolean
  readonly out: string
  readonly profile: string
  readonly now?: string
  readonly maxBytes: number
  readonly timeout: number
  readonly ca?: readonly string[]
  readonly insecureInspect: InsecureInspect
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
  const limits = { ...args, authorities: await authorities(args.ca ?? [], language) }
  const named = namedOrigin(limits)
  const origin = args.files ? named : networkOrigin(limits)
  const ledger = join(out, 'ledger.ndjson')
  const interrupt = new AbortController()
  // Until the ledger is begun there is nothing to finish.
  let stop: () => void = () => process.exit(EXIT.interrupted)
  const settle = onInterrupt(() => stop())
  try {
    const all = args.files
      ? () => fileCatalogue(args.catalogue)
      : await openCatalogues(args.catalogue, named, language)
    const entries = () => select(all(), args)
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
    stop = () => interrupt.abort()
    const judged = await writeLedger(until(interrupt.signal, lines), ledger, bar.step, language)
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
        colour: inColour(),
        width: process.stdout.columns ?? 100,
      }),
      '\n',
      `${WORDS.written[language]}${join(out, 'index.html')}\n`,
    ])
    return exitCode(judged, args)
  } finally {
    settle()
    await named.close()
    await origin.close()
  }
}

/** Each line reaches the disk before the next dataset counts as done: an interruption loses nothing recorded. */
async function writeLedger(
  lines: AsyncIterable<LedgerLine>,
  path: string,
  step: () => void,
  language: Language,
): Promise<Judged[]> {
  const judged: Judged[] = []
  const failed = (error: unknown): never => {
    throw asUsage(error, path, language)
  }
  await mkdir(dirname(path), { recursive: true }).catch(failed)
  const file = await open(path, 'w').catch(failed)
  try {
    for await (const line of lines) {
      await file.appendFile(`${JSON.stringify(line)}\n`).catch(failed)
      if (line.kind !== 'dataset') continue
      judged.push(gist(line))
      step()
    }
  } finally {
    await file.close()
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
