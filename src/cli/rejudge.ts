import { resolve } from 'node:path'
import { RULES } from '../../rules/index.ts'
import type { LedgerFooter, LedgerHeader, LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { ruleText } from '../core/record.ts'
import { createSummary, type Profile, rejudge, rulesNamed } from '../score/index.ts'
import { EXIT } from './exit-code.ts'
import { openLines } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { profileNamed } from './options.ts'
import { deliver } from './output.ts'
import { SCOPES } from './plan.ts'
import { PROGRAM } from './program.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface RejudgeArguments {
  readonly ledger: string
  readonly profile: string
  readonly output?: string
  readonly language: Language
}

/** `odbadge rejudge`: a ledger under another profile, as a ledger. @returns the exit code. */
export async function rejudgeCommand({
  ledger,
  output,
  language,
  ...args
}: RejudgeArguments): Promise<number> {
  const profile = profileNamed(args.profile, language)
  if (output !== undefined && resolve(output) === resolve(ledger))
    throw new UsageError(render(LEDGER_WORDS.overwritten, { path: ledger }, language))
  const { header, lines } = await openLines(ledger, language)
  let complete = false
  const text = async function* (): AsyncGenerator<string> {
    yield `${JSON.stringify(headerUnder(header, profile))}\n`
    for await (const line of judgedAnew(lines, profile)) {
      complete ||= line.kind === 'footer'
      yield `${JSON.stringify(line)}\n`
    }
  }
  await deliver(text(), output, language)
  if (!complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  return EXIT.clean
}

/** What was found stays the word of the program that looked; who judged is told beside it. */
function headerUnder(header: LedgerHeader, profile: Profile): LedgerHeader {
  const known = new Set(header.rules.map(({ id }) => id))
  const lacking = RULES.filter(({ id }) => rulesNamed(profile).has(id) && !known.has(id))
  return {
    ...header,
    profile: { id: profile.id, title: profile.title, notes: profile.notes },
    rejudged: { program: PROGRAM, profile: header.rejudged?.profile ?? header.profile.id },
    rules: [...header.rules, ...lacking.map(ruleText)],
  }
}

async function* judgedAnew(lines: AsyncIterable<LedgerLine>, profile: Profile): AsyncGenerator<LedgerLine> {
  const summary = createSummary(profile)
  for await (const line of lines) {
    if (line.kind === 'footer') {
      const footer: LedgerFooter = { ...line, summary: summary.finish() }
      yield footer
      continue
    }
    const judged = line.kind === 'dataset' ? rejudge(line, profile, SCOPES) : line
    summary.add(judged)
    yield judged
  }
}
