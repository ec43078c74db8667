import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { writers } from '../report/index.ts'
import { EXIT } from './exit-code.ts'
import { openLedger } from './ledger-file.ts'
import { print, writeReport } from './output.ts'
import { WORDS } from './words.ts'

export interface ReportArguments {
  readonly ledger: string
  readonly reporter: keyof typeof writers
  readonly output?: string
  readonly language: Language
}

/** `odbadge report`: a ledger as HTML, JSON or NDJSON. @returns the exit code. */
export async function reportCommand({
  ledger,
  reporter,
  output,
  language,
}: ReportArguments): Promise<number> {
  const view = await openLedger(ledger, language)
  if (!view.complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  const text = writers[reporter](view, { language })
  if (output === undefined) await print(text)
  else await writeReport(output, text, language)
  return EXIT.clean
}
