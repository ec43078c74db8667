import { readFile } from 'node:fs/promises'
import type { Analysis } from '../core/analysis.ts'
import { createBlocks, escaped } from './html/blocks.ts'
import type { PageHead, PagePlan } from './html/page-data.ts'
import { rowOf } from './html/row.ts'
import type { LedgerView, WriterOptions } from './view.ts'

/** Built by `scripts/build-report.mjs` from `html/app`. */
const TEMPLATE = new URL('./html/template.html', import.meta.url)
const PLACE = '<!-- ledger -->'

/** A small report can be read as it is, and is the same to the byte on every machine; gzip is not. */
const COMPRESSED_FROM = 500
/** Steps of one body, and golds that will not last, that the page has; `odbadge plan` has all. */
const STEPS = 50
const FRAGILE = 1000

/** One self-contained page: the built template with the ledger in its one place. */
export async function* html(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const [before, after, ...more] = (await readFile(TEMPLATE, 'utf8')).split(PLACE)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`the report template must have exactly one ${PLACE}`)
  const { header, summary } = ledger
  const { analysis } = options

  yield before
  yield `<script type="application/json" id="ledger">${escaped(JSON.stringify(headOf(ledger, options)))}</script>\n`
  const bodies = new Map(summary.bodies.map(({ body }, at) => [body.id, at]))
  const rules = new Map(header.rules.map(({ id }, at) => [id, at]))
  const plans = new Map(analysis?.plan.datasets.map((plan) => [plan.id, plan]))
  const blocks = createBlocks(summary.datasets >= COMPRESSED_FROM)
  for await (const record of ledger.records()) {
    if (record.kind === 'dataset') {
      const plan = plans.get(record.id)
      yield blocks.add('rows', rowOf(record, bodies, rules))
      yield blocks.add('entries', { record, ...(plan && { plan }) })
    } else if (record.kind === 'politeness') yield blocks.add('sessions', record)
    else yield blocks.add('problems', record)
  }
  yield blocks.rest()
  yield after
}

function headOf(
  { header, summary, finishedAt, interrupted, notes }: LedgerView,
  { language, analysis, rulePages }: WriterOptions,
): PageHead {
  return {
    language,
    header,
    finishedAt,
    summary,
    ...(interrupted && { interrupted }),
    ...(notes && { notes }),
    ...(analysis && { analysis: { ...analysis, plan: planOf(analysis.plan) } }),
    ...(rulePages !== undefined && { rulePages }),
  }
}

function planOf({ datasets: _, fragile, bodies, ...plan }: Analysis['plan']): PagePlan {
  return {
    ...plan,
    bodies: bodies.map((body) => ({
      ...body,
      steps: body.steps.slice(0, STEPS),
      stepCount: body.steps.length,
    })),
    fragile: { count: fragile.length, first: fragile.slice(0, FRAGILE) },
  }
}
