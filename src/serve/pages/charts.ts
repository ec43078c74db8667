import type { Badge } from '../../core/badge.ts'
import type { BadgeCounts, ScoreInterval } from '../../core/ledger.ts'
import type { Language } from '../../core/localised.ts'
import { BADGE_WORDS } from '../../report/words.ts'
import { BEST_FIRST } from '../datasets.ts'
import { html, type Markup } from '../markup.ts'
import { percent } from './layout.ts'

const total = (counts: BadgeCounts): number => BEST_FIRST.reduce((sum, badge) => sum + counts[badge], 0)

const sharesText = (counts: BadgeCounts, language: Language): string =>
  BEST_FIRST.map((badge) => `${BADGE_WORDS[badge][language]} ${percent(counts[badge], total(counts))}`).join(
    language === 'en' ? ', ' : '、',
  )

/** Each badge's piece of a whole of 100. */
function pieces(
  counts: BadgeCounts,
): readonly { readonly badge: Badge; readonly from: number; readonly size: number }[] {
  const whole = total(counts)
  let from = 0
  return BEST_FIRST.map((badge) => {
    const size = whole === 0 ? 0 : (100 * counts[badge]) / whole
    const piece = { badge, from, size }
    from += size
    return piece
  })
}

const short = (value: number): string => value.toFixed(2)

/** One audit's badges as a bar. */
export const shareBar = (counts: BadgeCounts, language: Language): Markup =>
  html`<svg class="bar" viewBox="0 0 400 14" preserveAspectRatio="none" role="img" aria-label="${sharesText(counts, language)}">${pieces(counts).map(({ badge, from, size }) => size > 0 && html`<rect class="f-${badge} seg" x="${short(4 * from)}" y="0" width="${short(4 * size)}" height="14"/>`)}</svg>`

export const legend = (language: Language): Markup =>
  html`<ul class="legend">${BEST_FIRST.map((badge) => html`<li class="${badge}">${BADGE_WORDS[badge][language]}</li>`)}</ul>`

export interface ShareColumn {
  readonly label: string
  readonly counts: BadgeCounts
}

const HEIGHT = 160
const LEFT = 44
const STEP = 56

/** Badges of each audit as stacked columns, oldest first. */
export function shareChart(columns: readonly ShareColumn[], title: string, language: Language): Markup {
  const width = LEFT + STEP * columns.length + 8
  const bars = columns.map(({ label, counts }, at) => {
    const x = LEFT + STEP * at + 8
    const segments = pieces(counts).map(
      ({ badge, from, size }) =>
        size > 0 &&
        html`<rect class="f-${badge} seg" x="${x}" y="${short(10 + ((100 - from - size) * HEIGHT) / 100)}" width="${STEP - 16}" height="${short((size * HEIGHT) / 100)}"/>`,
    )
    return html`<g><title>${`${label} ${sharesText(counts, language)}`}</title>${segments}<text x="${x + (STEP - 16) / 2}" y="${HEIGHT + 26}" text-anchor="middle">${label}</text></g>`
  })
  return chart(title, width, [axis(width, (value) => `${value}%`), bars])
}

export interface ScorePoint {
  readonly label: string
  readonly score: ScoreInterval | undefined
}

/** A score between 0 and 105 over time, with what is open as a band; a gap where the body has no dataset. */
export function scoreChart(points: readonly ScorePoint[], title: string): Markup {
  const width = LEFT + STEP * points.length + 8
  const y = (value: string): string => short(10 + HEIGHT - (Math.min(100, Number(value) || 0) * HEIGHT) / 100)
  const known = points.flatMap(({ label, score }, at) =>
    score ? [{ x: LEFT + STEP * at + STEP / 2, label, score }] : [],
  )
  const upper = known.map(({ x, score }) => `${x},${y(score.atMost)}`)
  const lower = known.map(({ x, score }) => `${x},${y(score.atLeast)}`)
  const labels = points.map(
    ({ label }, at) =>
      html`<text x="${LEFT + STEP * at + STEP / 2}" y="${HEIGHT + 26}" text-anchor="middle">${label}</text>`,
  )
  return chart(title, width, [
    axis(width, (value) => String(value)),
    html`<polygon class="band" points="${[...upper, ...lower.toReversed()].join(' ')}"/><polyline class="curve" points="${lower.join(' ')}"/>`,
    known.map(
      ({ x, label, score }) =>
        html`<circle class="dot" cx="${x}" cy="${y(score.atLeast)}" r="4"><title>${`${label} ${score.atLeast}–${score.atMost}`}</title></circle>`,
    ),
    labels,
  ])
}

const chart = (title: string, width: number, content: Parameters<typeof html>[1]): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><svg viewBox="0 0 ${width} ${HEIGHT + 34}" width="${width}" height="${HEIGHT + 34}" role="img" aria-label="${title}">${content}</svg></div>`

const axis = (width: number, label: (value: number) => string): readonly Markup[] =>
  [0, 25, 50, 75, 100].map((value) => {
    const y = short(10 + ((100 - value) * HEIGHT) / 100)
    return html`<line class="axis" x1="${LEFT}" x2="${width}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${Number(y) + 4}" text-anchor="end">${label(value)}</text>`
  })
