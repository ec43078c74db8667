import { describe, expect, it } from 'vitest'
import type { Badge } from '../../src/core/badge.ts'
import type { LedgerLine } from '../../src/core/ledger.ts'
import { createSummary, loadProfile, summarise } from '../../src/score/index.ts'
import { body, dataset, finding, outcomes, resource } from './make.ts'

const measure = loadProfile('measure-2017')
const badge = (atLeast: Badge, atMost: Badge = atLeast) => ({ badge: { atLeast, atMost } })
const problem: LedgerLine = {
  kind: 'catalogue-problem',
  source: 'a.csv',
  position: 2,
  code: 'no-id',
  detail: '',
}

describe('createSummary', () => {
  it('of nothing is all zeros', () => {
    const summary = createSummary(measure).finish()
    expect(summary).toMatchObject({ datasets: 0, resources: 0, rules: [], bodies: [], crashes: 0 })
    expect(summary.atLeast).toEqual({ gold: 0, silver: 0, bronze: 0, none: 0 })
    expect(summary.indicators.link).toEqual({ pass: 0, fail: 0, 'not-applicable': 0, unknown: 0 })
  })

  it('gives every body its counts and its score as an interval', () => {
    const summary = createSummary(measure, new Map([['mol', 3]]))
    const mol = body('mol')
    for (const certain of ['gold', 'silver', 'bronze', 'none'] as const)
      summary.add(dataset({ body: mol, ...badge(certain), resources: [resource(), resource()] }))
    summary.add(dataset({ body: mol, ...badge('none', 'gold') }))
    summary.add(dataset({ body: body('moi'), ...badge('gold') }))
    const { bodies, atLeast, atMost, datasets, resources } = summary.finish()
    expect({ datasets, resources }).toEqual({ datasets: 6, resources: 8 })
    expect(atLeast).toEqual({ gold: 2, silver: 1, bronze: 1, none: 2 })
    expect(atMost).toEqual({ gold: 3, silver: 1, bronze: 1, none: 1 })
    expect(bodies.map((each) => [each.body.id, each.datasets, each.score, each.bonus])).toEqual([
      ['moi', 1, { atLeast: '100.00', atMost: '100.00' }, '0.00'],
      ['mol', 5, { atLeast: '38.30', atMost: '58.30' }, '0.30'],
    ])
    expect(bodies[1]?.atLeast).toEqual({ gold: 1, silver: 1, bronze: 1, none: 2 })
    expect(bodies[1]?.atMost).toEqual({ gold: 2, silver: 1, bronze: 1, none: 1 })
  })

  it('sorts bodies by group, then by score, then by name', () => {
    const summary = createSummary(measure, new Map([['high', 50]]))
    const add = (id: string, group: Parameters<typeof body>[1], atLeast: Badge, atMost?: Badge) =>
      summary.add(dataset({ body: body(id, group), ...badge(atLeast, atMost) }))
    add('unmapped:x', 'unmapped', 'gold')
    add('o', 'outside', 'gold')
    add('l', 'local', 'gold')
    add('bronze', 'central', 'bronze')
    add('none', 'central', 'none')
    add('b', 'central', 'gold')
    add('a', 'central', 'gold')
    add('wide', 'central', 'none', 'silver')
    add('high', 'central', 'gold')
    expect(summary.finish().bodies.map((each) => each.body.id)).toEqual([
      'high',
      'a',
      'b',
      'bronze',
      'wide',
      'none',
      'l',
      'o',
      'unmapped:x',
    ])
  })

  it('counts datasets per indicator and outcome', () => {
    const summary = createSummary(measure)
    summary.add(dataset())
    summary.add(dataset({ indicators: outcomes({ structure: 'fail', metadata: 'unknown' }) }))
    const { indicators } = summary.finish()
    expect(indicators.structure).toEqual({ pass: 1, fail: 1, 'not-applicable': 0, unknown: 0 })
    expect(indicators.metadata).toEqual({ pass: 1, fail: 0, 'not-applicable': 0, unknown: 1 })
    expect(indicators.timeliness['not-applicable']).toBe(2)
  })

  it('counts the datasets and resources that fail a rule, most first', () => {
    const summary = createSummary(measure)
    const failing = (...rules: string[]) =>
      resource({
        outcomes: { 'link/reachable': 'pass', ...Object.fromEntries(rules.map((r) => [r, 'fail'])) },
      })
    summary.add(
      dataset({
        outcomes: { 'timeliness/on-schedule': 'fail', 'structure/parses': 'fail' },
        resources: [failing('structure/parses'), failing('structure/parses', 'b/rule'), failing('a/rule')],
      }),
    )
    summary.add(dataset({ resources: [failing('structure/parses'), failing()] }))
    expect(summary.finish().rules).toEqual([
      { rule: 'structure/parses', datasets: 2, resources: 3 },
      { rule: 'a/rule', datasets: 1, resources: 1 },
      { rule: 'b/rule', datasets: 1, resources: 1 },
      { rule: 'timeliness/on-schedule', datasets: 1, resources: 0 },
    ])
  })

  it('counts the crashes that findings tell of', () => {
    const crash = finding('structure/parses', 'rule-crashed', 'unknown')
    const other = finding('structure/parses', 'too-deep', 'unknown')
    const summary = createSummary(measure)
    summary.add(dataset({ findings: [crash], resources: [resource({ findings: [crash, other] })] }))
    expect(summary.finish().crashes).toBe(2)
  })

  it('can go on after it was asked', () => {
    const summary = createSummary(measure)
    summary.add(dataset())
    const before = summary.finish()
    summary.add(dataset({ indicators: outcomes({ link: 'fail' }), ...badge('none') }))
    expect(before).toMatchObject({ datasets: 1, atLeast: { gold: 1, none: 0 } })
    expect(before.indicators.link.fail).toBe(0)
    expect(summary.finish()).toMatchObject({ datasets: 2, atLeast: { gold: 1, none: 1 } })
  })
})

describe('summarise', () => {
  const lines: LedgerLine[] = [dataset(), problem, dataset({ ...badge('none') }), problem]
  async function* later() {
    yield* lines
  }

  it.each([
    ['a list', lines],
    ['a stream', later()],
  ])('adds up %s of ledger lines', async (_, source) => {
    const summary = await summarise(source, measure)
    expect(summary).toMatchObject({ datasets: 2, catalogueProblems: 2, atLeast: { gold: 1, none: 1 } })
  })

  it('ignores the footer it would replace', async () => {
    const footer: LedgerLine = {
      kind: 'footer',
      finishedAt: '2026-01-01T00:00:00Z',
      summary: await summarise(lines, measure),
    }
    expect(await summarise([...lines, footer], measure)).toEqual(footer.summary)
  })
})
