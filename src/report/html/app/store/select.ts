import { BADGES, type Badge, INDICATORS, type Indicator } from '../../../../core/badge.ts'
import type { Language } from '../../../../core/localised.ts'
import { AGREEMENTS, type Agreement } from '../../../../core/portal.ts'
import { WEIGHTS, type Weight } from '../../../words.ts'
import { OUTCOME_LETTERS, type Row } from '../../page-data.ts'

export const ORDERS = ['worst', 'best', 'title', 'title-down', 'body', 'catalogue'] as const
export type Order = (typeof ORDERS)[number]

/** What the reader wants to see; an empty string means no restriction. */
export interface Filter {
  readonly q: string
  readonly badge: Badge | 'open' | ''
  readonly indicator: Indicator | ''
  readonly rule: string
  readonly weight: Weight | ''
  readonly body: string
  readonly portal: Agreement | ''
}

export const NO_FILTER: Filter = {
  q: '',
  badge: '',
  indicator: '',
  rule: '',
  weight: '',
  body: '',
  portal: '',
}

/** Positions of what a filter names. */
export interface Names {
  readonly bodies: readonly string[]
  readonly rules: readonly string[]
}

// 臺 and 台 are the same word to everyone who searches.
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('臺', '台')

const texts = new WeakMap<Row, string>()

function textOf(row: Row): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const [id, title, publisher, , more] = row
  const text = folded([id, title, publisher, more].join('\n'))
  texts.set(row, text)
  return text
}

function matcher(filter: Filter, { bodies, rules }: Names): (row: Row) => boolean {
  const { badge, indicator, weight } = filter
  const words = folded(filter.q).split(/\s+/).filter(Boolean)
  const body = bodies.indexOf(filter.body)
  const rule = rules.indexOf(filter.rule)
  const wanted = weight ? WEIGHTS.indexOf(weight) : -1
  const portal = filter.portal ? AGREEMENTS.indexOf(filter.portal) : -1
  const at = indicator ? INDICATORS.indexOf(indicator) : -1
  const least = badge && badge !== 'open' ? String(BADGES.indexOf(badge)) : ''
  const found = (code: number) =>
    (!filter.rule || Math.floor(code / WEIGHTS.length) === rule) &&
    (wanted === -1 || code % WEIGHTS.length === wanted)
  return (row) => {
    const [, , , of, , interval, outcomes, codes, agreement] = row
    if (filter.body && of !== body) return false
    if (at !== -1 && outcomes[at] !== OUTCOME_LETTERS.fail) return false
    if (least && interval[0] !== least) return false
    if (badge === 'open' && interval[0] === interval[1]) return false
    if (portal !== -1 && agreement !== portal) return false
    if ((filter.rule || weight) && !codes.some(found)) return false
    return words.length === 0 || words.every((word) => textOf(row).includes(word))
  }
}

/** Positions of the datasets to list. Equal ones keep the catalogue's order. */
export function selectRows(
  rows: readonly Row[],
  filter: Filter,
  order: Order,
  names: Names,
  language: Language,
): number[] {
  const matches = matcher(filter, names)
  const selected: number[] = []
  for (const [at, row] of rows.entries()) if (matches(row)) selected.push(at)
  const { compare } = new Intl.Collator(language)
  const by = (value: (row: Row) => number) => (a: number, b: number) => value(rows[a]!) - value(rows[b]!)
  switch (order) {
    case 'catalogue':
      return selected
    case 'title':
      return selected.sort((a, b) => compare(rows[a]![1], rows[b]![1]))
    case 'title-down':
      return selected.sort((a, b) => compare(rows[b]![1], rows[a]![1]))
    case 'body':
      return selected.sort(by(([, , , body]) => body))
    case 'worst':
      return selected.sort(by(([, , , , , badge]) => Number(badge)))
    case 'best':
      return selected.sort(by(([, , , , , badge]) => -Number(badge)))
  }
}

export const filterOf = (query: URLSearchParams): Filter =>
  Object.fromEntries(Object.keys(NO_FILTER).map((key) => [key, query.get(key) ?? ''])) as unknown as Filter

export function orderOf(query: URLSearchParams): Order {
  const order = query.get('order')
  return ORDERS.find((known) => known === order) ?? 'worst'
}
