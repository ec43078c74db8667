import { readFeedback } from '../catalogue/index.ts'
import type { Language } from '../core/localised.ts'
import { feedbackJson, feedbackText } from '../report/index.ts'
import { review } from '../score/index.ts'
import { EXIT } from './exit-code.ts'
import { openLines } from './ledger-file.ts'
import { deliver, width } from './output.ts'

export interface FeedbackArguments {
  readonly ledger: string
  readonly file: string
  readonly reporter: 'text' | 'json'
  readonly output?: string
  readonly language: Language
}

/** `odbadge feedback`: citizens' complaints beside our findings. @returns the exit code. */
export async function feedbackCommand(args: FeedbackArguments): Promise<number> {
  const { ledger, file, reporter, output, language } = args
  const { complaints, faults } = await readFeedback(file)
  const { header, lines } = await openLines(ledger, language)
  const reviewed = await review(complaints, lines, Date.parse(header.now))
  const view = { header, reviewed, faults }
  const text =
    reporter === 'json' ? feedbackJson(view, language) : feedbackText(view, { language, width: width() })
  await deliver(text, output, language)
  return EXIT.clean
}
