import {
  type Comparison,
  type DatasetChange,
  type DatasetMark,
  DIRECTIONS,
  type Direction,
  type LedgerMark,
} from '../../core/comparison.ts'
import type { Language } from '../../core/localised.ts'
import { REASON_WORDS } from '../../report/compare.ts'
import { PLAN_WORDS } from '../../report/plan-words.ts'
import { badgeText, scoreText, timeText } from '../../report/words.ts'
import type { Answer } from '../answer.ts'
import { comparedRuns, readableRuns } from '../asking.ts'
import type { ReadableRun } from '../ledgers/run.ts'
import { foreign, html, type Markup, short } from '../markup.ts'
import type { Asked } from '../routes.ts'
import { caveatBoxes } from './caveats.ts'
import { count, type Frame, frameOf, number, page, table, th } from './layout.ts'

/** Datasets listed of each kind of change. */
const LISTED = 200

/** Two audits side by side: a form, and what is different between the two that were chosen. */
export async function comparePage(asked: Asked): Promise<Answer> {
  const framed = frameOf(asked)
  const { say } = framed
  const { query } = asked.target
  const runs = await readableRuns(asked.shelf)
  const isChosen = query.has('old') || query.has('new')
  const whole = runs.filter(({ state }) => state === 'finished')
  const [old, recent] = isChosen ? await comparedRuns(asked) : [whole[1] ?? runs[1], whole[0] ?? runs[0]]
  const content =
    runs.length < 2
      ? html`<p>${say('noCompare')}</p>`
      : !isChosen || !old || !recent
        ? false
        : old.id === recent.id
          ? html`<p class="warn">${say('samePair')}</p>`
          : result(await asked.compare(old, recent), framed)
  return page(framed, {
    title: say('compareTwo'),
    target: asked.target,
    body: html`${runs.length > 1 && form(runs, old, recent, framed)}${content}`,
  })
}

function form(
  runs: readonly ReadableRun[],
  old: ReadableRun | undefined,
  recent: ReadableRun | undefined,
  { say, language, hidden }: Frame,
): Markup {
  const choice = (name: string, label: string, chosen: ReadableRun | undefined) =>
    html`<label>${label} <select name="${name}">${runs.map(({ id, header, name: file }) => html`<option value="${id}"${id === chosen?.id && html` selected`}>${`${timeText(header.now, language)} ${file}`}</option>`)}</select></label>`
  return html`<form action="/compare" method="get">${hidden}
${choice('old', say('before'), old)}
${choice('new', say('after'), recent)}
<button>${say('doCompare')}</button>
</form>`
}

const TITLES = {
  worse: 'dirWorse',
  better: 'dirBetter',
  wider: 'dirWider',
  narrower: 'dirNarrower',
} as const

function result(found: Comparison, framed: Frame): Markup {
  const { say, language } = framed
  const of = (direction: Direction) => found.changed.filter((change) => change.direction === direction)
  const kinds: readonly (readonly [string, number])[] = [
    ...DIRECTIONS.map((direction): [string, number] => [
      direction === 'same' ? say('sameBadge') : PLAN_WORDS[TITLES[direction]][language],
      of(direction).length,
    ]),
    [PLAN_WORDS.appeared[language], found.appeared.length],
    [PLAN_WORDS.gone[language], found.gone.length],
    [say('unchanged'), found.unchanged],
  ]
  return html`${found.ledgers.map((ledger, at) => caveatsOf(ledger, say(at === 0 ? 'before' : 'after'), language))}
<h2>${say('datasets')}</h2>
${table(
  say('datasets'),
  [th(say('change')), th(say('counts'), 'n')],
  kinds.map(([text, n]) => html`<tr><th scope="row">${text}</th>${number(count(n, language))}</tr>`),
)}
<h2>${say('bodies')}</h2>
${bodies(found, framed)}
${(['worse', 'better', 'wider', 'narrower'] as const).map((direction) => changes(PLAN_WORDS[TITLES[direction]][language], of(direction), framed))}
${changes(say('sameBadge'), of('same'), framed)}
${marks(PLAN_WORDS.appeared[language], found.appeared, framed)}
${marks(PLAN_WORDS.gone[language], found.gone, framed)}`
}

function caveatsOf(ledger: LedgerMark, name: string, language: Language): Markup | false {
  const boxes = caveatBoxes({ header: ledger, interrupted: ledger.interrupted }, language)
  return boxes.length > 0 && html`<h2>${name} ${timeText(ledger.now, language)}</h2>${boxes}`
}

function bodies({ bodies: of, ledgers }: Comparison, { say, language, href }: Frame): Markup {
  const head = [
    th(say('body')),
    ...ledgers.map(({ now }, at) =>
      th(`${say(at === 0 ? 'before' : 'after')} ${timeText(now, language)}`, 'n'),
    ),
  ]
  const rows = of.map(
    ({ body, scores }) => html`<tr>
<th scope="row" class="wide"><a href="${href('/trend', { body: body.id })}">${foreign(body.name)}</a></th>
${scores.map((one) => number(one ? scoreText(one.score) : '–'))}
</tr>`,
  )
  return table(say('scoresOfBodies'), head, rows)
}

function changes(title: string, list: readonly DatasetChange[], framed: Frame): Markup | false {
  if (list.length === 0) return false
  const { say, language } = framed
  const head = [th(say('title')), th(say('body')), th(say('change')), th(say('why'))]
  const rules = (label: string, found: DatasetChange['mended']) =>
    found.length > 0 &&
    html`<br><small>${label} <code>${[...new Set(found.map(({ rule }) => rule))].join(' ')}</code></small>`
  const row = (change: DatasetChange) => html`<tr>
${named(change, framed)}
<td class="nowrap">${badgeText(change.before, language)} → ${badgeText(change.after, language)}</td>
<td class="wide">${change.reasons.map((reason) => PLAN_WORDS[REASON_WORDS[reason]][language]).join(language === 'en' ? ', ' : '、')}${rules(say('mended'), change.mended)}${rules(say('added'), change.added)}</td>
</tr>`
  return section(title, head, list, row, framed)
}

function marks(title: string, list: readonly DatasetMark[], framed: Frame): Markup | false {
  if (list.length === 0) return false
  const { say, language } = framed
  const row = (mark: DatasetMark) =>
    html`<tr>${named(mark, framed)}<td class="nowrap">${badgeText(mark.badge, language)}</td></tr>`
  return section(title, [th(say('title')), th(say('body')), th(say('badges'))], list, row, framed)
}

const named = ({ id, title, body }: Omit<DatasetMark, 'badge'>, { href }: Frame): Markup =>
  html`<th scope="row" class="wide"><a href="${href('/dataset', { id })}">${foreign(short(title.trim() === '' ? id : title))}</a> <small>${foreign(short(id))}</small></th><td class="wide">${foreign(body.name)}</td>`

function section<T>(
  title: string,
  head: readonly Markup[],
  list: readonly T[],
  row: (item: T) => Markup,
  { say }: Frame,
): Markup {
  return html`<h2>${title}</h2>
${table(title, head, list.slice(0, LISTED).map(row))}
${list.length > LISTED && html`<p class="soft">${say('listed', { n: LISTED })}</p>`}`
}
