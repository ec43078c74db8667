import { INDICATORS } from '../../core/badge.ts'
import type { Body } from '../../core/ledger.ts'
import { BADGE_WORDS, badgeText, INDICATOR_WORDS, OUTCOME_WORDS, timeText } from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { filterIn, readableRun } from '../asking.ts'
import { BEST_FIRST, choose, type Filter } from '../datasets.ts'
import type { Row } from '../ledgers/scan.ts'
import { foreign, html, type Markup } from '../markup.ts'
import { whole } from '../query.ts'
import type { Asked } from '../routes.ts'
import { count, type Frame, frameOf, page, table, th } from './layout.ts'

const PER_PAGE = 100

/** The datasets of an audit, searched and filtered. */
export async function datasetsPage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say, language, href } = framed
  const { query } = asked.target
  const run = await readableRun(asked)
  const filter = filterIn(query)
  const at = whole(query, 'page', { least: 1, most: 100_000, otherwise: 1 })
  const rows = await asked.shelf.rows(run)
  const { total, rows: shown } = choose(rows, filter, (at - 1) * PER_PAGE, PER_PAGE)
  const { summary } = await asked.shelf.run(run.id)
  const when = timeText(run.header.now, language)
  const asQuery = { q: filter.search, body: filter.body, badge: filter.badge }
  const path = `/runs/${run.id}/datasets`
  return page(framed, {
    title: say('datasetsOf', { when }),
    target: asked.target,
    body: html`<p><a href="${href(`/runs/${run.id}`)}">${say('runOf', { when })}</a></p>
${form(path, filter, summary?.bodies.map(({ body }) => body) ?? [], framed)}
<p role="status">${say('found', { n: count(total, language), all: count(rows.count, language) })}</p>
${shown.length > 0 && list(shown, framed)}
${pages(at, total, (n) => href(path, { ...asQuery, page: n }), framed)}
<p><a href="${href(`/runs/${run.id}/datasets.csv`, asQuery)}" download>${say('csvOfThese')}</a></p>`,
  })
}

function form(
  path: string,
  filter: Filter,
  bodies: readonly Body[],
  { say, language, hidden }: Frame,
): Markup {
  const option = (value: string, text: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${text}</option>`
  return html`<form action="${path}" method="get">${hidden}
<label>${say('search')} <input type="search" name="q" value="${filter.search}" maxlength="200"></label>
<label>${say('body')} <select name="body">${option('', say('all'), filter.body === undefined)}${bodies.map(({ id, name }) => option(id, name, id === filter.body))}</select></label>
<label>${say('badge')} <select name="badge">${option('', say('all'), filter.badge === undefined)}${BEST_FIRST.map((badge) => option(badge, BADGE_WORDS[badge][language], badge === filter.badge))}</select></label>
<button>${say('find')}</button>
</form>`
}

function list(rows: readonly Row[], { say, language, href }: Frame): Markup {
  const head = [
    th(say('id')),
    th(say('title')),
    th(say('publisher')),
    th(say('badges')),
    ...INDICATORS.map((indicator) => th(INDICATOR_WORDS[indicator][language])),
  ]
  const row = ({ id, title, publisher, badge, indicators }: Row) => html`<tr>
<td class="nowrap">${foreign(id)}</td>
<th scope="row" class="wide"><a href="${href('/dataset', { id })}">${foreign(title.trim() === '' ? id : title)}</a></th>
<td class="wide">${foreign(publisher)}</td>
<td class="nowrap">${badgeText(badge, language)}</td>
${INDICATORS.map((indicator) => html`<td class="nowrap ${indicators[indicator]}">${OUTCOME_WORDS[indicators[indicator]][language]}</td>`)}
</tr>`
  return table(say('datasets'), head, rows.map(row))
}

function pages(
  at: number,
  total: number,
  href: (page: number) => string,
  { say, language }: Frame,
): Markup | false {
  const last = Math.ceil(total / PER_PAGE)
  if (last <= 1 && at === 1) return false
  const from = Math.min(total, (at - 1) * PER_PAGE + 1)
  const to = Math.min(total, at * PER_PAGE)
  return html`<nav aria-label="${say('pages')}"><ul>
${at > 1 && html`<li><a href="${href(Math.min(at - 1, Math.max(1, last)))}" rel="prev">${say('previous')}</a></li>`}
<li>${say('shown', { from: count(from, language), to: count(to, language) })}</li>
${at < last && html`<li><a href="${href(at + 1)}" rel="next">${say('next')}</a></li>`}
</ul></nav>`
}
