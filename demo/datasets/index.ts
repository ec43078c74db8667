import type { DemoDataset } from '../dataset.ts'
import { ENVIRONMENT_LINKS } from './environment-links.ts'
import { ENVIRONMENT_SERVICES } from './environment-services.ts'
import { ENVIRONMENT_TREES } from './environment-trees.ts'
import { LABOUR_HEADERS } from './labour-headers.ts'
import { LABOUR_ROWS } from './labour-rows.ts'
import { LABOUR_SERVICES } from './labour-services.ts'
import { TAITUNG_ENCODINGS } from './taitung-encodings.ts'
import { TAITUNG_FIELDS } from './taitung-fields.ts'
import { TAITUNG_WORKBOOKS } from './taitung-workbooks.ts'

/** The demo's catalogue: three bodies, every badge, every rule broken at least once. */
export const DATASETS: readonly DemoDataset[] = [
  ...LABOUR_HEADERS,
  ...LABOUR_ROWS,
  ...LABOUR_SERVICES,
  ...TAITUNG_ENCODINGS,
  ...TAITUNG_FIELDS,
  ...TAITUNG_WORKBOOKS,
  ...ENVIRONMENT_TREES,
  ...ENVIRONMENT_SERVICES,
  ...ENVIRONMENT_LINKS,
]

/** The moment the table is made for: timeliness is judged against it. */
export const NOW = '2026-11-20T12:00:00+08:00'
