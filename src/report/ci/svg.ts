import stringWidth from 'string-width'
import { BADGES, type Badge } from '../../core/badge.ts'
import type { Localised } from '../../core/localised.ts'
import { shortCaveats } from '../caveats.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import { BADGE_WORDS, badgeText } from '../words.ts'
import { inert } from './occurrences.ts'

const LABEL: Localised = { 'zh-TW': '開放資料標章', en: 'open data badge' }
const NOTHING: Localised = { 'zh-TW': '無資料集', en: 'no dataset' }
const TITLE: Localised = { 'zh-TW': '政府資料開放品質標章：', en: 'Open government data badge: ' }

/** Dark enough for white or light enough for black letters: 4.5 to 1 at least. */
const PAINT: Readonly<Record<Badge, { readonly ground: string; readonly ink: string }>> = {
  gold: { ground: '#f2c230', ink: '#1a1a1a' },
  silver: { ground: '#c3c9d1', ink: '#1a1a1a' },
  bronze: { ground: '#8c5a2b', ink: '#ffffff' },
  none: { ground: '#5f6368', ink: '#ffffff' },
}

const HEIGHT = 20
const COLUMN = 7
const PADDING = 8
const MAX_CAVEAT = 300

/**
 * A badge as an image: of one dataset its badge, of several how many have which, in the colour of the lowest. There is
 * no room for more; the title has what else must be known.
 */
export async function* svg(ledger: LedgerView, { language }: WriterOptions): AsyncGenerator<string> {
  const { atLeast, datasets } = ledger.summary
  const lowest = BADGES.find((badge) => atLeast[badge] > 0) ?? 'none'
  const counts = BADGES.toReversed()
    .filter((badge) => atLeast[badge] > 0)
    .map((badge) => `${BADGE_WORDS[badge][language]} ${atLeast[badge]}`)
    .join(language === 'en' ? ' · ' : '・')
  const value = datasets === 0 ? NOTHING[language] : datasets === 1 ? await only(ledger, language) : counts
  const label = LABEL[language]
  const [left, right] = [label, value].map((text) => stringWidth(text) * COLUMN + 2 * PADDING) as [
    number,
    number,
  ]
  const title = [`${TITLE[language]}${value}`, ...shortCaveats(ledger, language).map(escaped)].join(
    language === 'en' ? '; ' : '；',
  )
  const { ground, ink } = PAINT[lowest]
  const text = (x: number, width: number, fill: string, words: string) =>
    `<text x="${x}" y="14" fill="${fill}" textLength="${width - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${words}</text>`
  yield [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-labelledby="title" lang="${language}">`,
    `<title id="title">${title}</title>`,
    `<rect width="${left}" height="${HEIGHT}" fill="#3c4043"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${ground}"/>`,
    `<g aria-hidden="true" font-family="'Noto Sans TC','Microsoft JhengHei','PingFang TC',sans-serif" font-size="12">`,
    text(PADDING, left, '#ffffff', label),
    text(left + PADDING, right, ink, value),
    '</g>',
    '</svg>\n',
  ].join('\n')
}

const escaped = (text: string): string =>
  inert(text, MAX_CAVEAT).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function only(ledger: LedgerView, language: WriterOptions['language']): Promise<string> {
  for await (const record of ledger.records())
    if (record.kind === 'dataset') return badgeText(record.badge, language)
  return NOTHING[language]
}
