import { BADGE_WORDS, scoreText, timeText } from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { finishedRuns } from '../asking.ts'
import { BEST_FIRST } from '../datasets.ts'
import { foreign, html, type Markup } from '../markup.ts'
import { Refusal } from '../refusal.ts'
import type { Asked } from '../routes.ts'
import { type RunTrend, trendOf } from '../trend.ts'
import { legend, scoreChart, shareChart } from './charts.ts'
import { count, type Frame, frameOf, number, page, percent, table, th } from './layout.ts'

/** Audits side by side: a screen holds no more. */
const SHOWN = 24

/** How badges and scores went from audit to audit; `body`: of one body. */
export async function trendPage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say } = framed
  const runs = await finishedRuns(asked.shelf)
  const trend = trendOf(runs.slice(0, SHOWN))
  const body = asked.target.query.get('body') ?? ''
  const content =
    trend.runs.length === 0
      ? html`<p>${say('noTrend')}</p>`
      : body === ''
        ? ofAll(trend, framed)
        : ofBody(trend, body, framed)
  return page(framed, {
    title: say('trend'),
    target: asked.target,
    body: html`${content}${runs.length > SHOWN && html`<p class="soft">${say('onlyLast', { n: SHOWN })}</p>`}`,
  })
}

/** `26-08-31` in Taiwan: as much as stands below a column. */
function dayText(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? '?' : new Date(time + 8 * 3_600_000).toISOString().slice(2, 10)
}

function ofAll(trend: RunTrend, framed: Frame): Markup {
  const { say, language, href } = framed
  const columns = trend.runs.map(({ now, badges }) => ({ label: dayText(now), counts: badges.atLeast }))
  const head = [
    th(say('judged')),
    th(say('profile')),
    th(say('datasets'), 'n'),
    ...BEST_FIRST.map((badge) => th(BADGE_WORDS[badge][language], 'n')),
  ]
  const row = ({ id, now, profile, datasets, badges: { atLeast } }: RunTrend['runs'][number]) => html`<tr>
<th scope="row" class="nowrap"><a href="${href(`/runs/${id}`)}">${timeText(now, language)}</a></th>
<td>${foreign(profile)}</td>
${number(count(datasets, language))}
${BEST_FIRST.map((badge) => number(html`${count(atLeast[badge], language)} <small>${percent(atLeast[badge], datasets)}</small>`))}
</tr>`
  return html`<h2>${say('trendOfAll')}</h2>
${legend(language)}
${shareChart(columns, say('trendOfAll'), language)}
<p class="soft">${say('trendNote')}</p>
${table(say('trendOfAll'), head, trend.runs.toReversed().map(row))}
<h2>${say('scoresOfBodies')}</h2>
${scores(trend, framed)}`
}

function scores({ runs, bodies }: RunTrend, { say, href }: Frame): Markup {
  const head = [th(say('body')), ...runs.map(({ now }) => th(dayText(now), 'n'))]
  const rows = bodies.map(
    ({ body, scores: of }) => html`<tr>
<th scope="row" class="wide"><a href="${href('/trend', { body: body.id })}">${foreign(body.name)}</a></th>
${of.map((one) => number(one ? scoreText(one.score) : '–'))}
</tr>`,
  )
  return table(say('scoresOfBodies'), head, rows)
}

function ofBody({ runs, bodies }: RunTrend, id: string, { say, language, href }: Frame): Markup {
  const found = bodies.find(({ body }) => body.id === id)
  if (!found) throw new Refusal(404, 'noBody')
  const title = say('trendOfBody', { body: found.body.name })
  const points = runs.map(({ now }, at) => ({ label: dayText(now), score: found.scores[at]?.score }))
  const head = [th(say('judged')), th(say('score'), 'n'), th(say('datasets'), 'n')]
  const rows = runs
    .map(({ id: run, now }, at) => ({ run, now, of: found.scores[at] }))
    .reverse()
    .map(
      ({ run, now, of }) => html`<tr>
<th scope="row"><a href="${href(`/runs/${run}/datasets`, { body: id })}">${timeText(now, language)}</a></th>
${number(of ? scoreText(of.score) : '–')}${number(of ? count(of.datasets, language) : '–')}
</tr>`,
    )
  return html`<h2>${foreign(title)}</h2>
${scoreChart(points, title)}
<p class="soft">${say('scoreNote')}</p>
${table(title, head, rows)}
<p><a href="${href('/trend')}">${say('scoresOfBodies')}</a></p>`
}
