import picocolors from 'picocolors'
import type { Outcome } from '../core/badge.ts'
import { INDICATORS } from '../core/badge.ts'
import type { Language, Localised } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import type { CheckFinding, CheckReport, CheckResult } from './check.ts'
import { printable } from './columns.ts'
import type { Weight } from './words.ts'
import {
  badgeText,
  INDICATOR_WORDS,
  OUTCOME_WORDS,
  placeText,
  WEIGHT_WORDS,
  WEIGHTS,
  weightOf,
} from './words.ts'

export interface FindingsOptions {
  readonly language: Language
  readonly colour: boolean
}

const TABLE: Localised = { 'zh-TW': '{columns} 欄 × {rows} 列', en: '{columns} columns × {rows} rows' }
const SIGNS: Readonly<Record<Weight, string>> = { blocking: '✗', advice: '!', unknown: '?' }

/** What `check` says of each file: badge, indicators, then every finding with its place and remedy. */
export function findingsText(report: CheckReport, { language, colour }: FindingsOptions): string {
  const paint = picocolors.createColors(colour)
  const weightPaint = { blocking: paint.red, advice: paint.yellow, unknown: paint.magenta }
  const outcomePaint: Readonly<Record<Outcome, (text: string) => string>> = {
    pass: paint.green,
    fail: paint.red,
    unknown: paint.magenta,
    'not-applicable': paint.dim,
  }

  /** Findings that say the same thing, most often one reason for many rules, are said once. */
  const finding = ([found, ...others]: readonly [CheckFinding, ...CheckFinding[]]): string[] => {
    const weight = weightOf(found)
    const place = placeText(found.row === undefined ? undefined : { row: found.row }, language)
    const head = [`${SIGNS[weight]} ${WEIGHT_WORDS[weight][language]}`, place].filter(Boolean).join('  ')
    return [
      `  ${weightPaint[weight](head)}  ${printable(found.message)}`,
      ...(found.remedy ? [`      → ${printable(found.remedy)}`] : []),
      `      ${paint.dim([found, ...others].map(({ rule }) => rule).join(' '))}`,
    ]
  }

  const facts = ({ format, encoding, table }: CheckResult): string =>
    [format.detected, encoding.detected, table && render(TABLE, { ...table }, language)]
      .filter(Boolean)
      .join('   ')

  const file = (result: CheckResult): string[] => [
    `${paint.bold(printable(result.file))}  ${badgeText(result.badge, language)}`,
    `  ${paint.dim(facts(result))}`,
    `  ${INDICATORS.flatMap((indicator) => {
      if (indicator === 'link') return []
      const outcome = result.indicators[indicator]
      return [
        `${INDICATOR_WORDS[indicator][language]} ${outcomePaint[outcome](OUTCOME_WORDS[outcome][language])}`,
      ]
    }).join('   ')}`,
    ...WEIGHTS.flatMap((weight) =>
      alike(result.findings.filter((found) => weightOf(found) === weight)).flatMap(finding),
    ),
    '',
    ...(result.members ?? []).flatMap(file),
  ]

  return report.results.flatMap(file).join('\n')
}

function alike(findings: readonly CheckFinding[]): (readonly [CheckFinding, ...CheckFinding[]])[] {
  const groups = new Map<string, [CheckFinding, ...CheckFinding[]]>()
  for (const found of findings) {
    const group = groups.get(found.message)
    if (group) group.push(found)
    else groups.set(found.message, [found])
  }
  return [...groups.values()]
}
