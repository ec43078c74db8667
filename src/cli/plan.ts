import { RULES } from '../../rules/index.ts'
import type { LedgerLine } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import type { AnyRule } from '../core/rule.ts'
import { planJson, planText } from '../report/index.ts'
import { planMending, profilesUnder } from '../score/index.ts'
import { EXIT } from './exit-code.ts'
import { openLines } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { profileNamed } from './options.ts'
import { deliver, width } from './output.ts'
import { readEfforts, readExceptions } from './own-files.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface PlanArguments {
  readonly ledger: string
  readonly target?: string
  readonly agency?: readonly string[]
  readonly effort?: string
  readonly exceptions?: string
  readonly profile?: string
  readonly reporter: 'text' | 'json'
  readonly output?: string
  readonly language: Language
}

export const SCOPES: ReadonlyMap<string, AnyRule['about']> = new Map(
  RULES.map((rule) => [rule.id, rule.about]),
)

/** `odbadge plan`: what to mend first. @returns the exit code. */
export async function planCommand(args: PlanArguments): Promise<number> {
  const { ledger, target, agency, reporter, language } = args
  if (target !== undefined && !/^(?=\d)(?:\d{1,2}|10[0-5])(?:\.\d{1,2})?$/.test(target))
    throw new UsageError(render(LEDGER_WORDS.badTarget, { value: target }, language))
  const efforts = await readEfforts(args.effort, language)
  const { header, lines } = await openLines(ledger, language)
  const named = profileNamed(args.profile ?? header.profile.id, language)
  const profileFor = profilesUnder(named, header.deviations)
  const profile = profileFor('')
  const exceptions = await readExceptions(args.exceptions, header.now, language)
  let complete = false
  const told = async function* (): AsyncGenerator<LedgerLine> {
    for await (const line of lines) {
      complete ||= line.kind === 'footer'
      yield line
    }
  }
  const plan = await planMending(header, told(), {
    profile,
    profileFor,
    scopes: SCOPES,
    efforts,
    ...(target !== undefined && { target }),
    ...(agency && { agency }),
    ...(args.exceptions !== undefined && {
      exceptions: (dataset, finding) => exceptions.about(dataset, finding),
    }),
  })
  if (!complete) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  if (agency && plan.bodies.length === 0)
    throw new UsageError(render(LEDGER_WORDS.noBody, { agency }, language))
  const view = { header, interrupted: !complete, plan, exceptions: exceptions.reports() }
  const text = reporter === 'json' ? planJson(view, language) : planText(view, { language, width: width() })
  await deliver(text, args.output, language)
  return EXIT.clean
}
