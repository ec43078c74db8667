import type { ExceptionReport } from '../core/exceptions.ts'
import type { LedgerHeader } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import type { BodyPlan, Cause, DatasetPlan, MendingPlan } from '../core/mending.ts'
import { caveatLines } from './caveats.ts'
import { columns, cut, printable } from './columns.ts'
import { jsonDocument } from './document.ts'
import { each } from './each.ts'
import { exceptionLines } from './exceptions-text.ts'
import { rulesById } from './messages.ts'
import { PLAN_WORDS, type PlanWord } from './plan-words.ts'
import { remedies, remedyText } from './texts.ts'
import { aside, BADGE_WORDS, badgeText, scoreText } from './words.ts'

/** Raised when `docs/schemas/plan.schema.json` changes so that an older reader would misread a plan. */
const PLAN_SCHEMA = 1

export interface PlanView {
  readonly header: LedgerHeader
  readonly interrupted?: boolean
  readonly plan: MendingPlan
  readonly exceptions: readonly ExceptionReport[]
}

export interface TextOptions {
  readonly language: Language
  /** Terminal columns. */
  readonly width: number
}

/** The plan as one JSON document; remedies stand once, by `rule#messageId`. */
export function planJson(
  { header, interrupted, plan, exceptions }: PlanView,
  language: Language,
): AsyncIterable<string> {
  const { bodies, datasets, fragile, ...rest } = plan
  const named = [
    ...bodies.flatMap(({ steps }) => steps.flatMap(({ causes }) => causes)),
    ...datasets.flatMap(({ fixes }) => fixes),
  ]
  return jsonDocument(
    {
      schemaVersion: PLAN_SCHEMA,
      language,
      program: header.program,
      startedAt: header.startedAt,
      now: header.now,
      ...(interrupted && { interrupted }),
      ...(Object.keys(header.selection).length > 0 && { selection: header.selection }),
      ...(header.deviations && { deviations: header.deviations }),
      ...rest,
      remedies: remedies(named, rulesById(header.rules), language),
      exceptions,
    },
    { bodies: each(bodies), datasets: each(datasets), fragile: each(fragile) },
  )
}

const STEPS = 10
const DATASETS = 20
const FRAGILE = 10

export function* planText(view: PlanView, options: TextOptions): Generator<string> {
  const { header, plan, exceptions } = view
  const { language, width } = options
  const rules = rulesById(header.rules)
  const say = (word: PlanWord) => PLAN_WORDS[word][language]
  const table = (rows: readonly (readonly string[])[], right: readonly number[]) =>
    `${columns(rows, right, width).join('\n')}\n`
  const more = (n: number) => (n > 0 ? `  ${render(PLAN_WORDS.more, { n }, language)}\n` : '')
  const remedy = (named: { readonly rule: string; readonly messageId: string }) =>
    printable(remedyText(named, rules, language))

  const fixWords = (cause: Cause): string => {
    const place = cause.host ?? cause.contact ?? ''
    const { datasets, resources } = cause
    const size = [
      render(PLAN_WORDS.datasetsOf, { n: datasets }, language),
      ...(resources > 0 ? [render(PLAN_WORDS.resourcesOf, { n: resources }, language)] : []),
    ].join(language === 'en' ? ', ' : '、')
    return `${printable(place)}  ${size}  ${cause.rule}  ${remedy(cause)}`
  }
  const stepRows = ({ steps }: BodyPlan) =>
    steps
      .slice(0, STEPS)
      .flatMap(({ causes, minutes, datasets, score }, at) =>
        causes.map((cause, part) =>
          part === 0
            ? [String(at + 1), scoreText(score), String(minutes), String(datasets), fixWords(cause)]
            : ['', '', '', '', `+ ${fixWords(cause)}`],
        ),
      )
  const heading = ({ body, score, reached, steps }: BodyPlan): string => {
    const goal =
      plan.target === undefined
        ? ''
        : `  ${say('target')} ${plan.target}${language === 'en' ? ': ' : '：'}${say(!reached ? 'missed' : steps.length === 0 ? 'already' : 'reached')}`
    return `${printable(body.name)}  ${say('now')} ${scoreText(score)}${goal}`
  }
  const datasetLines = ({ id, title, badge, reaches, fixes, open, contact }: DatasetPlan): string => {
    const first = `  ${printable(id)}  ${badgeText(badge, language)} → ${badgeText(reaches, language)}  ${printable(title)}  ${printable(contact ?? '')}`
    const lines = fixes.map((fix) => `      ${fix.rule}  ${remedy(fix)}`)
    const noted = fixes.flatMap((fix) => fix.exceptions ?? []).map((at) => exceptions[at]!)
    for (const { reason, until, state } of noted)
      lines.push(
        `      ${render(PLAN_WORDS.exception, { reason, until }, language)}${state === 'expired' ? ` ${say('expired')}` : ''}`,
      )
    if (fixes.length === 0)
      lines.push(...open.slice(0, 3).map((item) => `      ${say('lookFirst')}${item.rule ?? item.messageId}`))
    return `${[first, ...lines].map((line) => cut(line, width)).join('\n')}\n`
  }

  yield `${cut(printable(`${header.program}  ${plan.profile}`), width)}\n${say('assumed')}\n`
  for (const line of caveatLines(view, language)) yield `${cut(line, width)}\n`
  for (const body of plan.bodies) {
    yield `\n${cut(heading(body), width)}\n`
    if (body.steps.length === 0) {
      if (body.reached !== true) yield `  ${say('nothing')}\n`
      continue
    }
    const head = [say('step'), say('total'), say('minutes'), say('better'), say('fix')]
    yield table([head, ...stepRows(body)], [0, 1, 2, 3])
    yield more(body.steps.length - STEPS)
  }
  if (plan.datasets.length > 0) {
    yield `\n${say('nextBadges')}\n`
    for (const dataset of plan.datasets.slice(0, DATASETS)) yield datasetLines(dataset)
    yield more(plan.datasets.length - DATASETS)
  }
  if (plan.fragile.length > 0) {
    yield `\n${say('fragile')}${aside(`${BADGE_WORDS.gold[language]} → ?`, language)}\n`
    yield table(
      plan.fragile
        .slice(0, FRAGILE)
        .map(({ id, title, until, because = '', signs }) => [
          until === undefined ? say('noEnd') : dayOf(until),
          because,
          printable(id),
          [printable(title), ...signs.map(({ rule, messageId }) => `${rule}#${messageId}`)].join('  '),
        ]),
      [],
    )
    yield more(plan.fragile.length - FRAGILE)
  }
  yield* exceptionLines(exceptions, options)
}

/** The day in Taiwan. */
const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
