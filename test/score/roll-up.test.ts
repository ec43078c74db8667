import { describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { analyse, createSummary, effortsWith, loadProfile } from '../../src/score/index.ts'
import { body, dataset, finding, resource } from './make.ts'
import { SCOPES, TEXTS } from './random-ledger.ts'

const profile = loadProfile('measure-2017')

const at = (url: string, ...findings: ReturnType<typeof finding>[]) =>
  resource({ url, link: { ...resource().link, finalUrl: url }, findings })

const EXPIRED = finding('link/reachable', 'tls-expired', 'unknown')
const BLANK = finding('structure/no-blank-rows', 'hole', 'fail')
const UNFETCHED = finding('structure/parses', 'not-fetched', 'unknown')
const ALSO_UNFETCHED = finding('metadata/decodable', 'not-fetched', 'unknown')

async function analysed(...records: DatasetRecord[]) {
  const summary = createSummary(profile)
  for (const record of records) summary.add(record)
  const header = {
    kind: 'header' as const,
    schemaVersion: 1 as const,
    program: '',
    startedAt: '',
    now: '2026-01-01T00:00:00Z',
    catalogue: [],
    profile: { id: profile.id, title: { 'zh-TW': '', en: '' }, notes: [] },
    selection: {},
    rules: TEXTS,
  }
  return analyse({ header, summary: summary.finish() }, records, {
    profile,
    scopes: SCOPES,
    efforts: effortsWith(),
  })
}

describe('analyse', () => {
  it('rolls up what one host or one contact is behind, whatever bodies it concerns', async () => {
    const { rollUp } = await analysed(
      dataset({
        id: '1',
        resources: [
          at('https://a.gov.tw/1', EXPIRED, UNFETCHED, ALSO_UNFETCHED),
          at('https://a.gov.tw/2', EXPIRED, UNFETCHED),
        ],
      }),
      dataset({ id: '2', body: body('mol'), resources: [at('https://a.gov.tw/3', EXPIRED)] }),
      dataset({ id: '3', contact: { name: '王小明' }, resources: [at('https://c.gov.tw/1', BLANK, BLANK)] }),
    )
    expect(rollUp.causes).toEqual({
      count: 2,
      first: [
        {
          rule: 'link/reachable',
          messageId: 'tls-expired',
          outcome: 'unknown',
          host: 'a.gov.tw',
          datasets: 2,
          resources: 3,
          bodies: 2,
          first: ['1', '2'],
        },
        {
          rule: 'structure/no-blank-rows',
          messageId: 'hole',
          outcome: 'fail',
          contact: '王小明',
          datasets: 1,
          resources: 1,
          bodies: 1,
          first: ['3'],
        },
      ],
    })
    expect(rollUp.unseen).toEqual([{ messageId: 'not-fetched', datasets: 1, resources: 2 }])
  })

  it('keeps the first five hundred causes and ten datasets of each, and counts all', async () => {
    const records = Array.from({ length: 600 }, (_, n) =>
      dataset({
        id: String(n),
        resources: [at(`https://h${n}.gov.tw/`, EXPIRED), at('https://x.gov.tw/', EXPIRED)],
      }),
    )
    const { causes } = (await analysed(...records)).rollUp
    expect([causes.count, causes.first.length]).toEqual([601, 500])
    expect(causes.first[0]).toMatchObject({ host: 'x.gov.tw', datasets: 600, resources: 600 })
    expect(causes.first[0]!.first).toHaveLength(10)
  })

  it('scores all datasets as if they were of one body', async () => {
    const none = { atLeast: 'none', atMost: 'silver' } as const
    const { score } = await analysed(dataset({ id: '1' }), dataset({ id: '2', body: body('x'), badge: none }))
    expect(score).toEqual({ atLeast: '50.00', atMost: '80.00' })
  })
})
