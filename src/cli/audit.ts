import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type AuditOptions, audit } from '../audit.ts'
import { fileCatalogue, select, type Unmatched } from '../catalogue/index.ts'
import { PARTIAL_CODES } from '../core/catalogue.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { summaryText, worklistWriters, writers } from '../report/index.ts'
import type { Profile } from '../score/index.ts'
import { type AuditArguments, auditSettings } from './audit-settings.ts'
import { type OpenedCatalogues, openCatalogues } from './catalogues.ts'
import { openEvidence } from './evidence.ts'
import { EXIT, exitCode, type Judged } from './exit-code.ts'
import { onInterrupt, until } from './interrupt.ts'
import { ledgerLines, openLedger } from './ledger-file.ts'
import { appendTo, gist } from './ledger-writer.ts'
import { inColour, print, writeReport } from './output.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { setAside } from './resume.ts'
import { sayUnmatched } from './unmatched.ts'
import { WORDS } from './words.ts'
import { worklistView } from './worklist.ts'

const PARTIAL: ReadonlySet<string> = new Set(PARTIAL_CODES)

export type { AuditArguments } from './audit-settings.ts'

/** `odbadge audit`: ledger, JSON and HTML into one folder, the summary on standard output. @returns the exit code. */
export async function auditCommand(args: AuditArguments): Promise<number> {
  const { language, out, catalogue } = args
  const settings = await auditSettings(args)
  const { ledger, before } = settings
  const evidence = await openEvidence(args, settings)
  const { named, guarded, origin, memory } = evidence
  const interrupt = new AbortController()
  // Until the ledger is begun there is nothing to finish.
  let stop: () => void = () => process.exit(EXIT.interrupted)
  const settle = onInterrupt(() => stop())
  const judged: Judged[] = []
  let partial = 0
  let opened: OpenedCatalogues | undefined
  const judge = (line: LedgerLine) => {
    if (line.kind === 'dataset') judged.push(gist(line))
    if (line.kind === 'catalogue-problem' && PARTIAL.has(line.code)) partial++
  }
  try {
    if (before?.footer) {
      for await (const line of ledgerLines(ledger, language)) judge(line)
    } else {
      if (!args.files) {
        const { maxBytes } = settings.limits
        opened = await openCatalogues(catalogue, { named, guarded, maxBytes }, language)
      }
      const all = opened?.entries ?? (() => fileCatalogue(catalogue))
      let unmatched: Unmatched | undefined
      const entries = () =>
        select(all(), args, (names) => {
          unmatched = names
        })
      const bar = await progress(entries, language)
      const count = (line: LedgerLine) => {
        judge(line)
        if (line.kind === 'dataset') bar.step()
      }
      if (!before) await keepInterrupted(ledger, language)
      const options: AuditOptions = {
        ...settings.policy,
        ...(memory && { memory }),
        origin,
        catalogue,
        selection: settings.selection,
        program: PROGRAM,
        clock: Date.now,
        concurrency: args.concurrency,
        probeApi: args.probeApi,
        ...(settings.confirmAfter !== undefined && {
          confirmation: {
            after: settings.confirmAfter,
            wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal: interrupt.signal }),
          },
        }),
        ...(before && { recorded: counted(ledgerLines(ledger, language), count) }),
      }
      stop = () => interrupt.abort()
      const lines = until(interrupt.signal, audit(entries(), options))
      await appendTo(ledger, lines, { anew: !before, count, origin, language })
      bar.stop()
      sayUnmatched(unmatched, language)
      if (interrupt.signal.aborted) {
        process.stderr.write(`${render(WORDS.interrupted, { path: ledger }, language)}\n`)
        return EXIT.interrupted
      }
    }
    if (partial > 0) process.stderr.write(`${render(WORDS.partial, { n: partial }, language)}\n`)
    if (judged.length === 0) process.stderr.write(`${WORDS.nothing[language]}\n`)
    await writeReports(ledger, out, settings.policy.profile, language)
    if (memory) await print([`${render(WORDS.remembered, memory.counts, language)}\n`])
    return exitCode(judged, args)
  } finally {
    settle()
    await opened?.close()
    await evidence.close()
  }
}

async function* counted(lines: AsyncIterable<LedgerLine>, count: (line: LedgerLine) => void) {
  for await (const line of lines) {
    count(line)
    yield line
  }
}

async function keepInterrupted(ledger: string, language: Language): Promise<void> {
  const path = await setAside(ledger, language)
  if (path !== undefined) process.stderr.write(`${render(WORDS.setAside, { path }, language)}\n`)
}

async function writeReports(
  ledger: string,
  out: string,
  profile: Profile,
  language: Language,
): Promise<void> {
  const view = await openLedger(ledger, language)
  await writeReport(join(out, 'report.json'), writers.json(view, { language }), language)
  await writeReport(join(out, 'index.html'), writers.html(view, { language }), language)
  const worklist = worklistWriters.xlsx(await worklistView(view, profile), language)
  await writeReport(join(out, 'worklist.xlsx'), worklist, language)
  const width = process.stdout.columns ?? 100
  await print([
    summaryText(view.header, view.summary, { language, colour: inColour(), width }),
    '\n',
    `${WORDS.written[language]}${join(out, 'index.html')}\n`,
  ])
}
