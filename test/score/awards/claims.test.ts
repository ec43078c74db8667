import { describe, expect, it } from 'vitest'
import type { ClaimReason, ClaimState } from '../../../src/core/awards.ts'
import type { Claim } from '../../../src/score/index.ts'
import { body } from '../make.ts'
import { awardsOf, of, times } from './make.ts'

const records = [
  of('a', 'none', { id: '1' }),
  of('', 'none', { id: '2', body: body('x', 'outside') }),
  of('b', 'none', { id: '3' }),
]
const sound: Claim = { dataset: '1', document: 'valid', confirmedBy: '國家發展委員會', date: '2026-08-01' }
const settle = async (...claims: Claim[]) => (await awardsOf(records, { claims })).claims!

describe('加分項目', () => {
  it.each<[name: string, claim: Claim, state: ClaimState, reason?: ClaimReason]>([
    ['valid and confirmed', sound, 'counted'],
    ['not confirmed', { dataset: '1', document: 'valid' }, 'potential', 'not-confirmed'],
    ['confirmed by nobody', { ...sound, confirmedBy: '　' }, 'potential', 'not-confirmed'],
    ['no date', { dataset: '1', document: 'valid', confirmedBy: 'x' }, 'potential', 'no-date'],
    ['no such date', { ...sound, date: '2026-02-30' }, 'potential', 'bad-date'],
    ['a date to come', { ...sound, date: '2026-09-01' }, 'potential', 'future-date'],
    ['an invalid document', { ...sound, document: 'invalid' }, 'refused', 'invalid'],
    ['a document that cannot be verified', { ...sound, document: 'unverified' }, 'open', 'unverified'],
    ['a version not known', { ...sound, document: 'unsupported' }, 'open', 'unsupported'],
    ['neither verified nor confirmed', { dataset: '1', document: 'unverified' }, 'refused', 'unverified'],
    ['an unknown dataset', { ...sound, dataset: '9' }, 'refused', 'unknown-dataset'],
    ['a body that takes no part', { ...sound, dataset: '2' }, 'refused', 'not-eligible'],
  ])('%s: %o is %s', async (_, claim, state, reason) => {
    const [settled] = await settle(claim)
    expect([settled?.state, settled?.reason]).toEqual([state, reason])
    expect(settled?.errors).toEqual(/^(in|un)/.test(claim.document) ? [`${claim.document}!`] : [])
  })

  it('takes the best of several claims for one dataset, whatever their order', async () => {
    const claims = [{ dataset: '1', document: 'valid-a' }, sound, { ...sound, document: 'unverified' }]
    const states = async (list: Claim[]) =>
      (await settle(...list)).map(({ document, state, reason }) => `${document} ${state} ${reason}`).sort()
    expect(await states(claims)).toEqual([
      'unverified refused claimed-twice',
      'valid counted undefined',
      'valid-a refused claimed-twice',
    ])
    expect(await states(claims.toReversed())).toEqual(await states(claims))
  })

  it('lets one document stand for several datasets, validated once', async () => {
    const asked: string[] = []
    const validate = async (document: string) => {
      asked.push(document)
      return { verdict: 'valid', errors: [] } as const
    }
    const { claims } = await awardsOf(records, { claims: [sound, { ...sound, dataset: '3' }] }, { validate })
    expect(claims?.map(({ state }) => state)).toEqual(['counted', 'counted'])
    expect(asked).toEqual(['valid'])
  })

  it('a refused claim does not stand in the way of another for the same dataset', async () => {
    const settled = await settle({ ...sound, document: 'invalid' }, sound)
    expect(settled.map(({ reason }) => reason)).toEqual(['invalid', undefined])
  })

  it.each([
    [0, 0, 0, '0.00', '0.00', '0.00', '0.00'],
    [3, 0, 0, '0.30', '0.30', '0.00', '0.30'],
    [49, 1, 9, '4.90', '5.00', '0.10', '5.00'],
    [50, 5, 5, '5.00', '5.00', '0.00', '5.00'],
    [60, 0, 0, '5.00', '5.00', '0.00', '5.00'],
    [1, 2, 3, '0.10', '0.30', '0.30', '0.30'],
  ])('%i counted, %i open, %i potential', async (counted, open, potential, least, most, more, score) => {
    const claim = (document: string, claims: Partial<Claim> = sound) => ({ ...claims, document })
    const wanted = [
      ...Array<object>(counted).fill(claim('valid')),
      ...Array<object>(open).fill(claim('unverified')),
      ...Array<object>(potential).fill(claim('valid', {})),
    ]
    const all = wanted.map((each, i) => ({ ...each, dataset: `${i}` })) as unknown as Claim[]
    let i = 0
    const datasets = times(Math.max(1, all.length), () => of('a', 'none', { id: `${i++}` }))
    const { gold } = await awardsOf(datasets, { claims: all })
    expect(gold.groups[0]?.bodies[0]).toMatchObject({
      bonus: { atLeast: least, atMost: most },
      potential: more,
      score: { atLeast: least, atMost: score },
    })
  })
})
