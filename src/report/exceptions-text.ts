import type { ExceptionReport } from '../core/exceptions.ts'
import { columns, printable } from './columns.ts'
import type { TextOptions } from './plan.ts'
import { PLAN_WORDS } from './plan-words.ts'

/** Every exception with what became of it. */
export function* exceptionLines(
  exceptions: readonly ExceptionReport[],
  { language, width }: TextOptions,
): Generator<string> {
  if (exceptions.length === 0) return
  yield `\n${PLAN_WORDS.exceptions[language]}\n`
  const rows = exceptions.map(
    ({ state, until, findings, agency, dataset, rule, fingerprint, reason, by }) => [
      PLAN_WORDS[state][language],
      until,
      String(findings),
      printable([agency, dataset, rule, fingerprint].filter(Boolean).join(' ')),
      printable([reason, by].filter(Boolean).join('  ')),
    ],
  )
  yield `${columns(rows, [2], width).join('\n')}\n`
}
