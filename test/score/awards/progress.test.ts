import { describe, expect, it } from 'vitest'
import type { Badge } from '../../../src/core/badge.ts'
import type { AwardSettings } from '../../../src/score/index.ts'
import { summarise } from '../../../src/score/index.ts'
import { body } from '../make.ts'
import { awardsOf, measure, of } from './make.ts'

type Badges = readonly (Badge | `${Badge}-${Badge}`)[]

/** The award of body `x`, with three better bodies in its group unless `alone`. */
async function progress(before: Badges, now: Badges, alone = false, settings: AwardSettings = {}) {
  const rivals = alone ? [] : ['p', 'q', 'r'].map((id) => of(id, 'gold'))
  const previous = await summarise(
    before.map((badge) => of('x', badge)),
    measure,
  )
  const { progress } = await awardsOf(
    [...rivals, ...now.map((badge) => of('x', badge))],
    { settings: { threshold: { central: 1 }, ...settings } },
    { previous },
  )
  return progress?.find(({ body }) => body.id === 'x')
}

const mixed = (gold: number, all: number): Badges =>
  Array.from({ length: all }, (_, i) => (i < gold ? 'gold' : 'none'))

describe('品質進步獎', () => {
  it.each<[name: string, before: Badges, now: Badges, gain: string | null, award: string, reason?: string]>([
    ['exactly five points', mixed(10, 20), mixed(11, 20), '5.00', 'certain'],
    ['a little less, shown as 5.00', mixed(0, 1), mixed(999, 20_000), '5.00', 'impossible'],
    ['four points', mixed(10, 25), mixed(11, 25), '4.00', 'impossible'],
    ['a loss', ['gold'], ['none'], '-100.00', 'impossible'],
    ['a loss that rounds to nothing', mixed(30_000, 30_000), mixed(29_999, 30_000), '0.00', 'impossible'],
    ['nothing last time', [], ['bronze'], null, 'impossible', 'no-previous'],
  ])('%s', async (_, before, now, gain, award, reason) => {
    const found = await progress(before, now)
    expect([found?.gain?.atLeast ?? null, found?.award, found?.reason]).toEqual([gain, award, reason])
  })

  it.each<[name: string, before: Badges, now: Badges, gain: object, award: string]>([
    ['the present is open', ['none'], ['none-gold'], { atLeast: '0.00', atMost: '100.00' }, 'possible'],
    ['the past is open', ['none-gold'], ['silver'], { atLeast: '-40.00', atMost: '60.00' }, 'possible'],
    [
      'open, but enough either way',
      ['none'],
      ['bronze-silver'],
      { atLeast: '30.00', atMost: '60.00' },
      'certain',
    ],
    ['open, but never enough', ['gold'], ['none-gold'], { atLeast: '-100.00', atMost: '0.00' }, 'impossible'],
  ])('%s', async (_, before, now, gain, award) => {
    expect(await progress(before, now)).toMatchObject({ gain, award })
  })

  it('excludes who wins in a group of 金質獎', async () => {
    expect(await progress(['none'], ['gold'], true)).toMatchObject({
      award: 'impossible',
      reason: 'group-winner',
    })
  })

  it('may exclude who may win: level with three golds is first, too', async () => {
    expect(await progress(['none'], ['bronze-gold'])).toMatchObject({
      award: 'possible',
      reason: 'may-win-group',
    })
  })

  it('cannot tell without the groups', async () => {
    const found = await progress(['none'], ['bronze'], false, { threshold: {} })
    expect(found).toMatchObject({ award: 'possible', reason: 'groups-open' })
  })

  it('counts the bonus of the previous edition when it is given', async () => {
    const found = await progress(mixed(10, 20), mixed(11, 20), false, { previousBonus: { x: '0.1' } })
    expect(found).toMatchObject({
      previous: { atLeast: '50.10', atMost: '50.10' },
      gain: { atLeast: '4.90', atMost: '4.90' },
      award: 'impossible',
    })
  })

  it('says that without it progress may be overstated', async () => {
    const previous = await summarise([of('x', 'none')], measure)
    const codes = async (settings: AwardSettings) =>
      (await awardsOf([of('x', 'gold')], { settings }, { previous })).notes.map(({ code }) => code)
    expect(await codes({})).toContain('no-previous-bonus')
    expect(await codes({ previousBonus: {} })).not.toContain('no-previous-bonus')
  })

  it('is for bodies that take part', async () => {
    const outside = { body: body('o', 'outside') }
    const previous = await summarise([of('', 'none', outside)], measure)
    expect((await awardsOf([of('', 'gold', outside)], {}, { previous })).progress).toEqual([])
  })
})
