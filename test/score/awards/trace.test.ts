import { describe, expect, it } from 'vitest'
import { loadProfile, traceDataset } from '../../../src/score/index.ts'
import { dataset, finding, outcomes, resource } from '../make.ts'
import { measure } from './make.ts'

const named = (
  rule: string,
  fingerprint: string,
  outcome: 'fail' | 'unknown' | 'pass' = 'fail',
  messageId = 'm',
) => ({
  ...finding(rule, messageId, outcome),
  fingerprint,
})

describe('traceDataset', () => {
  it('names indicators, rules and the fingerprints of their findings', () => {
    const rule = 'metadata/fields-match'
    const record = dataset({
      badge: { atLeast: 'bronze', atMost: 'silver' },
      indicators: outcomes({ structure: 'unknown', metadata: 'fail' }),
      resources: [
        resource({ outcomes: { [rule]: 'pass' }, findings: [named('link/redirects', 'advice', 'pass')] }),
        resource({
          id: '2',
          outcomes: { [rule]: 'fail', 'structure/parses': 'unknown', 'metadata/encoding-matches': 'pass' },
          findings: [named(rule, 'f1'), named(rule, 'f2'), named('structure/parses', 'u1', 'unknown')],
        }),
      ],
    })
    expect(traceDataset(record, measure)).toEqual({
      id: '1',
      title: '資料集',
      body: 'moi',
      badge: { atLeast: 'bronze', atMost: 'silver' },
      points: { atLeast: '0.3', atMost: '0.6' },
      costs: [
        {
          indicator: 'structure',
          outcome: 'unknown',
          rules: [
            {
              rule: 'structure/parses',
              outcome: 'unknown',
              findings: [{ resource: '2', fingerprint: 'u1' }],
              more: 0,
            },
          ],
        },
        {
          indicator: 'metadata',
          outcome: 'fail',
          rules: [
            {
              rule,
              outcome: 'fail',
              findings: [
                { resource: '2', fingerprint: 'f1' },
                { resource: '2', fingerprint: 'f2' },
              ],
              more: 0,
            },
          ],
        },
      ],
    })
  })

  it('has nothing to say of gold', () => {
    expect(traceDataset(dataset(), measure)).toMatchObject({
      points: { atLeast: '1', atMost: '1' },
      costs: [],
    })
  })

  it('names the indicator alone where no rule spoke: a dataset without resources', () => {
    const record = dataset({
      badge: { atLeast: 'none', atMost: 'none' },
      indicators: outcomes({ link: 'fail' }),
    })
    expect(traceDataset(record, measure).costs).toEqual([{ indicator: 'link', outcome: 'fail', rules: [] }])
  })

  it('knows rules about the whole dataset', () => {
    const record = dataset({
      badge: { atLeast: 'silver', atMost: 'silver' },
      indicators: outcomes({ timeliness: 'fail' }),
      outcomes: { 'timeliness/on-schedule': 'fail' },
      findings: [named('timeliness/on-schedule', 'late')],
    })
    expect(traceDataset(record, measure).costs[0]?.rules[0]?.findings).toEqual([{ fingerprint: 'late' }])
  })

  it('follows a profile that lets advice cost', () => {
    const checker = loadProfile('checker-2017')
    const rule = 'structure/plain-records'
    const record = dataset({
      badge: { atLeast: 'silver', atMost: 'silver' },
      indicators: outcomes({ metadata: 'fail' }),
      resources: [
        resource({
          outcomes: { [rule]: 'pass' },
          findings: [named(rule, 'wrapped', 'pass', 'envelope'), named(rule, 'other', 'pass', 'shallow')],
        }),
      ],
    })
    expect(traceDataset(record, checker).costs).toEqual([
      {
        indicator: 'metadata',
        outcome: 'fail',
        rules: [{ rule, outcome: 'fail', findings: [{ resource: '1', fingerprint: 'wrapped' }], more: 0 }],
      },
    ])
  })

  it('makes one entry of all selectors of a rule, what fails before what is open', () => {
    const rule = 'metadata/fields-match'
    const record = (...findings: ReturnType<typeof named>[]) =>
      dataset({
        badge: { atLeast: 'silver', atMost: 'silver' },
        indicators: outcomes({ metadata: 'fail' }),
        resources: [
          resource({ outcomes: { [rule]: 'fail' }, findings }),
          resource({ outcomes: { [rule]: 'unknown' } }),
        ],
      })
    const rulesOf = (...findings: ReturnType<typeof named>[]) =>
      traceDataset(record(...findings), loadProfile('checker-2017')).costs[0]?.rules
    const both = rulesOf(named(rule, 'a'), named(rule, 'b', 'pass', 'lenient'))
    expect(
      both?.map(({ outcome, findings }) => [outcome, findings.map(({ fingerprint }) => fingerprint)]),
    ).toEqual([['fail', ['a', 'b']]])
    expect(rulesOf(named(rule, 'c', 'fail', 'lenient'))?.[0]?.findings).toHaveLength(1)
  })

  it('names twenty findings of a rule and counts the others', () => {
    const rule = 'structure/parses'
    const record = dataset({
      badge: { atLeast: 'bronze', atMost: 'bronze' },
      indicators: outcomes({ structure: 'fail' }),
      resources: [
        resource({
          outcomes: { [rule]: 'fail' },
          findings: Array.from({ length: 33 }, (_, i) => named(rule, `${i}`)),
        }),
      ],
    })
    const [found] = traceDataset(record, measure).costs[0]!.rules
    expect([found?.findings.length, found?.more]).toEqual([20, 13])
  })
})
