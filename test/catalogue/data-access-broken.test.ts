import { describe, expect, it } from 'vitest'
import type { Routes } from '../support/portal.ts'
import { details, ids, ok, paged, REST, start } from './data-access-portal.ts'
import { json, list, page } from './live.ts'

describe('what goes wrong is told, and what was read stays', () => {
  const all = ids(6)
  const second = `${REST}/dataset?limit=2&offset=2`
  const third = `${REST}/dataset?limit=2&offset=4`

  it.each<[string, Routes, readonly string[], readonly string[]]>([
    [
      '500 on a page in between',
      { [second]: { status: 500 } },
      [...all.slice(0, 2), ...all.slice(4)],
      ['page-failed@3'],
    ],
    ['a web page instead', { [second]: page }, [...all.slice(0, 2), ...all.slice(4)], ['page-failed@3']],
    [
      'a refusal',
      { [second]: json({ success: false, error: { message: '忙碌中' } }) },
      [...all.slice(0, 2), ...all.slice(4)],
      ['page-failed@3'],
    ],
    [
      'broken JSON',
      { [second]: { body: '{"success":true,"result":["A1' } },
      [...all.slice(0, 2), ...all.slice(4)],
      ['page-failed@3'],
    ],
    ['nothing at all', { [second]: { body: '' } }, [...all.slice(0, 2), ...all.slice(4)], ['page-failed@3']],
    [
      'every page after the first',
      { [second]: { status: 500 }, [third]: { status: 500 } },
      all.slice(0, 2),
      ['page-failed@3', 'page-failed@5'],
    ],
    ['an offset without effect', { [second]: ok(all.slice(0, 2)) }, all.slice(0, 2), ['page-repeats@3']],
    [
      'ids that come twice',
      { [second]: ok([all[1], all[2]]) },
      [...all.slice(0, 3), ...all.slice(4)],
      ['duplicate-id@3'],
    ],
    [
      'a total that changes',
      {
        [`${REST}/dataset?limit=2`]: ok({ total: 6, datasets: all.slice(0, 2) }),
        [second]: ok({ total: 5, datasets: all.slice(2, 4) }),
      },
      all,
      ['total-changed@3'],
    ],
    [
      'fewer than promised',
      { [`${REST}/dataset?limit=2`]: ok({ total: 9, datasets: all.slice(0, 2) }) },
      all,
      ['cut-short@7'],
    ],
    [
      'a dataset that fails',
      { [`${REST}/dataset/${all[3]}`]: { status: 500 } },
      all.filter((_, at) => at !== 3),
      ['page-failed@4'],
    ],
    [
      'a dataset without metadata',
      { [`${REST}/dataset/${all[3]}`]: ok({}) },
      all.filter((_, at) => at !== 3),
      ['page-failed@4'],
    ],
  ])('%s', async (_, broken, wanted, problems) => {
    const { at } = await start({ ...paged(all, 2), ...details(all), ...broken })
    const found = await list(at('/dataset?limit=2'))
    expect([found.ids, found.problems].map((each) => [...each].sort())).toEqual([
      [...wanted].sort(),
      [...problems].sort(),
    ])
    expect(found.code).toBe(problems.some((problem) => !problem.startsWith('duplicate-id')) ? 3 : 0)
  })
})
