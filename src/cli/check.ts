import { audit } from '../audit.ts'
import { fileCatalogue, type MetadataDraft } from '../catalogue/index.ts'
import { deviationText } from '../core/deviation.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { ruleText } from '../core/record.ts'
import type { InsecureInspect } from '../fetch/index.ts'
import { type CheckReport, findingsText, type LedgerView, printable, writers } from '../report/index.ts'
import { authorities } from './authorities.ts'
import { resultOf } from './check-result.ts'
import type { Settings } from './config/find.ts'
import { judgingUnder } from './config/judging.ts'
import { ruleNotes, sayUnused } from './config/unused.ts'
import { EXIT } from './exit-code.ts'
import { type GateArguments, openGate } from './gate.ts'
import { GATE_WORDS } from './gate-words.ts'
import { onInterrupt } from './interrupt.ts'
import { afterCheck } from './next-steps.ts'
import { moment, positive, profileNamed } from './options.ts'
import { namedOrigin } from './origin.ts'
import { inColour } from './output.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { deliverAll, REPORTERS, reportersOf } from './reporters.ts'

export interface CheckArguments extends GateArguments {
  readonly files: readonly string[]
  readonly format?: string
  readonly encoding?: string
  readonly fields?: string
  readonly frequency?: string
  readonly modified?: string
  readonly profile: string
  /** Modules with rules of the user's. */
  readonly rules?: readonly string[]
  readonly settings: Settings
  readonly now?: string
  readonly maxBytes: number
  readonly timeout: number
  readonly ca?: readonly string[]
  readonly insecureInspect: InsecureInspect
  readonly reporter: readonly string[]
  readonly quiet?: boolean
  readonly probeApi: boolean
  readonly language: Language
}

/** `odbadge check`: files and URLs without a catalogue. @returns the exit code. */
export async function check(args: CheckArguments): Promise<number> {
  const { language, frequency } = args
  const reporters = reportersOf(args.reporter, REPORTERS, language)
  const judging = await judgingUnder(args.settings, profileNamed(args.profile, language), args, language)
  const { rules, profile, deviations } = judging
  positive(args.maxBytes, '--max-bytes', language)
  positive(args.timeout, '--timeout', language)
  moment(args.modified, language)
  const now = moment(args.now, language)
  const limits = { ...args, authorities: await authorities(args.ca ?? [], language) }
  const claims = { ...args, ...(frequency !== undefined && { updateFrequency: frequency }) }
  const gate = await openGate(args, args.minBadge ? 'never' : 'blocking')
  const origin = namedOrigin(limits)
  const bar = await progress(() => fileCatalogue(args.files), {
    ...args,
    quiet: args.quiet || args.files.length < 2,
  })
  const lines: LedgerLine[] = []
  const drafts = new Map<string, MetadataDraft>()
  const used = (file: string, draft: MetadataDraft) => void drafts.set(file, draft)
  // Leaving by `exit` removes what was fetched; dying of the signal would not.
  const settle = onInterrupt(() => process.exit(EXIT.interrupted))
  try {
    const all = audit(fileCatalogue(args.files, claims, { now, used }), {
      rules,
      profile,
      now,
      origin: bar.watch(origin),
      catalogue: [],
      program: PROGRAM,
      clock: Date.now,
      deviations,
      concurrency: 2,
      probeApi: args.probeApi,
    })
    for await (const line of all) {
      lines.push(line)
      if (line.kind === 'dataset') bar.step()
    }
  } finally {
    bar.stop()
    settle()
    await origin.close()
  }
  const view = viewOf(lines)
  const records = lines.filter((line) => line.kind === 'dataset')
  for (const record of records) gate.see(record)
  const told = { texts: new Map(rules.map((rule) => [rule.id as string, ruleText(rule)])), profile }
  const report: CheckReport = {
    schemaVersion: 1,
    ...(deviations.length > 0 && {
      deviations: deviations.map((each) => ({ ...each, text: deviationText(each, language) })),
    }),
    results: records.map((record) =>
      resultOf(record, told, language, { known: gate.known?.(record), draft: drafts.get(record.id) }),
    ),
  }
  const texts = {
    text: () => [
      findingsText(report, { language, colour: inColour() }),
      ...(args.quiet ? [] : [afterCheck(report, language)]),
    ],
    json: () => [`${JSON.stringify(report, null, 2)}\n`],
  }
  await deliverAll(
    reporters,
    (name) => {
      if (name === 'json') return texts.json()
      if (name === 'text' || name === 'terminal') return texts.text()
      return writers[name](view, { language, locate: gate.locate, ...(gate.known && { known: gate.known }) })
    },
    language,
  )
  sayUnused(ruleNotes(args.settings, judging), language)
  const isTold = reporters.some(({ name }) => ['text', 'terminal', 'json'].includes(name))
  if (!isTold && !args.quiet) sayDrafts(drafts, language)
  return gate.finish({ whole: false, quiet: args.quiet === true })
}

/** Reports for other programs have no place for it. */
function sayDrafts(drafts: ReadonlyMap<string, MetadataDraft>, language: Language): void {
  const files = [...new Set([...drafts.values()].flatMap(({ files }) => files))]
  if (files.length > 0)
    process.stderr.write(`${render(GATE_WORDS.drafts, { files: files.map(printable) }, language)}\n`)
}

/** A ledger that was never on a disk. */
function viewOf(lines: readonly LedgerLine[]): LedgerView {
  const header = lines.find((line) => line.kind === 'header')
  const footer = lines.find((line) => line.kind === 'footer')
  if (!header || !footer) throw new Error('an audit begins with a header and ends with a footer')
  return {
    header,
    summary: footer.summary,
    finishedAt: footer.finishedAt,
    async *records() {
      for (const line of lines) if (line.kind !== 'header' && line.kind !== 'footer') yield line
    },
  }
}
