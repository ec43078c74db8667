import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord, PortalRecord } from '../../../src/core/ledger.ts'
import type { AwardSettings, Counts } from '../../../src/score/index.ts'
import { body } from '../make.ts'
import { awardsOf, of } from './make.ts'

type Settings = NonNullable<AwardSettings['popularity']>

const popular = (id: string, portal: PortalRecord, changes: Partial<DatasetRecord> = {}) =>
  of('a', 'gold', { id, portal, issued: '2020-01-01T00:00:00+08:00', ...changes })
const award = async (records: readonly DatasetRecord[], popularity: Settings = {}, outside: Counts = {}) =>
  (await awardsOf(records, { settings: { popularity } }, { outside })).popularity
const shown = (found: Awaited<ReturnType<typeof award>>) =>
  found?.datasets.map(({ id, points, rank, award }) => [id, points.atLeast, points.atMost, rank.best, award])

describe('人氣獎', () => {
  it('is 30 for views, 40 for downloads, 30 for the rating, each against the highest', async () => {
    const found = await award([
      popular('best', { views: 1000, downloads: 500, rating: 5 }),
      popular('half', { views: 500, downloads: 250, rating: 2.5 }),
      popular('third', { views: 333, downloads: 0, rating: 0 }),
      popular('nothing', { views: 0, downloads: 0, rating: 0 }),
    ])
    expect(shown(found)).toEqual([
      ['best', '100.00', '100.00', 1, 'certain'],
      ['half', '50.00', '50.00', 2, 'certain'],
      ['third', '9.99', '9.99', 3, 'certain'],
      ['nothing', '0.00', '0.00', 4, 'certain'],
    ])
    expect(found).toMatchObject({ maxViews: 1000, maxDownloads: 500, places: 10, candidates: 4, more: 0 })
  })

  it('measures against the highest of the platform, of whichever dataset', async () => {
    const records = [
      popular('a', { views: 50, downloads: 50, rating: 5 }),
      popular('b', { views: 100, downloads: 10, rating: 5 }, { badge: { atLeast: 'none', atMost: 'none' } }),
    ]
    expect(shown(await award(records))).toEqual([['a', '85.00', '85.00', 1, 'certain']])
    expect(shown(await award(records, { maxViews: 500, maxDownloads: 50 }))?.[0]?.[1]).toBe('73.00')
    expect(shown(await award(records, {}, { views: 100, downloads: 1000 }))?.[0]?.[1]).toBe('47.00')
  })

  it.each<[name: string, changes: Partial<DatasetRecord>, settings: Settings, reason: string]>([
    ['a silver one', { badge: { atLeast: 'silver', atMost: 'silver' } }, {}, 'badge'],
    ['a young one', { issued: '2025-08-31T08:00:01+08:00' }, {}, 'younger-than-a-year'],
    ['one of a foundation', { body: body('o', 'outside') }, {}, 'body'],
    ['one of nobody knows whom', { body: body('u', 'unmapped') }, {}, 'body'],
    ['a winner', {}, { previousWinners: [{ edition: '114', datasets: ['x'] }] }, 'previous-winner'],
  ])('excludes %s', async (_, changes, settings, reason) => {
    const found = await award([popular('x', { views: 1 }, changes)], settings)
    expect(found?.datasets).toEqual([])
    expect(Object.entries(found!.excluded).filter(([, count]) => count > 0)).toEqual([[reason, 1]])
  })

  it('takes a dataset open for a year to the second', async () => {
    const found = await award([popular('x', { views: 1 }, { issued: '2025-08-31T08:00:00+08:00' })])
    expect(found?.datasets.map(({ id }) => id)).toEqual(['x'])
  })

  it.each<
    [name: string, portal: PortalRecord, changes: Partial<DatasetRecord>, unknown: string[], points: string[]]
  >([
    [
      'a badge',
      { views: 10, downloads: 10, rating: 5 },
      { badge: { atLeast: 'none', atMost: 'gold' } },
      ['badge'],
      ['100.00', '100.00'],
    ],
    [
      'a date that cannot be read',
      { views: 10, downloads: 10, rating: 5 },
      { issued: '?' },
      ['issued'],
      ['100.00', '100.00'],
    ],
    ['a rating', { views: 10, downloads: 10 }, {}, ['rating'], ['70.00', '100.00']],
    ['a rating out of range', { views: 10, downloads: 10, rating: 6 }, {}, ['rating'], ['70.00', '100.00']],
    ['views that are no count', { views: -1, downloads: 10, rating: 5 }, {}, ['views'], ['70.00', '100.00']],
    ['all but views', { views: 10 }, {}, ['downloads', 'rating'], ['30.00', '100.00']],
  ])('widens to an interval for want of %s', async (_, portal, changes, unknown, [atLeast, atMost]) => {
    const best = popular(
      'best',
      { views: 10, downloads: 10, rating: 5 },
      { badge: { atLeast: 'none', atMost: 'none' } },
    )
    const found = await award([best, popular('x', portal, changes)])
    expect(found?.datasets).toMatchObject([{ id: 'x', unknown, points: { atLeast, atMost } }])
    expect(found?.datasets[0]?.award).toBe(['badge', 'issued'].includes(unknown[0]!) ? 'possible' : 'certain')
  })

  it('ends after the tenth, ties included', async () => {
    const records = Array.from({ length: 14 }, (_, i) =>
      popular(`${10 + i}`, { views: i < 9 ? 100 - i : i < 12 ? 50 : 1, downloads: 0, rating: 0 }),
    )
    const found = await award(records)
    expect(found?.datasets.map(({ rank }) => rank.best)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10])
    expect(found?.datasets.at(-1)).toMatchObject({ rank: { best: 10, worst: 10 }, award: 'certain' })
  })

  it('names twenty that may win and counts the others', async () => {
    const records = Array.from({ length: 70 }, (_, i) => popular(`${i}`, { views: 1 }))
    expect(await award(records)).toMatchObject({ more: 50, datasets: { length: 20 } })
  })

  it('says that without any rating thirty points are open', async () => {
    const codes = async (rating: object) =>
      (await awardsOf([popular('x', { views: 1, ...rating })])).notes.map(({ code }) => code)
    expect(await codes({})).toContain('no-ratings')
    expect(await codes({ rating: 3 })).not.toContain('no-ratings')
  })

  it('has nothing to say without numbers', async () => {
    expect(await award([popular('x', {})])).toBeNull()
  })

  it('an interval holds the points of whatever the unknown turns out to be', () => {
    const count = fc.nat(1000)
    const rating = fc.nat(50).map((tenths) => tenths / 10)
    const full = fc.array(fc.record({ views: count, downloads: count, rating }), {
      minLength: 1,
      maxLength: 15,
    })
    const settings = { maxViews: 1000, maxDownloads: 1000 }
    return fc.assert(
      fc.asyncProperty(full, fc.infiniteStream(fc.nat(3)), async (rows, hide) => {
        const rated = rows.map((row, i) => popular(`${i}`, row))
        const hidden = rows.map((row, i) => {
          const kept = Object.entries(row).filter(() => hide.next().value !== 0)
          return popular(`${i}`, Object.fromEntries(kept) as PortalRecord)
        })
        const actual = new Map((await award(rated, settings))?.datasets.map((each) => [each.id, each]))
        for (const { id, points, rank, award: foretold } of (await award(hidden, settings))?.datasets ?? []) {
          const found = actual.get(id)
          if (!found) {
            expect(foretold).not.toBe('certain')
            continue
          }
          expect(Number(found.points.atLeast)).toBeGreaterThanOrEqual(Number(points.atLeast))
          expect(Number(found.points.atLeast)).toBeLessThanOrEqual(Number(points.atMost))
          expect(found.rank.best).toBeGreaterThanOrEqual(rank.best)
          expect(found.rank.worst).toBeLessThanOrEqual(rank.worst)
        }
      }),
      { numRuns: 100 },
    )
  })
})
