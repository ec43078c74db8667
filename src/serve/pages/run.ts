import { INDICATORS, OUTCOMES } from '../../core/badge.ts'
import type { BodySummary, Summary } from '../../core/ledger.ts'
import {
  BADGE_WORDS,
  BODY_GROUP_WORDS,
  INDICATOR_WORDS,
  OUTCOME_WORDS,
  scoreText,
  timeText,
} from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { readableRun, summaryOf } from '../asking.ts'
import { BEST_FIRST } from '../datasets.ts'
import type { ReadableRun } from '../ledgers/run.ts'
import { foreign, html, type Markup } from '../markup.ts'
import type { Asked } from '../routes.ts'
import { caveatBoxes } from './caveats.ts'
import { shareBar } from './charts.ts'
import { bytesText, count, type Frame, frameOf, number, page, percent, table, th } from './layout.ts'
import { stateText } from './runs.ts'

/** One audit: its numbers, its bodies, and everything to download. */
export async function runPage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say, language } = framed
  const run = await readableRun(asked)
  const summary = await summaryOf(asked.shelf, run)
  return page(framed, {
    title: say('runOf', { when: timeText(run.header.now, language) }),
    target: asked.target,
    body: html`${run.state === 'unfinished' && html`<p class="warn">${say('unfinished')}</p>`}
${facts(run, summary, framed)}
${caveatBoxes({ header: run.header }, language)}
${badges(run, summary, framed)}
<h2>${say('downloads')}</h2>
${links(run, framed)}
<h2>${say('indicators')}</h2>
${indicators(summary, framed)}
<h2>${say('bodies')}</h2>
${bodies(run, summary, framed)}`,
  })
}

function facts(run: ReadableRun, { datasets, resources }: Summary, framed: Frame): Markup {
  const { say, language } = framed
  const { header, finishedAt, name } = run
  return html`<dl>
<dt>${say('state')}</dt><dd>${stateText(run, framed)}</dd>
<dt>${say('datasets')}</dt><dd>${count(datasets, language)}</dd>
<dt>${say('resources')}</dt><dd>${count(resources, language)}</dd>
<dt>${say('profile')}</dt><dd>${foreign(header.profile.title[language])} <code>${header.profile.id}</code></dd>
<dt>${say('program')}</dt><dd>${foreign(header.rejudged?.program ?? header.program)}</dd>
<dt>${say('started')}</dt><dd>${timeText(header.startedAt, language)}</dd>
${finishedAt !== undefined && html`<dt>${say('ended')}</dt><dd>${timeText(finishedAt, language)}</dd>`}
<dt>${say('file')}</dt><dd>${foreign(name)}</dd>
</dl>`
}

function badges({ id }: ReadableRun, { datasets, atLeast, atMost }: Summary, framed: Frame): Markup {
  const { say, language, href } = framed
  const cards = BEST_FIRST.map((badge) => {
    const n = count(atLeast[badge], language)
    const other = atMost[badge] !== atLeast[badge]
    return html`<div class="${badge}"><dt>${BADGE_WORDS[badge][language]}</dt><dd><a href="${href(`/runs/${id}/datasets`, { badge })}">${n}</a><small>${percent(atLeast[badge], datasets)}</small>${other && html`<small>${say('ifAll', { n: count(atMost[badge], language) })}</small>`}</dd></div>`
  })
  return html`<h2>${say('badges')}</h2><dl class="cards">${cards}</dl>
${shareBar(atLeast, language)}
<p><a href="${href(`/runs/${id}/datasets`)}">${say('seeDatasets')}</a></p>`
}

function links({ id, size }: ReadableRun, { say, href }: Frame): Markup {
  const files = [
    ['ledger.ndjson', say('ledgerFile', { size: bytesText(size) })],
    ['report.json', say('jsonFile')],
    ['report.html', say('htmlFile')],
    ['datasets.csv', say('csvFile')],
  ] as const
  return html`<ul class="links">${files.map(([file, text]) => html`<li><a href="${href(`/runs/${id}/${file}`)}" download>${text}</a></li>`)}</ul>`
}

function indicators({ indicators: of }: Summary, { say, language }: Frame): Markup {
  const head = [
    th(say('indicators')),
    ...OUTCOMES.map((outcome) => th(OUTCOME_WORDS[outcome][language], 'n')),
  ]
  const rows = INDICATORS.map(
    (indicator) =>
      html`<tr><th scope="row">${INDICATOR_WORDS[indicator][language]}</th>${OUTCOMES.map((outcome) => number(count(of[indicator][outcome] ?? 0, language)))}</tr>`,
  )
  return table(say('indicators'), head, rows)
}

function bodies({ id }: ReadableRun, summary: Summary, { say, language, href }: Frame): Markup {
  const head = [
    th(say('body')),
    th(say('group')),
    th(say('score'), 'n'),
    th(say('datasets'), 'n'),
    ...BEST_FIRST.map((badge) => th(BADGE_WORDS[badge][language], 'n')),
  ]
  const row = ({ body, score, datasets, atLeast }: BodySummary) => html`<tr>
<th scope="row" class="wide"><a href="${href(`/runs/${id}/datasets`, { body: body.id })}">${foreign(body.name)}</a></th>
<td class="nowrap">${BODY_GROUP_WORDS[body.group]?.[language] ?? foreign(body.group)}</td>
<td class="n"><a href="${href('/trend', { body: body.id })}" aria-label="${say('trendOfBody', { body: body.name })} ${scoreText(score)}">${scoreText(score)}</a></td>
${number(count(datasets, language))}
${BEST_FIRST.map((badge) => number(count(atLeast[badge], language)))}
</tr>`
  const ranked = [...summary.bodies].sort((a, b) => Number(b.score.atLeast) - Number(a.score.atLeast))
  return table(say('bodies'), head, ranked.map(row))
}
