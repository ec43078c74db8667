import type { Badge, BadgeInterval, Indicator, Outcome } from '../core/badge.ts'
import type { Finding, Location } from '../core/finding.ts'
import type { Body, ScoreInterval } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'
import { render } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const BADGE_WORDS: Readonly<Record<Badge, Localised>> = {
  gold: text('金標章', 'Gold'),
  silver: text('銀標章', 'Silver'),
  bronze: text('銅標章', 'Bronze'),
  none: text('無標章', 'No badge'),
}

export const INDICATOR_WORDS: Readonly<Record<Indicator, Localised>> = {
  link: text('連結有效性', 'Link works'),
  download: text('可直接下載', 'Direct download'),
  structure: text('屬結構化資料', 'Structured data'),
  metadata: text('詮釋資料相符', 'Metadata agrees'),
  timeliness: text('資料即時性', 'Timeliness'),
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, Localised>> = {
  pass: text('通過', 'Pass'),
  fail: text('不通過', 'Fail'),
  unknown: text('無法判定', 'Unknown'),
  'not-applicable': text('不適用', 'Not applicable'),
}

/** How much a finding costs: the indicator, nothing, or nobody can tell. */
export const WEIGHTS = ['blocking', 'advice', 'unknown'] as const
export type Weight = (typeof WEIGHTS)[number]

export const WEIGHT_WORDS: Readonly<Record<Weight, Localised>> = {
  blocking: text('須修正', 'To be mended'),
  advice: text('建議改善', 'Advice'),
  unknown: text('無法判定', 'Unknown'),
}

export const weightOf = (finding: Pick<Finding, 'outcome'>): Weight =>
  finding.outcome === 'unknown' ? 'unknown' : finding.outcome === 'fail' ? 'blocking' : 'advice'

export const BODY_GROUP_WORDS: Readonly<Record<Body['group'], Localised>> = {
  central: text('中央二級機關', 'Central'),
  local: text('地方政府', 'Local'),
  outside: text('非參獎對象', 'Not eligible'),
  unmapped: text('未能歸屬', 'Not mapped'),
}

const PLACES: readonly (readonly [keyof Location, Localised])[] = [
  ['member', text('檔案「{n}」', 'file {n}')],
  ['sheet', text('工作表「{n}」', 'sheet {n}')],
  ['cell', text('儲存格 {n}', 'cell {n}')],
  ['row', text('第 {n} 列', 'row {n}')],
  ['line', text('第 {n} 行', 'line {n}')],
  ['column', text('第 {n} 欄', 'column {n}')],
  ['offset', text('位元組位移 {n}', 'byte offset {n}')],
  ['path', text('路徑 {n}', 'path {n}')],
]

export const placeText = (at: Location | undefined, language: Language): string =>
  PLACES.flatMap(([key, template]) => {
    const n = at?.[key]
    return n === undefined ? [] : [render(template, { n }, language)]
  }).join(language === 'en' ? ', ' : '，')

/** In brackets behind what it is said of. */
export const aside = (words: string, language: Language): string =>
  language === 'en' ? ` (${words})` : `（${words}）`

export const badgeText = ({ atLeast, atMost }: BadgeInterval, language: Language): string => {
  const [least, most] = [BADGE_WORDS[atLeast][language], BADGE_WORDS[atMost][language]]
  if (atLeast === atMost) return least
  return `${least}${aside(language === 'en' ? `at most ${most}` : `最多${most}`, language)}`
}

/** `57.14`, or `57.14–61.90` while something is unknown. */
export const scoreText = ({ atLeast, atMost }: ScoreInterval): string =>
  atLeast === atMost ? atLeast : `${atLeast}–${atMost}`

/** Taipei wall-clock time of an ISO 8601 instant, whatever the reader's machine is set to; other text as it is. */
export function timeText(instant: string, language: Language): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Taipei',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(time)
}
