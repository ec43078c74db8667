import { readFileSync } from 'node:fs'
import { compareJson } from '../../report/index.ts'
import { JSON_TYPE, json } from '../answer.ts'
import { comparedRuns, filterIn, finishedRuns, readableRun, summaryOf } from '../asking.ts'
import { choose } from '../datasets.ts'
import { historyOf } from '../history.ts'
import { whole } from '../query.ts'
import type { Routes } from '../routes.ts'
import { trendOf } from '../trend.ts'
import { runView } from './run-view.ts'

/** Raised when an answer's shape changes so that an older program would misread it. */
const schemaVersion = 1

const MAX_LIMIT = 1_000

const DOCUMENT = readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')

/** What programs ask; `openapi.json` describes each. */
export const API: Routes = {
  '/openapi.json': () => ({ status: 200, headers: { 'content-type': JSON_TYPE }, body: DOCUMENT }),
  '/api/v1/runs': async ({ shelf, language }) => {
    const { runs, left } = await shelf.runs()
    return json({ schemaVersion, left, runs: runs.map((run) => runView(run, language)) })
  },
  '/api/v1/runs/{}': async (asked) => {
    const run = await readableRun(asked)
    const summary = await summaryOf(asked.shelf, run)
    return json({ schemaVersion, ...runView({ ...run, summary }, asked.language), summary })
  },
  '/api/v1/runs/{}/datasets': async (asked) => {
    const { query } = asked.target
    const run = await readableRun(asked)
    const offset = whole(query, 'offset', { least: 0, most: 1_000_000, otherwise: 0 })
    const limit = whole(query, 'limit', { least: 1, most: MAX_LIMIT, otherwise: 100 })
    const { total, rows } = choose(await asked.shelf.rows(run), filterIn(query), offset, limit)
    return json({ schemaVersion, run: run.id, total, offset, limit, datasets: rows })
  },
  '/api/v1/datasets/{}/history': async ({ shelf, part, language }) =>
    json({ schemaVersion, language, ...(await historyOf(shelf, part, language)) }),
  '/api/v1/trend': async ({ shelf }) => json({ schemaVersion, ...trendOf(await finishedRuns(shelf)) }),
  '/api/v1/compare': async (asked) => {
    const [old, recent] = await comparedRuns(asked)
    const comparison = await asked.compare(old, recent)
    return {
      status: 200,
      headers: { 'content-type': JSON_TYPE },
      body: compareJson(comparison, asked.language),
    }
  },
}
