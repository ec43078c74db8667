import { describe, expect, it } from 'vitest'
import type { Badge, IndicatorOutcomes, Outcome } from '../../src/core/badge.ts'
import { INDICATORS, OUTCOMES, rank } from '../../src/core/badge.ts'
import type { Verdict } from '../../src/core/judge.ts'
import { badgeOf, indicatorsOf, intersect, loadProfile } from '../../src/score/index.ts'
import { outcomes, verdict } from './make.ts'

const measure = loadProfile('measure-2017')
const checker = loadProfile('checker-2017')

const good = [
  verdict('link/reachable', 'pass'),
  verdict('download/direct', 'pass'),
  verdict('structure/open-format', 'pass'),
  verdict('structure/parses', 'pass'),
  verdict('metadata/encoding-matches', 'pass'),
  verdict('metadata/fields-match', 'pass'),
]
const but = (...changed: Verdict[]): Verdict[] => [
  ...good.filter(({ rule }) => !changed.some((verdict) => verdict.rule === rule)),
  ...changed,
]

describe('indicatorsOf', () => {
  const cases: [string, 'measure' | 'checker', Verdict[], Partial<IndicatorOutcomes>][] = [
    ['a clean resource', 'measure', good, {}],
    ['a clean resource', 'checker', good, {}],
    [
      'no verdicts',
      'measure',
      [],
      {
        link: 'not-applicable',
        download: 'not-applicable',
        structure: 'not-applicable',
        metadata: 'not-applicable',
      },
    ],
    ['ragged rows', 'measure', but(verdict('structure/consistent-columns', 'fail')), { structure: 'fail' }],
    ['ragged rows', 'checker', but(verdict('structure/consistent-columns', 'fail')), { metadata: 'fail' }],
    ['a subtotal', 'checker', but(verdict('structure/no-subtotals', 'fail')), {}],
    ['advice only', 'measure', but(verdict('structure/plain-records', 'pass', 'envelope')), {}],
    [
      'an envelope',
      'checker',
      but(verdict('structure/plain-records', 'pass', 'envelope')),
      { metadata: 'fail' },
    ],
    ['another advice', 'checker', but(verdict('structure/plain-records', 'pass', 'other')), {}],
    [
      'a lenient match',
      'checker',
      but(verdict('metadata/fields-match', 'pass', 'lenient')),
      { metadata: 'fail' },
    ],
    ['a lenient match', 'measure', but(verdict('metadata/fields-match', 'pass', 'lenient')), {}],
    [
      'no records looked at',
      'checker',
      but(verdict('structure/plain-records', 'unknown')),
      { metadata: 'unknown' },
    ],
    [
      'a finding in the part that was seen',
      'checker',
      but(verdict('structure/plain-records', 'unknown', 'nested')),
      { metadata: 'fail' },
    ],
    ['a message not asked for', 'checker', but(verdict('structure/plain-records', 'fail', 'other')), {}],
    ['one unknown', 'measure', but(verdict('structure/parses', 'unknown')), { structure: 'unknown' }],
    [
      'unknown beside a failure',
      'measure',
      but(verdict('structure/parses', 'unknown'), verdict('structure/no-blank-rows', 'fail')),
      { structure: 'fail' },
    ],
    [
      'a web page instead of data',
      'checker',
      but(verdict('download/direct', 'fail'), verdict('structure/open-format', 'fail')),
      { download: 'fail', structure: 'unknown', metadata: 'unknown' },
    ],
    [
      'a dead link',
      'checker',
      but(verdict('link/reachable', 'fail')),
      { link: 'fail', download: 'unknown', structure: 'unknown', metadata: 'unknown' },
    ],
    ['a link not known', 'checker', but(verdict('link/reachable', 'unknown')), { link: 'unknown' }],
    [
      'a web page instead of data',
      'measure',
      but(verdict('download/direct', 'fail'), verdict('structure/open-format', 'fail')),
      { download: 'fail', structure: 'fail' },
    ],
    ['late data', 'measure', [...good, verdict('timeliness/on-schedule', 'fail')], { timeliness: 'fail' }],
    ['late data', 'checker', [...good, verdict('timeliness/on-schedule', 'fail')], {}],
  ]
  it.each(cases)('%s, %s', (_, profile, verdicts, expected) => {
    expect(indicatorsOf(verdicts, profile === 'measure' ? measure : checker)).toEqual(outcomes(expected))
  })
})

describe('intersect', () => {
  const nothing = outcomes({
    link: 'not-applicable',
    download: 'not-applicable',
    structure: 'not-applicable',
    metadata: 'not-applicable',
  })
  const cases: [resources: Outcome[], measure: Outcome, checker: Outcome][] = [
    [['pass', 'pass'], 'pass', 'pass'],
    [['pass', 'fail'], 'fail', 'fail'],
    [['fail', 'unknown'], 'fail', 'fail'],
    [['pass', 'unknown'], 'unknown', 'pass'],
    [['unknown', 'unknown'], 'unknown', 'unknown'],
    [['unknown', 'not-applicable'], 'unknown', 'unknown'],
    [['not-applicable', 'pass'], 'pass', 'pass'],
    [['not-applicable', 'not-applicable'], 'not-applicable', 'not-applicable'],
  ]
  it.each(cases)('%j: measure-2017 %s, checker-2017 %s', (resources, byMeasure, byChecker) => {
    const all = resources.map((structure) => outcomes({ structure }))
    expect(intersect(all, nothing, measure).structure).toBe(byMeasure)
    expect(intersect(all, nothing, checker).structure).toBe(byChecker)
  })

  it('counts the rules about the whole dataset', () => {
    const whole = indicatorsOf([verdict('timeliness/on-schedule', 'fail')], measure)
    expect(intersect([outcomes()], whole, measure)).toEqual(outcomes({ timeliness: 'fail' }))
  })

  it.each([measure, checker])('a dataset without a resource has no link that works: $id', (profile) => {
    const dataset = intersect([], nothing, profile)
    expect(dataset.link).toBe('fail')
    expect(badgeOf(dataset, profile)).toEqual({ atLeast: 'none', atMost: 'none' })
  })
})

describe('badgeOf', () => {
  const cases: [Partial<IndicatorOutcomes>, atLeast: Badge, atMost: Badge][] = [
    [{}, 'gold', 'gold'],
    [{ timeliness: 'pass' }, 'gold', 'gold'],
    [{ structure: 'not-applicable' }, 'gold', 'gold'],
    [{ timeliness: 'fail' }, 'silver', 'silver'],
    [{ metadata: 'fail' }, 'silver', 'silver'],
    [{ structure: 'fail' }, 'bronze', 'bronze'],
    [{ download: 'fail' }, 'none', 'none'],
    [{ link: 'fail' }, 'none', 'none'],
    [{ metadata: 'unknown' }, 'silver', 'gold'],
    [{ structure: 'unknown' }, 'bronze', 'gold'],
    [{ structure: 'unknown', metadata: 'fail' }, 'bronze', 'silver'],
    [{ link: 'unknown' }, 'none', 'gold'],
    [{ link: 'unknown', structure: 'fail' }, 'none', 'bronze'],
    [{ download: 'fail', structure: 'unknown', metadata: 'unknown' }, 'none', 'none'],
  ]
  it.each(cases)('%j: %s to %s in either profile', (changes, atLeast, atMost) => {
    expect(badgeOf(outcomes(changes), measure)).toEqual({ atLeast, atMost })
    expect(badgeOf(outcomes(changes), checker)).toEqual({ atLeast, atMost })
  })

  it('the interval holds every badge that the unknown could turn out to be', () => {
    const certain = OUTCOMES.filter((outcome) => outcome !== 'unknown')
    for (const unknown of INDICATORS)
      for (const other of INDICATORS)
        for (const outcome of certain) {
          const seen = outcomes({ [other]: outcome })
          const possible = certain.map((truth) => badgeOf({ ...seen, [unknown]: truth }, measure).atLeast)
          const { atLeast, atMost } = badgeOf({ ...seen, [unknown]: 'unknown' }, measure)
          expect(possible).toContain(atLeast)
          expect(possible).toContain(atMost)
          for (const badge of possible) {
            expect(rank(badge)).toBeGreaterThanOrEqual(rank(atLeast))
            expect(rank(badge)).toBeLessThanOrEqual(rank(atMost))
          }
        }
  })
})
