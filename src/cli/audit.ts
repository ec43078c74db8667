import { setTimeout } from 'node:timers/promises'
import { type AuditOptions, audit } from '../audit.ts'
import { fileCatalogue, select, type Unmatched } from '../catalogue/index.ts'
import { LOST_CODES, PARTIAL_CODES } from '../core/catalogue.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { writeReports } from './audit-reports.ts'
import { type AuditArguments, auditSettings } from './audit-settings.ts'
import { type OpenedCatalogues, openCatalogues } from './catalogues.ts'
import { sayUnused, watchUse } from './config/unused.ts'
import { openEvidence } from './evidence.ts'
import { EXIT } from './exit-code.ts'
import { openGate } from './gate.ts'
import { onInterrupt, until } from './interrupt.ts'
import { ledgerLines } from './ledger-file.ts'
import { appendTo } from './ledger-writer.ts'
import { print } from './output.ts'
import { PROGRAM } from './program.ts'
import { type Progress, progress } from './progress.ts'
import { fillsOutput, LEDGER_REPORTERS, reportersOf } from './reporters.ts'
import { setAside } from './resume.ts'
import { sayUnmatched } from './unmatched.ts'
import { WORDS } from './words.ts'

const PARTIAL: ReadonlySet<string> = new Set(PARTIAL_CODES)
const LOST: ReadonlySet<string> = new Set(LOST_CODES)

export type { AuditArguments } from './audit-settings.ts'

/** `odbadge audit`: ledger, JSON and HTML into one folder, the summary on standard output. @returns the exit code. */
export async function auditCommand(args: AuditArguments): Promise<number> {
  const { language, out, catalogue } = args
  const reporters = reportersOf(args.reporter ?? ['text'], LEDGER_REPORTERS, language)
  const settings = await auditSettings(args)
  const gate = await openGate(args, 'never')
  const { ledger, before } = settings
  const evidence = await openEvidence(args, settings)
  const { named, guarded, origin, memory } = evidence
  const interrupt = new AbortController()
  // Until the ledger is begun there is nothing to finish.
  let stop: () => void = () => process.exit(EXIT.interrupted)
  const settle = onInterrupt(() => stop())
  const missed = { partial: 0, lost: 0 }
  let opened: OpenedCatalogues | undefined
  let bar: Progress | undefined
  const use = watchUse(args.settings, settings.judging)
  const { agency, ...narrower } = settings.selection
  // The agencies that the configuration itself wants are the whole of what it is for.
  const isOwn = JSON.stringify(agency) === JSON.stringify(args.settings.config.agency)
  const isWhole = !args.files && isOwn && Object.keys(narrower).length === 0
  const judge = (line: LedgerLine) => {
    use.see(line)
    if (line.kind === 'dataset') gate.see(line)
    if (line.kind !== 'catalogue-problem') return
    if (PARTIAL.has(line.code)) missed.partial++
    else if (LOST.has(line.code)) missed.lost++
  }
  const complete = () => missed.partial + missed.lost === 0
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
      const shown = await progress(entries, args)
      bar = shown
      const count = (line: LedgerLine, earlier = false) => {
        judge(line)
        if (line.kind === 'dataset') shown.step(earlier)
      }
      if (!before) await keepInterrupted(ledger, language)
      const options: AuditOptions = {
        ...settings.policy,
        ...(memory && { memory }),
        origin: shown.watch(origin),
        catalogue,
        deviations: settings.judging.deviations,
        told: settings.judging.told,
        notes: () => use.notes(isWhole && complete()),
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
        ...(before && { recorded: counted(ledgerLines(ledger, language), (line) => count(line, true)) }),
      }
      stop = () => interrupt.abort()
      const lines = until(interrupt.signal, audit(entries(), options))
      await appendTo(ledger, lines, { anew: !before, count, origin, language })
      shown.stop()
      sayUnmatched(unmatched, language)
      if (interrupt.signal.aborted) {
        process.stderr.write(`${render(WORDS.interrupted, { path: ledger }, language)}\n`)
        return EXIT.interrupted
      }
    }
    for (const name of ['partial', 'lost'] as const)
      if (missed[name] > 0) process.stderr.write(`${render(WORDS[name], { n: missed[name] }, language)}\n`)
    if (gate.counts.datasets === 0) process.stderr.write(`${WORDS.nothing[language]}\n`)
    const quiet = args.quiet === true
    const { notes = [] } = await writeReports({
      ledger,
      out,
      reporters: quiet && !args.reporter ? [] : reporters,
      gate,
      profile: settings.policy.profile,
      settings: args.settings,
      quiet,
      previous: args.previous ?? [],
      language,
    })
    sayUnused(notes, language)
    if (memory && !quiet && !fillsOutput(reporters))
      await print([`${render(WORDS.remembered, memory.counts, language)}\n`])
    const whole = complete() && Object.keys(settings.selection).length === 0
    // That nothing has changed since then is an answer; that nothing was found at all is none.
    const nothing = gate.counts.datasets === 0 && args.changedSince === undefined
    return await gate.finish({ whole, quiet, unseen: !complete() || nothing })
  } finally {
    settle()
    bar?.stop()
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
