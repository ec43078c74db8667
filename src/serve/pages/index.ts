import type { Routes } from '../routes.ts'
import { comparePage } from './compare.ts'
import { datasetPage } from './dataset.ts'
import { datasetsPage } from './datasets.ts'
import { runPage } from './run.ts'
import { runsPage } from './runs.ts'
import { trendPage } from './trend.ts'

/** What people read. */
export const PAGES: Routes = {
  '/': runsPage,
  '/runs/{}': runPage,
  '/runs/{}/datasets': datasetsPage,
  '/dataset': datasetPage,
  '/trend': trendPage,
  '/compare': comparePage,
}
