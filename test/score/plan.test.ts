import { describe, expect, it } from 'vitest'
import type { DatasetRecord, LedgerLine } from '../../src/core/ledger.ts'
import {
  createSummary,
  type Efforts,
  effortsWith,
  loadProfile,
  planMending,
  rejudge,
} from '../../src/score/index.ts'
import { body, dataset, finding, resource } from './make.ts'
import { SCOPES, TEXTS } from './random-ledger.ts'

const profile = loadProfile('measure-2017')
const SOUND = Object.fromEntries(TEXTS.map(({ id }) => [id, 'pass' as const]))
const RESOURCE_RULES = Object.fromEntries(
  Object.entries(SOUND).filter(([id]) => SCOPES.get(id) === 'resource'),
)

/** A dataset of one resource that fails these, each as `rule#messageId`, or doubts those with a `?` behind. */
function failing(id: string, url: string, ...selectors: string[]): DatasetRecord {
  const findings = selectors.map((selector) => {
    const [rule = '', messageId = ''] = selector.replace('?', '').split('#')
    return finding(rule, messageId, selector.endsWith('?') ? 'unknown' : 'fail')
  })
  const outcomes = {
    ...RESOURCE_RULES,
    ...Object.fromEntries(findings.map((each) => [each.rule, each.outcome])),
  }
  const link = { ...resource().link, finalUrl: url }
  return rejudge(
    dataset({
      id,
      body: body('moi', 'central', '內政部'),
      publisher: '內政部移民署',
      outcomes: { 'timeliness/on-schedule': 'pass' },
      resources: [resource({ url, link, outcomes, findings })],
    }),
    profile,
    SCOPES,
  )
}

const EXPIRED = 'link/reachable#tls-expired?'
const BLANK = 'structure/no-blank-rows#hole'

const plan = (
  list: readonly LedgerLine[],
  more: { target?: string; agency?: string[]; efforts?: Efforts } = {},
) => planMending({ rules: TEXTS }, list, { profile, scopes: SCOPES, efforts: effortsWith(), ...more })

describe('causes', () => {
  it('are one for a host whose certificate has expired, however many resources it serves', async () => {
    const list = [1, 2, 3].map((n) => failing(String(n), `https://a.gov.tw/${n}`, EXPIRED))
    const { bodies } = await plan([...list, failing('4', 'https://b.gov.tw/4', EXPIRED)])
    const causes = bodies[0]!.steps.map(({ causes }) => causes)
    expect(causes).toMatchObject([
      [{ host: 'a.gov.tw', resources: 3, minutes: 60, per: 'host' }],
      [{ host: 'b.gov.tw', resources: 1, minutes: 60, per: 'host' }],
    ])
  })

  it('in files belong to a contact and cost minutes for each file', async () => {
    const list = [1, 2].map((n) => failing(String(n), `https://${n}.gov.tw/`, BLANK))
    const { bodies } = await plan(list)
    expect(bodies[0]!.steps.map(({ causes }) => causes)).toMatchObject([
      [{ contact: '內政部移民署', resources: 2, datasets: 2, minutes: 10, per: 'resource' }],
    ])
  })

  it('that pay only together are one step', async () => {
    const { bodies } = await plan([failing('1', 'https://a.gov.tw/', BLANK, 'structure/no-footnotes#note')])
    expect(bodies[0]!.steps.map(({ causes }) => causes.length)).toEqual([2])
  })

  it('come in the order of points per minute', async () => {
    const list = [
      failing('1', 'https://a.gov.tw/', BLANK),
      failing('2', 'https://b.gov.tw/', 'structure/no-footnotes#note'),
    ]
    const first = async (minutes: number) => {
      const efforts = effortsWith({ 'structure/no-blank-rows': { minutes, per: 'resource' } })
      return (await plan(list, { efforts })).bodies[0]!.steps[0]!.causes[0]!.rule
    }
    expect([await first(4), await first(6)]).toEqual(['structure/no-blank-rows', 'structure/no-footnotes'])
  })

  it('that no publisher can mend are none: they stay open', async () => {
    const { bodies, datasets } = await plan([failing('1', 'https://a.gov.tw/', 'link/reachable#network?')])
    expect(bodies[0]!.steps).toEqual([])
    expect(datasets[0]).toMatchObject({
      fixes: [],
      open: [{ indicator: 'link', rule: 'link/reachable', messageId: 'network' }],
    })
  })
})

describe('scores of a plan', () => {
  it('hold the confirmed bonus of the ledger', async () => {
    const record = failing('1', 'https://a.gov.tw/', BLANK)
    const summary = createSummary(profile, new Map([['moi', 7]]))
    summary.add(record)
    const footer = { kind: 'footer', finishedAt: '2026-01-01T00:00:00Z', summary: summary.finish() } as const
    const { bodies } = await plan([record, footer])
    expect([bodies[0]!.score.atLeast, bodies[0]!.steps[0]!.score.atLeast]).toEqual(['30.70', '100.70'])
  })

  it('end at the target', async () => {
    const list = [1, 2, 3, 4].map((n) =>
      failing(String(n), `https://${n}.gov.tw/`, 'link/reachable#not-found'),
    )
    const { bodies } = await plan(list, { target: '50' })
    expect(bodies[0]!.steps.map(({ score }) => score.atLeast)).toEqual(['25.00', '50.00'])
    expect(bodies[0]!.reached).toBe(true)
  })

  it.each([
    [['內政'], 1],
    [['移民署'], 1],
    [['勞動部'], 0],
  ])('of %s are for %i body', async (agency, count) => {
    expect((await plan([failing('1', 'https://a.gov.tw/', BLANK)], { agency })).bodies).toHaveLength(count)
  })
})
