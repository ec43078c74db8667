import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { summaryText, writers } from '../report/index.ts'
import { analysisOf } from './analysis.ts'
import { EXIT } from './exit-code.ts'
import { GATE_WORDS } from './gate-words.ts'
import { openLedger } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { inColour, width } from './output.ts'
import { readExceptions } from './own-files.ts'
import { deliverAll, LEDGER_REPORTERS, reportersOf } from './reporters.ts'
import { locateFrom, repositoryRoot } from './repository.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'
import { isWorklist, worklistOf } from './worklist.ts'

export interface ReportArguments {
  readonly ledger: string
  readonly reporter: readonly string[]
  readonly output?: string
  readonly exceptions?: string
  readonly profile?: string
  /** Earlier ledgers: for the trend, or since when something fails. */
  readonly previous?: readonly string[]
  /** Where the files of this package are served. */
  readonly rulePages?: string
  readonly language: Language
}

/** `odbadge report`: a ledger in other forms, or as the list of what is to be done. @returns the exit code. */
export async function reportCommand(args: ReportArguments): Promise<number> {
  const { ledger, output, exceptions, previous, rulePages, language } = args
  const named = reportersOf(args.reporter, LEDGER_REPORTERS, language)
  if (output !== undefined && (named.length !== 1 || named[0]?.path !== undefined))
    throw new UsageError(GATE_WORDS.outputTwice[language])
  const reporters = output === undefined ? named : named.map(({ name }) => ({ name, path: output }))
  if (exceptions !== undefined && reporters.some(({ name }) => name !== 'json'))
    throw new UsageError(LEDGER_WORDS.exceptionsNeedJson[language])
  if (args.profile !== undefined && !reporters.every(({ name }) => isWorklist(name)))
    throw new UsageError(LEDGER_WORDS.needsWorklist[language])
  if (previous !== undefined && !reporters.every(({ name }) => name === 'html' || isWorklist(name)))
    throw new UsageError(LEDGER_WORDS.previousNotHere[language])
  const view = await openLedger(ledger, language)
  if (view.interrupted) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  const read =
    exceptions === undefined ? undefined : await readExceptions(exceptions, view.header.now, language)
  const worklist = reporters.some(({ name }) => isWorklist(name)) ? await worklistOf(view, args) : undefined
  const isHtml = reporters.some(({ name }) => name === 'html')
  const analysis = isHtml ? await analysisOf(view, previous ?? [], language) : undefined
  const shown = {
    language,
    locate: locateFrom(repositoryRoot(process.cwd())),
    ...(analysis && { analysis }),
    ...(rulePages !== undefined && { rulePages }),
    ...(read && { exceptions: read }),
  }
  await deliverAll(
    reporters,
    (name) => {
      if (isWorklist(name)) return worklist?.(name) ?? []
      return name === 'text' || name === 'terminal'
        ? [summaryText(view, { language, colour: inColour(), width: width() })]
        : writers[name](view, shown)
    },
    language,
  )
  return EXIT.clean
}
