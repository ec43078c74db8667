import type { CatalogueProblem } from '../../src/core/catalogue.ts'
import type { Summary } from '../../src/core/ledger.ts'
import type { LedgerView } from '../../src/report/view.ts'
import { datasets, HOSTILE, LABOUR, TAINAN, UNMAPPED } from './sample-datasets.ts'
import { header } from './sample-header.ts'

export { datasets, HOSTILE, header }

export const problems: readonly CatalogueProblem[] = [
  { kind: 'catalogue-problem', source: 'export.csv', position: 9, code: 'row-width', detail: HOSTILE },
]

export const summary: Summary = {
  datasets: 6,
  resources: 7,
  atLeast: { gold: 1, silver: 2, bronze: 1, none: 2 },
  atMost: { gold: 3, silver: 1, bronze: 1, none: 1 },
  indicators: {
    link: { pass: 4, fail: 1, 'not-applicable': 0, unknown: 1 },
    download: { pass: 4, fail: 0, 'not-applicable': 0, unknown: 2 },
    structure: { pass: 3, fail: 1, 'not-applicable': 0, unknown: 2 },
    metadata: { pass: 2, fail: 1, 'not-applicable': 0, unknown: 3 },
    timeliness: { pass: 4, fail: 0, 'not-applicable': 1, unknown: 1 },
  },
  rules: [
    { rule: 'link/reachable', datasets: 1, resources: 1 },
    { rule: 'metadata/fields-match', datasets: 1, resources: 0 },
    { rule: 'structure/consistent-columns', datasets: 1, resources: 1 },
  ],
  bodies: [
    {
      body: LABOUR,
      datasets: 3,
      atLeast: { gold: 1, silver: 1, bronze: 1, none: 0 },
      atMost: { gold: 2, silver: 0, bronze: 1, none: 0 },
      score: { atLeast: '63.33', atMost: '76.67' },
      bonus: '0.1',
    },
    {
      body: TAINAN,
      datasets: 2,
      atLeast: { gold: 0, silver: 0, bronze: 0, none: 2 },
      atMost: { gold: 1, silver: 0, bronze: 0, none: 1 },
      score: { atLeast: '0.00', atMost: '50.00' },
      bonus: '0',
    },
    {
      body: UNMAPPED,
      datasets: 1,
      atLeast: { gold: 0, silver: 1, bronze: 0, none: 0 },
      atMost: { gold: 0, silver: 1, bronze: 0, none: 0 },
      score: { atLeast: '60.00', atMost: '60.00' },
      bonus: '0',
    },
  ],
  catalogueProblems: 1,
  crashes: 1,
}

export const ledger: LedgerView = {
  header,
  summary,
  finishedAt: '2026-01-01T00:10:00.000Z',
  async *records() {
    yield* datasets.slice(0, 2)
    yield* problems
    yield* datasets.slice(2)
  },
}

export async function written(chunks: AsyncIterable<string>): Promise<string> {
  let whole = ''
  for await (const chunk of chunks) whole += chunk
  return whole
}
