import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { writers } from '../report/index.ts'
import { analysisOf } from './analysis.ts'
import { EXIT } from './exit-code.ts'
import { openLedger } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { deliver } from './output.ts'
import { readExceptions } from './own-files.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface ReportArguments {
  readonly ledger: string
  readonly reporter: keyof typeof writers
  readonly output?: string
  readonly exceptions?: string
  /** Earlier ledgers, for the trend. */
  readonly previous?: readonly string[]
  /** Where the files of this package are served. */
  readonly rulePages?: string
  readonly language: Language
}

/** `odbadge report`: a ledger as HTML, JSON or NDJSON. @returns the exit code. */
export async function reportCommand({
  ledger,
  reporter,
  output,
  exceptions,
  previous,
  rulePages,
  language,
}: ReportArguments): Promise<number> {
  if (exceptions !== undefined && reporter !== 'json')
    throw new UsageError(LEDGER_WORDS.exceptionsNeedJson[language])
  if (previous !== undefined && reporter !== 'html')
    throw new UsageError(LEDGER_WORDS.previousNeedsHtml[language])
  const view = await openLedger(ledger, language)
  if (!view.complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  const analysis = reporter === 'html' ? await analysisOf(view, previous ?? [], language) : undefined
  const text = writers[reporter](view, {
    language,
    ...(analysis && { analysis }),
    ...(rulePages !== undefined && { rulePages }),
    ...(exceptions !== undefined && {
      exceptions: await readExceptions(exceptions, view.header.now, language),
    }),
  })
  await deliver(text, output, language)
  return EXIT.clean
}
