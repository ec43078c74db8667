import { expect } from 'vitest'
import type { Awards, DatasetTrace } from '../../src/core/awards.ts'
import type { Body, DatasetRecord, LedgerHeader } from '../../src/core/ledger.ts'
import { createSummary, loadProfile } from '../../src/score/index.ts'
import { complaints } from '../report/schema.ts'
import { body, dataset, finding, outcomes, resource } from '../score/make.ts'
import { type folder, odbadge } from './run.ts'

/** What the tests read of `--reporter json`. */
export interface ScoreDocument extends Awards {
  readonly notes: readonly (Awards['notes'][number] & { readonly message: string })[]
  readonly datasets: readonly DatasetTrace[]
}

export const measure = loadProfile('measure-2017')
const MOL: Body = { id: 'mol', name: '勞動部', group: 'central' }

const header = (changes: Partial<LedgerHeader> = {}): LedgerHeader => ({
  kind: 'header',
  schemaVersion: 1,
  program: 'odbadge test',
  startedAt: '2026-08-31T00:00:00.000Z',
  now: '2026-08-31T00:00:00.000Z',
  catalogue: ['export.csv'],
  profile: { id: measure.id, title: measure.title, notes: measure.notes },
  selection: {},
  rules: [],
  ...changes,
})

export function ledger(records: readonly DatasetRecord[], changes: Partial<LedgerHeader> = {}): string {
  const summary = createSummary(measure)
  for (const record of records) summary.add(record)
  const footer = { kind: 'footer', finishedAt: '2026-08-31T01:00:00.000Z', summary: summary.finish() }
  return [header(changes), ...records, footer].map((line) => `${JSON.stringify(line)}\n`).join('')
}

export const of = (
  id: string,
  badge: DatasetRecord['badge']['atLeast'],
  changes: Partial<DatasetRecord> = {},
) => dataset({ id, title: `資料集${id}`, body: MOL, badge: { atLeast: badge, atMost: badge }, ...changes })

const failing = of('3', 'silver', {
  indicators: outcomes({ metadata: 'fail' }),
  resources: [
    resource({
      outcomes: { 'metadata/fields-match': 'fail' },
      findings: [finding('metadata/fields-match', 'missing', 'fail')],
    }),
  ],
})
export const RECORDS = [
  of('1', 'gold', { issued: '2020-01-01', portal: { views: 10, downloads: 4, rating: 4.5 } }),
  of('2', 'none', { indicators: outcomes({ link: 'unknown' }), badge: { atLeast: 'none', atMost: 'gold' } }),
  failing,
  of('4', 'bronze', { body: body('cat', 'local', '某縣政府') }),
  of('5', 'gold', { body: body('fund', 'outside', '某基金會') }),
]
export const AWARDS = JSON.stringify({ threshold: { central: 2, local: 1 } })
export const VOTES = JSON.stringify({
  cases: [
    {
      id: 'A',
      title: '空氣地圖',
      body: '環境部',
      votes: 7,
      judges: [
        {
          judge: '甲',
          scores: {
            depth: 9,
            partnership: 8.5,
            feedback: 7,
            innovation: 12,
            benefit: 13,
            continuity: 8,
            extension: 6,
          },
        },
      ],
    },
  ],
})

export async function scored(at: ReturnType<typeof folder>, ...argv: string[]): Promise<ScoreDocument> {
  const { code, out, err } = await odbadge('score', at('ledger.ndjson'), ...argv, '--reporter', 'json')
  expect([code, err]).toEqual([0, ''])
  const document = JSON.parse(out)
  expect(complaints('score', document)).toEqual([])
  return document
}

/** Every body of the result, wherever it is listed. */
export const bodiesOf = ({ gold }: ScoreDocument) => [
  ...gold.groups.flatMap(({ bodies }) => bodies),
  ...gold.apart,
]
