import { BADGES, INDICATORS, OUTCOMES } from '../../core/badge.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { type Localised, render } from '../../core/localised.ts'
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
} from '../words.ts'
import { datasetName, inert, type Occurrence, occurrences } from './occurrences.ts'

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
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#47;&#47;')
    .replace(/[\\`*_{}[\]()#+\-!|~$^=]/g, '\\$&')

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
  yield* datasetLines(ledger, options)
  for (const weight of WEIGHTS) yield* findingLines(ledger, weight, options)
}

const rest = (n: number, { language }: WriterOptions): string =>
  n > 0 ? `\n${render(WORDS.more, { n }, language)}\n\n` : '\n'

async function* datasetLines(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const { language } = options
  yield head([
    WORDS.dataset[language],
    WORDS.badge[language],
    ...INDICATORS.map((indicator) => INDICATOR_WORDS[indicator][language]),
  ])
  let count = 0
  for await (const record of ledger.records()) {
    if (record.kind !== 'dataset' || count++ >= MAX_DATASETS) continue
    const outcomes = INDICATORS.map((indicator) => OUTCOME_WORDS[record.indicators[indicator]][language])
    yield row([nameOf(record), badgeText(record.badge, language), ...outcomes])
  }
  yield rest(count - MAX_DATASETS, options)
}

async function* findingLines(ledger: LedgerView, weight: Weight, options: WriterOptions) {
  const { language } = options
  let count = 0
  let known = 0
  for await (const found of occurrences(ledger, options)) {
    if (found.weight !== weight) continue
    if (found.known) {
      known++
      continue
    }
    if (count++ === 0) {
      yield `### ${WEIGHT_WORDS[weight][language]}\n\n`
      yield head([WORDS.place[language], WORDS.what[language], WORDS.remedy[language], WORDS.rule[language]])
    }
    if (count > MAX_FINDINGS) continue
    yield row([placeOf(found), asText(found.message), asText(found.remedy), asText(found.rule)])
  }
  if (count > 0) yield rest(count - MAX_FINDINGS, options)
  if (known > 0) yield `${render(WORDS.known, { n: known }, language)}\n\n`
}

const nameOf = (record: DatasetRecord): string => asText(datasetName(record) ?? record.id)

function placeOf({ record, target }: Occurrence): string {
  const { path, url, line } = target
  const place = asText(path ?? url ?? '') + (line === undefined ? '' : `:${line}`)
  const name = datasetName(record)
  return name === undefined ? place : `${asText(name)}<br>${place}`
}
