import { BADGES, INDICATORS, OUTCOMES } from '../../core/badge.ts'
import { findingsOf } from '../../core/baseline.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { type Localised, render } from '../../core/localised.ts'
import { caveats } from '../caveats.ts'
import { rulesById } from '../messages.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import {
  BADGE_WORDS,
  badgeText,
  INDICATOR_WORDS,
  OUTCOME_WORDS,
  scoreText,
  timeText,
  WEIGHT_WORDS,
  WEIGHTS,
  type Weight,
  weightOf,
} from '../words.ts'
import { datasetName, inert, type Occurrence, occurrenceOf } from './occurrences.ts'

/** A job summary of GitHub holds 1 MiB per step; what others wrote there before must fit, too. */
const MAX_BYTES = 900_000
const MAX_BODIES = 50
const MAX_DATASETS = 300
/** Of each weight. */
const MAX_FINDINGS = 500

const WORDS = {
  title: { 'zh-TW': '開放資料品質標章', en: 'Open data badges' },
  judgedAt: { 'zh-TW': '評核基準時間', en: 'Judged at' },
  dataset: { 'zh-TW': '資料', en: 'Data' },
  badge: { 'zh-TW': '標章', en: 'Badge' },
  certain: { 'zh-TW': '確定', en: 'Certain' },
  ifAllPass: { 'zh-TW': '若全通過', en: 'If all pass' },
  body: { 'zh-TW': '參獎機關', en: 'Body' },
  datasets: { 'zh-TW': '資料集', en: 'Datasets' },
  score: { 'zh-TW': '金質獎總分', en: 'Score' },
  place: { 'zh-TW': '位置', en: 'Where' },
  what: { 'zh-TW': '檢測結果', en: 'Finding' },
  remedy: { 'zh-TW': '怎麼修', en: 'Remedy' },
  rule: { 'zh-TW': '規則', en: 'Rule' },
  known: { 'zh-TW': '基準檔已接受 {n} 項，未列出。', en: '{n} accepted by the baseline are not listed.' },
  more: { 'zh-TW': '另有 {n} 項未列出。', en: '{n} more are not listed.' },
  cut: {
    'zh-TW': '篇幅已滿，其餘請見其他報告。',
    en: 'There is no room for the rest; see the other reports.',
  },
} as const satisfies Record<string, Localised>

/** Nothing of it is markup, a link, a mention or the end of a cell. */
export const asText = (text: string, max = 300): string =>
  inert(text, max)
    // Before the entities, whose # is no mark.
    .replace(/[\\`*_{}[\]()#+\-!|~$^=]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const head = (cells: readonly string[]): string => row(cells) + row(cells.map(() => '---'))

/** The outcome on one page, as a job summary or a comment. Never more than a megabyte. */
export async function* markdown(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  let left = MAX_BYTES
  for await (const line of lines(ledger, options)) {
    left -= Buffer.byteLength(line)
    // A table may be cut at any line.
    if (left < 0) return yield `\n${WORDS.cut[options.language]}\n`
    yield line
  }
}

async function* lines(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const { header, summary } = ledger
  const { language } = options
  const say = (word: keyof typeof WORDS) => WORDS[word][language]
  yield `## ${say('title')}\n\n`
  yield `${asText(header.program)}｜${asText(header.profile.title[language])}｜${say('judgedAt')} ${timeText(header.now, language)}\n\n`
  for (const { title, texts } of caveats(ledger, language))
    yield `**${asText(title)}**\n\n${texts.map((text) => `- ${asText(text)}\n`).join('')}\n`

  if (summary.datasets > 1) {
    yield head([say('badge'), say('certain'), say('ifAllPass')])
    for (const badge of BADGES.toReversed())
      yield row([BADGE_WORDS[badge][language], `${summary.atLeast[badge]}`, `${summary.atMost[badge]}`])
    yield '\n'
    yield head(['', ...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome][language])])
    for (const indicator of INDICATORS)
      yield row([
        INDICATOR_WORDS[indicator][language],
        ...OUTCOMES.map((outcome) => `${summary.indicators[indicator][outcome]}`),
      ])
    yield '\n'
  }
  const bodies = summary.bodies.filter(({ body }) => body.group !== 'unmapped')
  if (bodies.length > 0) {
    yield head([say('body'), say('datasets'), say('score')])
    for (const { body, datasets, score } of bodies.slice(0, MAX_BODIES))
      yield row([asText(body.name), `${datasets}`, scoreText(score)])
    yield rest(bodies.length - MAX_BODIES, options)
  }
  const { datasets, found } = await collected(ledger, options)
  yield head([
    say('dataset'),
    say('badge'),
    ...INDICATORS.map((indicator) => INDICATOR_WORDS[indicator][language]),
  ])
  for (const line of datasets.first) yield line
  yield rest(datasets.count - MAX_DATASETS, options)
  for (const weight of WEIGHTS) {
    const { count, known, first } = found[weight]
    if (count > 0) {
      yield `### ${WEIGHT_WORDS[weight][language]}\n\n`
      yield head([say('place'), say('what'), say('remedy'), say('rule')])
      yield* first
      yield rest(count - MAX_FINDINGS, options)
    }
    if (known > 0) yield `${render(WORDS.known, { n: known }, language)}\n\n`
  }
}

const rest = (n: number, { language }: WriterOptions): string =>
  n > 0 ? `\n${render(WORDS.more, { n }, language)}\n\n` : '\n'

interface Rows {
  count: number
  known: number
  readonly first: string[]
}

/** The first rows of every table, in one pass: a ledger may be large. */
async function collected(ledger: LedgerView, options: WriterOptions) {
  const { language, known } = options
  const rules = rulesById(ledger.header.rules)
  const none = (): Rows => ({ count: 0, known: 0, first: [] })
  const datasets = none()
  const found: Readonly<Record<Weight, Rows>> = { blocking: none(), advice: none(), unknown: none() }
  for await (const record of ledger.records()) {
    if (record.kind !== 'dataset') continue
    if (datasets.count++ < MAX_DATASETS) {
      const outcomes = INDICATORS.map((indicator) => OUTCOME_WORDS[record.indicators[indicator]][language])
      datasets.first.push(row([nameOf(record), badgeText(record.badge, language), ...outcomes]))
    }
    const accepted = known?.(record)
    for (const { resource, finding } of findingsOf(record)) {
      const rows = found[weightOf(finding)]
      if (accepted?.has(finding)) rows.known++
      else if (rows.count++ < MAX_FINDINGS) {
        const each = occurrenceOf(record, resource, finding, rules, options)
        rows.first.push(row([placeOf(each), asText(each.message), asText(each.remedy), asText(each.rule)]))
      }
    }
  }
  return { datasets, found }
}

const nameOf = (record: DatasetRecord): string => asText(datasetName(record) ?? record.id)

function placeOf({ record, target }: Pick<Occurrence, 'record' | 'target'>): string {
  const { path, url, line } = target
  const place = asText(path ?? url ?? '') + (line === undefined ? '' : `:${line}`)
  const name = datasetName(record)
  return name === undefined ? place : `${asText(name)}<br>${place}`
}
