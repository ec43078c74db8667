import { BADGE_WORDS, timeText } from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { BEST_FIRST } from '../datasets.ts'
import { isReadable, type Run } from '../ledgers/run.ts'
import { foreign, html, type Markup } from '../markup.ts'
import type { Asked } from '../routes.ts'
import { damageText } from '../words.ts'
import { bytesText, count, type Frame, frameOf, number, page, table, th } from './layout.ts'

/** Every ledger of the folder, also those that cannot be used, with the reason. */
export async function runsPage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say, language } = framed
  const { runs, left } = await asked.shelf.runs()
  const head = [
    th(say('judged')),
    th(say('state')),
    th(say('datasets'), 'n'),
    ...BEST_FIRST.map((badge) => th(BADGE_WORDS[badge][language], 'n')),
    th(say('profile')),
    th(say('file')),
  ]
  return page(framed, {
    title: say('site'),
    target: asked.target,
    body: html`${
      runs.length === 0
        ? html`<p>${say('noRuns')}</p>`
        : table(
            say('runs'),
            head,
            runs.map((run) => row(run, framed)),
          )
    }
${left > 0 && html`<p class="soft">${say('more', { n: left })}</p>`}
${runs.some(isReadable) && idForm(framed)}`,
  })
}

function row(run: Run, { say, href, language }: Frame): Markup {
  const { summary, header, name, size } = run
  const when = header && timeText(header.now, language)
  const counts = summary?.atLeast
  return html`<tr>
<th scope="row" class="nowrap">${isReadable(run) ? html`<a href="${href(`/runs/${run.id}`)}">${when ?? ''}</a>` : (when ?? '–')}</th>
<td class="wide">${stateText(run, { say, language })}</td>
${number(summary ? count(summary.datasets, language) : '–')}
${BEST_FIRST.map((badge) => number(counts ? count(counts[badge], language) : '–'))}
<td>${header ? foreign(header.profile.id) : '–'}</td>
<td class="wide">${foreign(name)} <small>${bytesText(size)}</small></td>
</tr>`
}

export function stateText(run: Run, { say, language }: Pick<Frame, 'say' | 'language'>): Markup {
  if (run.damage)
    return html`<span class="fail">${say('damaged')}</span>${language === 'en' ? ': ' : '：'}${damageText(run.damage, language)}`
  const state = say(run.state)
  return run.checked ? html`${state}` : html`${state} <small>(${say('unchecked')})</small>`
}

/** The way to one dataset over all audits. */
export const idForm = ({ say, hidden }: Frame): Markup => html`<h2>${say('byId')}</h2>
<form action="/dataset" method="get">${hidden}
<label>${say('datasetId')} <input name="id" required maxlength="300"></label>
<button>${say('show')}</button>
</form>`
