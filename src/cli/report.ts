import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { writers } from '../report/index.ts'
import { EXIT } from './exit-code.ts'
import { openLedger } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { deliver } from './output.ts'
import { readExceptions } from './own-files.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'
import { deliverWorklist, isWorklist, type WorklistReporter } from './worklist.ts'

export interface ReportArguments {
  readonly ledger: string
  readonly reporter: keyof typeof writers | WorklistReporter
  readonly output?: string
  readonly exceptions?: string
  readonly profile?: string
  readonly previous?: readonly string[]
  readonly language: Language
}

/** `odbadge report`: a ledger as a report, or as the list of what is to be done. @returns the exit code. */
export async function reportCommand(args: ReportArguments): Promise<number> {
  const { ledger, reporter, output, exceptions, language } = args
  if (exceptions !== undefined && reporter !== 'json')
    throw new UsageError(LEDGER_WORDS.exceptionsNeedJson[language])
  if ((args.profile ?? args.previous) !== undefined && !isWorklist(reporter))
    throw new UsageError(LEDGER_WORDS.needsWorklist[language])
  const view = await openLedger(ledger, language)
  if (!view.complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  if (isWorklist(reporter)) {
    await deliverWorklist(view, { ...args, reporter })
    return EXIT.clean
  }
  const text = writers[reporter](view, {
    language,
    ...(exceptions !== undefined && {
      exceptions: await readExceptions(exceptions, view.header.now, language),
    }),
  })
  await deliver(text, output, language)
  return EXIT.clean
}
