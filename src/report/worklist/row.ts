import type { LedgerHeader } from '../../core/ledger.ts'
import { type Language, render } from '../../core/localised.ts'
import type { WorkItem } from '../../core/worklist.ts'
import { printable } from '../columns.ts'
import { describeWork } from '../describe-work.ts'
import { rulesById } from '../messages.ts'
import { badgeText, INDICATOR_WORDS, placeText, WEIGHT_WORDS, weightOf } from '../words.ts'
import { WORKLIST_WORDS, type WorklistWord } from './words.ts'

/** A cell as spreadsheets know it: a number to count with, or a text that is nothing but text. */
export type Cell = string | number

export interface Column {
  readonly word: WorklistWord
  /** In characters, as spreadsheets measure. */
  readonly width: number
  readonly wrap?: true
}

export const COLUMNS: readonly Column[] = [
  { word: 'body', width: 18 },
  { word: 'publisher', width: 18 },
  { word: 'contact', width: 12 },
  { word: 'phone', width: 16 },
  { word: 'datasetId', width: 12 },
  { word: 'dataset', width: 32, wrap: true },
  { word: 'badge', width: 12, wrap: true },
  { word: 'resource', width: 22, wrap: true },
  { word: 'url', width: 30 },
  { word: 'place', width: 18, wrap: true },
  { word: 'weight', width: 11 },
  { word: 'indicator', width: 14, wrap: true },
  { word: 'rule', width: 28, wrap: true },
  { word: 'message', width: 46, wrap: true },
  { word: 'remedy', width: 46, wrap: true },
  { word: 'next', width: 11 },
  { word: 'reaches', width: 14, wrap: true },
  { word: 'points', width: 12 },
  { word: 'score', width: 12 },
  { word: 'since', width: 12 },
  { word: 'findings', width: 9 },
  { word: 'track', width: 17 },
]

/** Behind a broken link every rule is unknown; a list of them would only make the row high. */
const NAMED_RULES = 2

/** What a row says, in the order of {@link COLUMNS}; text of strangers on one line, without marks that reorder it. */
export function rowText({ rules }: LedgerHeader, language: Language): (item: WorkItem) => Cell[] {
  const texts = rulesById(rules)
  const indicatorOf = (rule: string) => {
    const indicator = texts.get(rule)?.indicator
    return indicator ? INDICATOR_WORDS[indicator][language] : ''
  }
  const list = (words: readonly string[]) => [...new Set(words)].join(language === 'en' ? ', ' : '、')
  const rulesText = (rules: readonly string[]) => {
    const more = rules.length - NAMED_RULES
    const named = list(rules.slice(0, NAMED_RULES))
    return more > 0 ? render(WORKLIST_WORDS.moreRules, { named, n: rules.length }, language) : named
  }
  return ({ body, publisher, contact, dataset, resource, finding, gain, ...item }) => {
    const { message, remedy } = describeWork(finding, texts, language)
    const cells: Readonly<Record<(typeof COLUMNS)[number]['word'], Cell>> & object = {
      ...NOTHING,
      body: body.name,
      publisher,
      contact: contact.name ?? '',
      phone: contact.phone ?? '',
      datasetId: dataset.id,
      dataset: dataset.title,
      badge: badgeText(dataset.badge, language),
      resource: resource ? [resource.id, resource.description ?? ''].join(' ').trim() : '',
      url: resource?.url ?? '',
      place: placeText(finding.at, language),
      weight: WEIGHT_WORDS[weightOf(finding)][language],
      indicator: list(item.rules.map(indicatorOf)),
      rule: rulesText(item.rules),
      message,
      remedy,
      next: item.next ? WORKLIST_WORDS.yes[language] : '',
      reaches: badgeText(gain.badge, language),
      points: Number(gain.points),
      score: Number(gain.score),
      since: item.since === undefined ? '' : dayInTaipei(item.since),
      findings: item.findings,
      track: finding.fingerprint,
    }
    return COLUMNS.map(({ word }) => {
      const cell = cells[word]
      return typeof cell === 'string' ? printable(cell) : cell
    })
  }
}

const NOTHING = Object.fromEntries(Object.keys(WORKLIST_WORDS).map((word) => [word, ''])) as Record<
  WorklistWord,
  Cell
>

/** `2026-08-31`; a text that is no moment stays as it is. */
export function dayInTaipei(instant: string): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}
