import type { Summary } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { type CheckReport, printable } from '../report/index.ts'
import { WORDS } from './words.ts'

/** As a shell takes it for one word, and a command for no option. */
export function shellWord(text: string): string {
  const word = text.startsWith('-') ? `./${text}` : text
  if (/^[\w./@%+=:,\u00a1-\uffff-]+$/.test(word)) return word
  return `'${printable(word).replaceAll("'", `'\\''`)}'`
}

function suggested(steps: readonly (readonly [command: string, why: string])[], language: Language): string {
  if (steps.length === 0) return ''
  const width = Math.max(...steps.map(([command]) => command.length))
  const lines = steps.map(([command, why]) => `  ${command.padEnd(width)}  # ${why}`)
  return `\n${[WORDS.next[language], ...lines].join('\n')}\n`
}

/** What to do after an audit. */
export function afterAudit(
  summary: Summary,
  {
    ledger,
    previous,
    language,
  }: { readonly ledger: string; readonly previous?: string; readonly language: Language },
): string {
  const path = shellWord(ledger)
  const [worst] = summary.rules
  const steps: [string, string][] = []
  if (worst) {
    steps.push([`odbadge plan ${path}`, WORDS.nextPlan[language]])
    steps.push([`odbadge explain ${worst.rule}`, render(WORDS.nextExplain, { n: worst.datasets }, language)])
  } else if (summary.datasets > 0) steps.push([`odbadge score ${path}`, WORDS.nextScore[language]])
  if (previous !== undefined)
    steps.push([`odbadge compare ${shellWord(previous)} ${path}`, WORDS.nextCompare[language]])
  return suggested(steps, language)
}

/** What to do after a check: about the first thing to be mended, and what could not be judged for want of claims. */
export function afterCheck({ results }: CheckReport, language: Language): string {
  const found = results
    .flatMap(({ findings }) => findings)
    .find(({ outcome, known }) => outcome === 'fail' && !known)
  const undeclared = results.find(
    ({ draft, encoding, format, file }) =>
      !draft && encoding.declared === null && format.declared === null && !/^\w+:\/\//.test(file),
  )
  return suggested(
    [
      ...(found ? [[`odbadge explain ${found.rule}`, WORDS.nextWhy[language]] as const] : []),
      ...(!found && undeclared
        ? [
            [
              `odbadge check ${shellWord(undeclared.file)} --encoding UTF-8 --fields …`,
              WORDS.nextClaims[language],
            ] as const,
          ]
        : []),
    ],
    language,
  )
}
