import { resolve } from 'node:path'
import { RULES } from '../../rules/index.ts'
import type { Deviation } from '../core/deviation.ts'
import type { DatasetRecord, LedgerFooter, LedgerHeader, LedgerLine } from '../core/ledger.ts'
import { type Language, type Localised, render } from '../core/localised.ts'
import { ruleText } from '../core/record.ts'
import { createSummary, type Profile, rejudge, rulesNamed } from '../score/index.ts'
import type { Settings } from './config/find.ts'
import { type Rejudging, rejudgingUnder } from './config/rejudging.ts'
import { ruleNotes, sayUnused } from './config/unused.ts'
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
  readonly settings: Settings
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
  const judging = await rejudgingUnder(header, profile, args, language)
  const notes = ruleNotes(args.settings, judging)
  let complete = false
  const text = async function* (): AsyncGenerator<string> {
    yield `${JSON.stringify(headerUnder(header, profile, judging))}\n`
    for await (const line of judgedAnew(lines, judging, notes)) {
      complete ||= line.kind === 'footer'
      yield `${JSON.stringify(line)}\n`
    }
  }
  await deliver(text(), output, language)
  sayUnused(notes, language)
  if (!complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  return EXIT.clean
}

/** What was found stays the word of the program that looked; who judged is told beside it. */
function headerUnder(header: LedgerHeader, named: Profile, judging: Rejudging): LedgerHeader {
  const { deviations: _, ...rest } = header
  const { deviations, profile, told } = judging
  const texts = new Map(told.map((rule) => [rule.id as string, ruleText(rule)]))
  const known = new Set(header.rules.map(({ id }) => id))
  const lacking = RULES.filter(({ id }) => rulesNamed(profile).has(id) && !known.has(id))
  const asked = (id: string) => deviations.some((each) => isAbout(each, id))
  const askedBefore = (id: string) => header.deviations?.some((each) => isAbout(each, id)) === true
  return {
    ...rest,
    profile: { id: named.id, title: named.title, notes: named.notes },
    ...(deviations.length > 0 && { deviations }),
    rejudged: { program: PROGRAM, profile: header.rejudged?.profile ?? header.profile.id },
    rules: [
      ...header.rules
        .filter(({ id }) => texts.has(id) || !(asked(id) || askedBefore(id)))
        .map((text) => (asked(text.id) || askedBefore(text.id) ? (texts.get(text.id) ?? text) : text)),
      ...lacking.map(ruleText),
    ],
  }
}

const isAbout = (deviation: Deviation, rule: string): boolean =>
  'rule' in deviation && deviation.rule === rule

async function* judgedAnew(
  lines: AsyncIterable<LedgerLine>,
  judging: Rejudging,
  notes: readonly Localised[],
): AsyncGenerator<LedgerLine> {
  const summary = createSummary(judging.profile)
  const anew = (record: DatasetRecord): DatasetRecord => ({
    ...rejudge(record, judging.profileFor(record.publisher), SCOPES, judging.changesFor(record.publisher)),
    body: judging.bodyFor(record),
  })
  for await (const line of lines) {
    if (line.kind === 'footer') {
      const { notes: _, ...rest } = line
      const footer: LedgerFooter = { ...rest, summary: summary.finish(), ...(notes.length > 0 && { notes }) }
      yield footer
      continue
    }
    const judged = line.kind === 'dataset' ? anew(line) : line
    summary.add(judged)
    yield judged
  }
}
