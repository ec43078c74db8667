import type { FeedbackFault, Reviewed } from '../core/feedback.ts'
import type { LedgerHeader } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { columns, printable } from './columns.ts'
import { jsonDocument } from './document.ts'
import { each } from './each.ts'
import { rulesById } from './messages.ts'
import type { TextOptions } from './plan.ts'
import { PLAN_WORDS, type PlanWord } from './plan-words.ts'
import { remedies } from './texts.ts'
import { badgeText } from './words.ts'

/** Raised when `docs/schemas/feedback.schema.json` changes so that an older reader would misread it. */
const FEEDBACK_SCHEMA = 1

export interface FeedbackView {
  readonly header: LedgerHeader
  readonly reviewed: readonly Reviewed[]
  readonly faults: readonly FeedbackFault[]
}

export function feedbackJson(
  { header, reviewed, faults }: FeedbackView,
  language: Language,
): AsyncIterable<string> {
  const named = reviewed.flatMap(({ findings }) => findings)
  return jsonDocument(
    {
      schemaVersion: FEEDBACK_SCHEMA,
      language,
      program: header.program,
      startedAt: header.startedAt,
      now: header.now,
      faults,
      remedies: remedies(named, rulesById(header.rules), language),
    },
    { complaints: each(reviewed) },
  )
}

export function* feedbackText(
  { reviewed, faults }: FeedbackView,
  { language, width }: TextOptions,
): Generator<string> {
  const say = (word: PlanWord) => PLAN_WORDS[word][language]
  const rows = reviewed.map(({ complaint, kind, verdict, matched, openDays, findings, failingSince }) => {
    const notes = [
      matched?.title ?? complaint.title ?? '',
      complaint.subject,
      ...(matched ? [badgeText(matched.badge, language)] : []),
      ...new Set(findings.map(({ rule }) => rule)),
      ...(failingSince === undefined
        ? []
        : [render(PLAN_WORDS.failingSince, { since: failingSince.slice(0, 10) }, language)]),
    ]
    return [
      say(verdict),
      say(kind),
      openDays === undefined ? '' : String(openDays),
      complaint.number ?? String(complaint.position),
      printable(notes.join('  ')),
    ]
  })
  const heading = [say('verdict'), say('kind'), say('open'), '#', say('complaint')]
  yield `${columns([heading, ...rows], [2, 3], width).join('\n')}\n`
  for (const { position, detail } of faults)
    yield `${render(PLAN_WORDS.faults, { line: position, detail }, language)}\n`
}
