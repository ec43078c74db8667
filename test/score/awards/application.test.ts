import { describe, expect, it } from 'vitest'
import { CRITERIA, type Criterion } from '../../../src/core/awards.ts'
import { inputComplaints, type Votes, votesMistake } from '../../../src/score/index.ts'
import { awardsOf } from './make.ts'

const NAMES = Object.keys(CRITERIA) as Criterion[]
type Case = Votes['cases'][number]
const scores = (of: number | ((max: number) => number)) =>
  Object.fromEntries(NAMES.map((name) => [name, typeof of === 'number' ? of : of(CRITERIA[name])])) as Record<
    Criterion,
    number
  >
const entry = (id: string, votes: number, ...judges: Record<Criterion, number>[]): Case => ({
  id,
  title: `應用 ${id}`,
  body: '勞動部',
  votes,
  judges: (judges.length > 0 ? judges : [scores(0)]).map((scores, i) => ({ judge: `J${i}`, scores })),
})
const award = async (cases: readonly Case[]) => (await awardsOf([], { votes: { cases } })).application!

describe('應用獎', () => {
  it('gives the votes of the measure’s own example: five cases, steps of four', async () => {
    const { cases } = await award([5, 4, 3, 2, 1].map((votes) => entry(`${votes}`, votes)))
    expect(cases.map(({ voteRank, vote }) => [voteRank, vote])).toEqual([
      [1, '20.00'],
      [2, '16.00'],
      [3, '12.00'],
      [4, '8.00'],
      [5, '4.00'],
    ])
    expect(cases.map(({ award }) => award)).toEqual([true, true, true, false, false])
  })

  it('lets equal votes share the better rank', async () => {
    const { cases } = await award([entry('a', 9), entry('b', 9), entry('c', 1)])
    expect(cases.map(({ id, voteRank, vote, rank }) => [id, voteRank, vote, rank])).toEqual([
      ['a', 1, '20.00', 1],
      ['b', 1, '20.00', 1],
      ['c', 3, '6.67', 3],
    ])
  })

  it('has criteria of 10, 10, 10, 15, 15, 10 and 10 points, 80 together with 20 of votes', async () => {
    expect(Object.values(CRITERIA)).toEqual([10, 10, 10, 15, 15, 10, 10])
    const { cases } = await award([
      entry(
        'a',
        1,
        scores((max) => max),
      ),
    ])
    expect(cases[0]).toMatchObject({ judges: '80.00', vote: '20.00', total: '100.00' })
  })

  it('averages over the judges, exactly', async () => {
    const { cases } = await award([
      entry('a', 1, scores(1), scores(2), scores(2)),
      entry('b', 0, scores(0.1)),
    ])
    expect(cases[0]).toMatchObject({
      judgeCount: 3,
      judges: '11.67',
      total: '31.67',
      criteria: { depth: '1.67' },
    })
    expect(cases[1]).toMatchObject({ judges: '0.70', vote: '10.00', total: '10.70' })
  })

  it('ranks by the sum of both', async () => {
    const { cases } = await award([entry('loved', 100, scores(1)), entry('good', 1, scores(9))])
    expect(cases.map(({ id, rank, total }) => [id, rank, total])).toEqual([
      ['good', 1, '73.00'],
      ['loved', 2, '27.00'],
    ])
  })

  it('tells when cases were judged by different people', async () => {
    const { notes } = await awardsOf([], {
      votes: { cases: [entry('a', 1, scores(1)), entry('b', 1, scores(1), scores(1))] },
    })
    expect(notes.map(({ code }) => code)).toContain('judges-differ')
  })

  it.each<[name: string, cases: unknown, said: RegExp]>([
    ['no case', [], /cases/],
    ['no judge', [{ ...entry('a', 1), judges: [] }], /judges.*至少一位/],
    ['half a vote', [entry('a', 0.5)], /votes.*整數/],
    ['eleven points of ten', [entry('a', 1, scores(11))], /depth.*0 到 10/],
    ['fewer than none', [entry('a', 1, scores(-1))], /depth/],
    ['a criterion left out', [entry('a', 1, { depth: 1 } as never)], /缺少 partnership/],
    ['one too many', [entry('a', 1, { ...scores(1), beauty: 1 } as never)], /不認得 beauty/],
  ])('refuses %s', (_, cases, said) => {
    expect(inputComplaints('votes', { cases }).join('\n')).toMatch(said)
  })

  it.each<[name: string, cases: Case[], place: string]>([
    ['a case twice', [entry('a', 1), entry('a', 2)], '$.cases[1].id'],
    [
      'a judge twice',
      [{ ...entry('a', 1), judges: [scores(1), scores(2)].map((scores) => ({ judge: 'J', scores })) }],
      '$.cases[0].judges[1].judge',
    ],
    ['a score too fine', [entry('a', 1, scores(1e-7))], '$.cases[0].judges[0].scores.depth'],
  ])('refuses %s', (_, cases, place) => {
    expect(inputComplaints('votes', { cases })).toEqual([])
    expect(votesMistake(cases)?.place).toBe(place)
  })
})
