import type { Badge, Indicator } from '../../../core/badge.ts'
import { rank } from '../../../core/badge.ts'
import type { Finding } from '../../../core/finding.ts'
import type { DatasetRecord } from '../../../core/ledger.ts'
import type { Language } from '../../../core/localised.ts'
import type { Weight } from '../../words.ts'
import { weightOf } from '../../words.ts'

export const ORDERS = ['worst', 'best', 'title', 'catalogue'] as const
export type Order = (typeof ORDERS)[number]

/** What the reader wants to see; an empty string means no restriction. */
export interface Filter {
  readonly text: string
  readonly badge: Badge | 'open' | ''
  readonly indicator: Indicator | ''
  readonly rule: string
  readonly weight: Weight | ''
  readonly body: string
}

export const NO_FILTER: Filter = { text: '', badge: '', indicator: '', rule: '', weight: '', body: '' }

export const findingsOf = (record: DatasetRecord): Finding[] => [
  ...record.findings,
  ...record.resources.flatMap((resource) => resource.findings),
]

// 臺 and 台 are the same word to everyone who searches.
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('臺', '台')

function matches(record: DatasetRecord, filter: Filter, words: readonly string[]): boolean {
  const { badge, indicator, rule, weight, body } = filter
  if (body && record.body.id !== body) return false
  if (indicator && record.indicators[indicator] !== 'fail') return false
  if (
    badge === 'open' ? record.badge.atLeast === record.badge.atMost : badge && record.badge.atLeast !== badge
  )
    return false
  const wanted = (finding: Finding) =>
    (!rule || finding.rule === rule) && (!weight || weightOf(finding) === weight)
  if ((rule || weight) && !findingsOf(record).some(wanted)) return false
  if (words.length === 0) return true
  const { id, title, publisher, contact } = record
  const text = folded([id, title, publisher, contact?.name, contact?.phone].join('\n'))
  return words.every((word) => text.includes(word))
}

const certainThenPossible = (record: DatasetRecord) =>
  rank(record.badge.atLeast) * 10 + rank(record.badge.atMost)

/** The datasets to list. Equal ones keep the catalogue's order. */
export function selectDatasets(
  datasets: readonly DatasetRecord[],
  filter: Filter,
  order: Order,
  language: Language,
): DatasetRecord[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  const selected = datasets.filter((record) => matches(record, filter, words))
  const { compare } = new Intl.Collator(language)
  switch (order) {
    case 'catalogue':
      return selected
    case 'title':
      return selected.sort((a, b) => compare(a.title, b.title))
    case 'worst':
      return selected.sort((a, b) => certainThenPossible(a) - certainThenPossible(b))
    case 'best':
      return selected.sort((a, b) => certainThenPossible(b) - certainThenPossible(a))
  }
}
