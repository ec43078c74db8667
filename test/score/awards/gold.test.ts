import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BADGES, type Badge, rank } from '../../../src/core/badge.ts'
import { score } from '../../../src/score/index.ts'
import { body } from '../make.ts'
import { awardsOf, measure, of, times } from './make.ts'

const local = { body: body('x', 'local') }

describe('金質獎', () => {
  it('is 0.3, 0.6 and 1 point per badge over all datasets of the body', async () => {
    const records = [
      of('a', 'gold'),
      of('a', 'silver'),
      of('a', 'bronze'),
      of('a', 'none'),
      of('a', 'none-gold'),
    ]
    const { gold } = await awardsOf(records)
    expect(gold.groups[0]?.bodies[0]).toMatchObject({
      datasets: 5,
      points: { atLeast: '1.9', atMost: '2.9' },
      bonus: { atLeast: '0.00', atMost: '0.00' },
      score: { atLeast: '38.00', atMost: '58.00' },
    })
  })

  it('leaves a body without datasets out: it has no line in a ledger', async () => {
    const { gold, notes } = await awardsOf([])
    expect(gold).toEqual({ groups: [], apart: [] })
    expect(notes.map(({ code }) => code)).toContain('no-datasets')
  })

  it('takes three of group 1 and two of group 2, of central and local bodies each', async () => {
    const bodies = ['a', 'b', 'c', 'd'].flatMap((name, i) => [
      ...times(10, () => of(`big-${name}`, 'gold')),
      ...times(i, () => of(`big-${name}`, 'none')),
      ...times(5, () => of(`small-${name}`, 'silver')),
      ...times(i, () => of(`small-${name}`, 'none')),
    ])
    const records = [...bodies, of('', 'gold', local)]
    const { gold } = await awardsOf(records, { settings: { threshold: { central: 10, local: 1 } } })
    const shown = gold.groups.map(({ group, division, places, bodies }) => [
      group,
      division,
      places,
      bodies.map((each) => `${each.rank.best} ${each.body.id} ${each.award}`),
    ])
    expect(shown).toEqual([
      ['central', 1, 3, ['1 big-a certain', '2 big-b certain', '3 big-c certain', '4 big-d impossible']],
      [
        'central',
        2,
        2,
        ['1 small-a certain', '2 small-b certain', '3 small-c impossible', '4 small-d impossible'],
      ],
      ['local', 1, 3, ['1 x certain']],
    ])
  })

  it('has one group and no winners without a threshold, and says so', async () => {
    const { gold, notes } = await awardsOf([of('a', 'gold'), of('b', 'none')])
    expect(gold.groups).toMatchObject([
      { division: null, places: null, bodies: [{ award: null }, { award: null }] },
    ])
    expect(notes.map(({ code }) => code)).toContain('no-threshold')
  })

  it('lists bodies outside the measure apart', async () => {
    const apart = (group: 'outside' | 'unmapped') => ({ body: body(group, group) })
    const { gold } = await awardsOf([
      of('a', 'none'),
      of('', 'silver', apart('unmapped')),
      of('', 'gold', apart('outside')),
    ])
    expect(gold.groups.flatMap(({ bodies }) => bodies.map((each) => each.body.id))).toEqual(['a'])
    expect(gold.apart.map((each) => [each.body.id, each.score.atLeast])).toEqual([
      ['outside', '100.00'],
      ['unmapped', '60.00'],
    ])
  })

  it('shares a rank among ties by the exact value, not by what is shown', async () => {
    const records = [
      ...times(3, () => of('a', 'gold')),
      ...times(2, () => of('b', 'gold')),
      ...times(20_000, () => of('c', 'gold')),
      of('c', 'silver'),
    ]
    const { gold, notes } = await awardsOf(records, { settings: { threshold: { central: 1 } } })
    const shown = gold.groups[0]?.bodies.map((each) => [
      each.body.id,
      each.score.atLeast,
      each.rank.best,
      each.rank.worst,
      each.tied,
    ])
    expect(shown).toEqual([
      ['a', '100.00', 1, 1, ['b']],
      ['b', '100.00', 1, 1, ['a']],
      ['c', '100.00', 3, 3, []],
    ])
    expect(notes.map(({ code }) => code)).toContain('ties')
  })

  it('says which ranks are certain, possible and out of reach', async () => {
    const records = [
      of('sure', 'gold'),
      of('open', 'none-gold'),
      of('middle', 'silver'),
      of('low', 'bronze'),
      of('none', 'none'),
    ]
    const { gold } = await awardsOf(records, { settings: { threshold: { central: 2 } } })
    expect(gold.groups[0]?.bodies.map(({ body, rank, award }) => [body.id, rank, award])).toEqual([
      ['sure', { best: 1, worst: 1 }, 'certain'],
      ['middle', { best: 2, worst: 3 }, 'possible'],
      ['low', { best: 3, worst: 4 }, 'impossible'],
      ['open', { best: 1, worst: 4 }, 'possible'],
      ['none', { best: 4, worst: 5 }, 'impossible'],
    ])
  })
})

describe('whatever the badges', () => {
  const interval = fc.tuple(fc.constantFrom(...BADGES), fc.constantFrom(...BADGES)).map(([a, b]) => {
    const [atLeast, atMost] = rank(a) <= rank(b) ? [a, b] : [b, a]
    return { atLeast: atLeast!, atMost: atMost! }
  })
  const owner = fc.constantFrom('a', 'b', 'c', 'd')
  const ledger = fc.array(fc.record({ owner, interval }), { minLength: 1, maxLength: 25 })
  const apis = fc.array(fc.boolean(), { maxLength: 60 })
  type Rows = readonly { readonly owner: string; readonly interval: { atLeast: Badge; atMost: Badge } }[]
  const records = (rows: Rows) =>
    rows.map(({ owner, interval }, i) => of(owner, 'none', { id: `${i}`, badge: interval }))
  const claims = (flags: readonly boolean[], rows: Rows) =>
    flags.map((sound, i) => ({
      dataset: `${i % rows.length}`,
      document: `${sound ? 'valid' : 'unverified'}-${i}`,
      confirmedBy: '國發會',
      date: '2026-08-01',
    }))
  const settings = { threshold: { central: 3 } }
  const bodiesOf = async (rows: Rows, flags: readonly boolean[] = []) =>
    (await awardsOf(records(rows), { settings, claims: claims(flags, rows) })).gold.groups.flatMap(
      ({ bodies }) => bodies,
    )

  it('a score is bounded by 0 and 105, and its interval the right way round', () =>
    fc.assert(
      fc.asyncProperty(ledger, apis, async (rows, flags) => {
        for (const { score, bonus } of await bodiesOf(rows, flags)) {
          expect(Number(score.atLeast)).toBeGreaterThanOrEqual(0)
          expect(Number(score.atLeast)).toBeLessThanOrEqual(Number(score.atMost))
          expect(Number(score.atMost)).toBeLessThanOrEqual(105)
          expect(Number(bonus.atMost)).toBeLessThanOrEqual(5)
        }
      }),
      { numRuns: 60 },
    ))

  it('a better badge never lowers the score', () => {
    const counts = fc.record({ gold: fc.nat(50), silver: fc.nat(50), bronze: fc.nat(50), none: fc.nat(50) })
    fc.assert(
      fc.property(counts, fc.nat(60), fc.constantFrom(0, 1, 2), (before, confirmed, step) => {
        const [from, to] = [BADGES[step]!, BADGES[step + 1]!]
        fc.pre(before[from] > 0)
        const after = { ...before, [from]: before[from] - 1, [to]: before[to] + 1 }
        const total = Object.values(before).reduce((a, b) => a + b)
        const points = (counts: typeof before) => Number(score(counts, total, measure, confirmed))
        expect(points(after)).toBeGreaterThanOrEqual(points(before))
      }),
    )
  })

  it('however the unknown is resolved: scores, ranks and winners are as foretold', () =>
    fc.assert(
      fc.asyncProperty(ledger, fc.infiniteStream(fc.nat(3)), async (rows, picks) => {
        const before = new Map((await bodiesOf(rows)).map((each) => [each.body.id, each]))
        const resolved = rows.map(({ owner, interval: { atLeast, atMost } }) => {
          const width = rank(atMost) - rank(atLeast)
          const badge = BADGES[rank(atLeast) + ((picks.next().value as number) % (width + 1))]!
          return { owner, interval: { atLeast: badge, atMost: badge } }
        })
        for (const { body, score, rank, award } of await bodiesOf(resolved)) {
          const foretold = before.get(body.id)!
          expect(Number(score.atLeast)).toBeGreaterThanOrEqual(Number(foretold.score.atLeast))
          expect(Number(score.atLeast)).toBeLessThanOrEqual(Number(foretold.score.atMost))
          expect(rank.best).toBe(rank.worst)
          expect(rank.best).toBeGreaterThanOrEqual(foretold.rank.best)
          expect(rank.best).toBeLessThanOrEqual(foretold.rank.worst)
          if (foretold.award !== 'possible') expect(award).toBe(foretold.award)
        }
      }),
      { numRuns: 150 },
    ))

  it('the order of datasets and claims decides nothing', () =>
    fc.assert(
      fc.asyncProperty(ledger, apis, fc.infiniteStream(fc.nat()), async (rows, flags, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => [keys.next().value as number, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each)
        const [one, other] = [records(rows), shuffled(records(rows))]
        const claimed = claims(flags, rows)
        const first = await awardsOf(one, { settings, claims: claimed })
        const second = await awardsOf(other, { settings, claims: shuffled(claimed) })
        expect(second.gold).toEqual(first.gold)
        expect(second.popularity).toEqual(first.popularity)
      }),
      { numRuns: 60 },
    ))
})
