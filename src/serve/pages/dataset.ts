import { INDICATORS } from '../../core/badge.ts'
import {
  badgeText,
  INDICATOR_WORDS,
  OUTCOME_WORDS,
  placeText,
  timeText,
  WEIGHT_WORDS,
  weightOf,
} from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { historyOf, type Moment, type SaidFinding } from '../history.ts'
import { foreign, html, type Markup, short } from '../markup.ts'
import { required } from '../query.ts'
import type { Asked } from '../routes.ts'
import { type Frame, frameOf, number, page, table, th } from './layout.ts'

/** One dataset over all audits, and what its last one found. */
export async function datasetPage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say, language } = framed
  const { id, history } = await historyOf(asked.shelf, required(asked.target.query, 'id'), language)
  const latest = history[0]!
  const { title, publisher, body, findings, now } = latest
  return page(framed, {
    title: short(title.trim() === '' ? id : title),
    target: asked.target,
    body: html`${short(title) !== title && html`<details><summary>${say('wholeTitle')}</summary>${foreign(title)}</details>`}
<dl>
<dt>${say('id')}</dt><dd>${foreign(id)}</dd>
<dt>${say('publisher')}</dt><dd>${foreign(publisher)}</dd>
<dt>${say('body')}</dt><dd>${foreign(body.name)}</dd>
</dl>
<h2>${say('history')}</h2>
${moments(history, framed)}
<h2>${say('latestFindings', { when: timeText(now, language) })}</h2>
${findings.count === 0 ? html`<p>${say('noFindings')}</p>` : said(findings.first, framed)}
${findings.count > findings.first.length && html`<p>${say('moreFindings', { n: findings.count - findings.first.length })}</p>`}`,
  })
}

function moments(history: readonly Moment[], { say, language, href }: Frame): Markup {
  const head = [
    th(say('judged')),
    th(say('badges')),
    ...INDICATORS.map((indicator) => th(INDICATOR_WORDS[indicator][language])),
    th(say('findings'), 'n'),
    th(say('profile')),
  ]
  const row = ({ run, now, badge, indicators, findings, profile }: Moment) => html`<tr>
<th scope="row" class="nowrap"><a href="${href(`/runs/${run}`)}">${timeText(now, language)}</a></th>
<td class="nowrap">${badgeText(badge, language)}</td>
${INDICATORS.map((indicator) => html`<td class="nowrap ${indicators[indicator]}">${OUTCOME_WORDS[indicators[indicator]][language]}</td>`)}
${number(findings.count)}
<td>${foreign(profile)}</td>
</tr>`
  return table(say('history'), head, history.map(row))
}

function said(findings: readonly SaidFinding[], { say, language }: Frame): Markup {
  const head = [th(say('outcome')), th(say('what')), th(say('remedy')), th(say('rule'))]
  const row = (finding: SaidFinding) => html`<tr>
<td class="nowrap ${finding.outcome}">${WEIGHT_WORDS[weightOf(finding)][language]}</td>
<td class="wide">${foreign(finding.message)} ${finding.at && html`<small>${foreign(placeText(finding.at, language))}</small>`} ${finding.resource !== undefined && html`<small>${foreign(finding.resource)}</small>`}</td>
<td class="wide">${foreign(finding.remedy)}</td>
<td><code>${finding.rule}</code></td>
</tr>`
  return table(say('findings'), head, findings.map(row))
}
