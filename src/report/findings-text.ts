import picocolors from 'picocolors'
import type { Outcome } from '../core/badge.ts'
import { INDICATORS } from '../core/badge.ts'
import type { Language, Localised } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { caveatLines } from './caveats.ts'
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
const MORE_PLACES: Localised = { 'zh-TW': '等 {n} 處', en: ' and others, {n} places in all' }
const KNOWN: Localised = {
  'zh-TW': '基準檔已接受 {n} 項，未列出。',
  en: '{n} accepted by the baseline, not listed.',
}
const DRAFT: Localised = {
  'zh-TW': '依詮釋資料草稿預測：{files}',
  en: 'predicted by the metadata draft {files}',
}
const PUBLISHED_NOW: Localised = {
  'zh-TW': '（未載資料更新時間，以今天上架計）',
  en: ' (it gives no date of the data; counted as published today)',
}
const MORE_PARTS: Localised = { 'zh-TW': '另有 {n} 個。', en: '{n} more.' }
/** More parts of one file are counted, not listed. */
const MAX_PARTS = 50
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
    const places = [...new Set([found, ...others].map((one) => placeText(one, language)))]
    const more = places.length > 1 ? render(MORE_PLACES, { n: places.length }, language) : ''
    const place = printable(`${places[0] ?? ''}${more}`)
    const head = [`${SIGNS[weight]} ${WEIGHT_WORDS[weight][language]}`, place].filter(Boolean).join('  ')
    return [
      `  ${weightPaint[weight](head)}  ${printable(found.message)}`,
      ...(found.remedy ? [`      → ${printable(found.remedy)}`] : []),
      `      ${paint.dim(printable([...new Set([found, ...others].map(({ rule }) => rule))].join(' ')))}`,
    ]
  }

  const facts = ({ format, encoding, table }: CheckResult): string =>
    [format.detected, encoding.detected, table && render(TABLE, { ...table }, language)]
      .filter(Boolean)
      .join('   ')

  const file = (result: CheckResult): string[] => [
    `${paint.bold(printable(result.file))}  ${badgeText(result.badge, language)}`,
    `  ${paint.dim(facts(result))}`,
    ...draftLine(result),
    `  ${INDICATORS.flatMap((indicator) => {
      if (indicator === 'link') return []
      const outcome = result.indicators[indicator]
      return [
        `${INDICATOR_WORDS[indicator][language]} ${outcomePaint[outcome](OUTCOME_WORDS[outcome][language])}`,
      ]
    }).join('   ')}`,
    ...WEIGHTS.flatMap((weight) =>
      alike(result.findings.filter((found) => weightOf(found) === weight && !found.known)).flatMap(finding),
    ),
    ...knownLine(result),
    ...within(result, '  '),
    '',
  ]

  const draftLine = ({ draft }: CheckResult): string[] => {
    if (!draft) return []
    const note = draft.publishedNow ? PUBLISHED_NOW[language] : ''
    return [`  ${render(DRAFT, { files: draft.files.map(printable) }, language)}${note}`]
  }

  const knownLine = ({ findings }: CheckResult): string[] => {
    const n = findings.filter(({ known }) => known).length
    return n > 0 ? [`  ${paint.dim(render(KNOWN, { n }, language))}`] : []
  }

  /** Parts in a line each: what was found in them has been told. */
  const within = ({ members = [], sheets = [] }: CheckResult, indent: string): string[] => {
    const parts = [...members, ...sheets]
    const lines = parts.slice(0, MAX_PARTS).flatMap((part) => {
      const outcomes = (['download', 'structure', 'metadata'] as const).map((indicator) => {
        const outcome = part.indicators[indicator]
        return `${INDICATOR_WORDS[indicator][language]} ${outcomePaint[outcome](OUTCOME_WORDS[outcome][language])}`
      })
      return [
        `${indent}└ ${printable(part.file)}  ${badgeText(part.badge, language)}  ${paint.dim(facts(part))}  ${outcomes.join(' ')}`,
        ...within(part, `${indent}  `),
      ]
    })
    const rest = parts.length - MAX_PARTS
    return rest > 0 ? [...lines, `${indent}${render(MORE_PARTS, { n: rest }, language)}`] : lines
  }

  const { deviations } = report
  return [
    ...caveatLines({ header: deviations ? { deviations } : {} }, language).map(paint.yellow),
    ...report.results.flatMap(file),
  ].join('\n')
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
