import {
  type ChangeReason,
  type Comparison,
  type DatasetChange,
  type DatasetMark,
  DIRECTIONS,
  type Trend,
} from '../core/comparison.ts'
import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { caveatLines } from './caveats.ts'
import { columns, cut, printable } from './columns.ts'
import { jsonDocument } from './document.ts'
import { each } from './each.ts'
import type { TextOptions } from './plan.ts'
import { PLAN_WORDS, type PlanWord } from './plan-words.ts'
import { badgeText, scoreText, timeText } from './words.ts'

/** Raised when `docs/schemas/compare.schema.json` changes so that an older reader would misread a comparison. */
const COMPARE_SCHEMA = 1

export const isComparison = (found: Trend | Comparison): found is Comparison => 'changed' in found

export function compareJson(found: Trend | Comparison, language: Language): AsyncIterable<string> {
  const { ledgers, bodies } = found
  const fields = { schemaVersion: COMPARE_SCHEMA, language, ledgers }
  if (!isComparison(found)) return jsonDocument(fields, { bodies: each(bodies) })
  const { rules, unchanged, changed, appeared, gone } = found
  return jsonDocument(
    { ...fields, rules, unchanged },
    { bodies: each(bodies), changed: each(changed), appeared: each(appeared), gone: each(gone) },
  )
}

export const REASON_WORDS: Readonly<Record<ChangeReason, PlanWord>> = {
  data: 'reasonData',
  metadata: 'reasonMetadata',
  link: 'reasonLink',
  time: 'reasonTime',
  rule: 'reasonRule',
  profile: 'reasonProfile',
  program: 'reasonProgram',
  unexplained: 'reasonUnexplained',
}

const LISTED = 20

/** Scores per body over all ledgers; of two, the datasets too. */
export function* compareText(found: Trend | Comparison, options: TextOptions): Generator<string> {
  const { language, width } = options
  const say = (word: PlanWord) => PLAN_WORDS[word][language]
  const { ledgers, bodies } = found
  for (const [at, ledger] of ledgers.entries()) {
    const { program, profile, now, datasets, keep } = ledger
    const kept = isComparison(found) ? '' : `  ${say(`keep-${keep}`)}`
    yield `${cut(printable(`${at + 1}  ${timeText(now, language)}  ${profile}  ${program}  ${say('datasets')} ${datasets}${kept}`), width)}\n`
    for (const line of caveatLines({ header: ledger, interrupted: ledger.interrupted }, language))
      yield `${cut(`   ${line}`, width)}\n`
  }
  const rows = bodies.map(({ body, scores }) => [
    ...scores.map((one) => (one ? `${scoreText(one.score)} (${one.datasets})` : '–')),
    printable(body.name),
  ])
  const right = ledgers.map((_, at) => at)
  yield `\n${columns([[...right.map((at) => String(at + 1)), say('body')], ...rows], right, width).join('\n')}\n`
  if (isComparison(found)) yield* changes(found, options)
}

function* changes(found: Comparison, options: TextOptions): Generator<string> {
  const { language, width } = options
  const { changed, appeared, gone, unchanged } = found
  const of = (direction: DatasetChange['direction']) =>
    changed.filter((change) => change.direction === direction)
  const counts = Object.fromEntries(DIRECTIONS.map((direction) => [direction, of(direction).length]))
  const all = { ...counts, appeared: appeared.length, gone: gone.length, unchanged }
  yield `\n${render(PLAN_WORDS.counts, all, language)}\n`
  const line = (mark: DatasetMark) => [
    badgeText(mark.badge, language),
    printable(mark.id),
    printable(mark.title),
  ]
  const sections: readonly (readonly [PlanWord, readonly (readonly string[])[]])[] = [
    ['dirWorse', of('worse').map((change) => changeRow(change, language))],
    ['dirBetter', of('better').map((change) => changeRow(change, language))],
    ['dirWider', of('wider').map((change) => changeRow(change, language))],
    ['dirNarrower', of('narrower').map((change) => changeRow(change, language))],
    ['appeared', appeared.map(line)],
    ['gone', gone.map(line)],
  ]
  for (const [word, rows] of sections) {
    if (rows.length === 0) continue
    yield `\n${PLAN_WORDS[word][language]}\n${columns(rows.slice(0, LISTED), [], width).join('\n')}\n`
    if (rows.length > LISTED) yield `  ${render(PLAN_WORDS.more, { n: rows.length - LISTED }, language)}\n`
  }
}

function changeRow(change: DatasetChange, language: Language): string[] {
  const { id, title, before, after, reasons, claims, mended, added } = change
  const marks = (word: PlanWord, list: DatasetChange['mended']) =>
    list.length === 0
      ? []
      : [`${PLAN_WORDS[word][language]} ${[...new Set(list.map(({ rule }) => rule))].join(' ')}`]
  const why = reasons.map((reason) => {
    const words = PLAN_WORDS[REASON_WORDS[reason]][language]
    return reason === 'metadata' ? `${words} (${claims.join(' ')})` : words
  })
  return [
    `${badgeText(before, language)} → ${badgeText(after, language)}`,
    printable(id),
    printable(
      [
        title,
        why.join(language === 'en' ? ', ' : '、'),
        ...marks('mended', mended),
        ...marks('added', added),
      ].join('  '),
    ),
  ]
}
