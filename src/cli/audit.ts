import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type AuditOptions, audit } from '../audit.ts'
import { fileCatalogue, select, type Unmatched } from '../catalogue/index.ts'
import { PARTIAL_CODES } from '../core/catalogue.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { type LedgerView, summaryText, worklistWriters, writers } from '../report/index.ts'
import type { Profile } from '../score/index.ts'
import { analysisOf } from './analysis.ts'
import { type AuditArguments, auditSettings } from './audit-settings.ts'
import { type OpenedCatalogues, openCatalogues } from './catalogues.ts'
import { agencyExceptions } from './config/exceptions.ts'
import { sayUnused, watchUse } from './config/unused.ts'
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
  const { language, catalogue } = args
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
  const use = watchUse(args.settings, settings.judging)
  const { agency, ...narrower } = settings.selection
  // The agencies that the configuration itself wants are the whole of what it is for.
  const isOwn = JSON.stringify(agency) === JSON.stringify(args.settings.config.agency)
  const isWhole = !args.files && isOwn && Object.keys(narrower).length === 0
  const judge = (line: LedgerLine) => {
    use.see(line)
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
        deviations: settings.judging.deviations,
        told: settings.judging.told,
        notes: () => use.notes(isWhole && partial === 0),
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
    const view = await writeReports(ledger, settings.policy.profile, args)
    sayUnused(view.notes ?? [], language)
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
  profile: Profile,
  { out, previous = [], language, settings }: AuditArguments,
): Promise<LedgerView> {
  const view = await openLedger(ledger, language)
  const analysis = await analysisOf(view, previous, language)
  const exceptions = agencyExceptions(settings, view.header.now)
  await writeReport(
    join(out, 'report.json'),
    writers.json(view, { language, ...(exceptions && { exceptions }) }),
    language,
  )
  await writeReport(
    join(out, 'index.html'),
    writers.html(view, { language, ...(analysis && { analysis }) }),
    language,
  )
  const worklist = worklistWriters.xlsx(await worklistView(view, profile), language)
  await writeReport(join(out, 'worklist.xlsx'), worklist, language)
  const width = process.stdout.columns ?? 100
  await print([
    summaryText(view.header, view.summary, { language, colour: inColour(), width }),
    '\n',
    `${WORDS.written[language]}${join(out, 'index.html')}\n`,
  ])
  return view
}
