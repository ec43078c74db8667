import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparison, Direction } from '../../src/core/comparison.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { compare, loadProfile, snapshot } from '../../src/score/index.ts'
import { header } from '../report/sample-header.ts'
import { records } from './random-ledger.ts'

const profile = loadProfile('measure-2017')
const snap = async (list: readonly DatasetRecord[]) => (await snapshot(header, list, { profile }))!

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  better: 'worse',
  worse: 'better',
  narrower: 'wider',
  wider: 'narrower',
  same: 'same',
}

/** The comparison seen from the other side. */
const mirrored = (comparison: Comparison): Comparison => ({
  ...comparison,
  ledgers: comparison.ledgers.toReversed(),
  bodies: comparison.bodies.map((body) => ({ ...body, scores: body.scores.toReversed() })),
  rules: { added: comparison.rules.removed, removed: comparison.rules.added },
  appeared: comparison.gone,
  gone: comparison.appeared,
  changed: comparison.changed.map((change) => ({
    ...change,
    direction: OPPOSITE[change.direction],
    before: change.after,
    after: change.before,
    mended: change.added,
    added: change.mended,
  })),
})

/** What is called by its later name must not count as a difference of the mirror. */
const untitled = (comparison: Comparison) => ({
  ...comparison,
  bodies: comparison.bodies.map(({ scores }) => scores),
  changed: comparison.changed.map(({ title: _, body: __, ...rest }) => rest),
})

describe('compare', () => {
  it('finds nothing between a ledger and itself, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(records(profile), async (list) => {
        const shuffled = list
          .toReversed()
          .map((record) => ({ ...record, resources: record.resources.toReversed() }))
        const found = compare(await snap(list), await snap(shuffled))
        expect([found.changed, found.appeared, found.gone]).toEqual([[], [], []])
        expect(found.unchanged).toBe(list.length)
      }),
      { numRuns: 50 },
    )
  })

  it('mirrors', async () => {
    await fc.assert(
      fc.asyncProperty(records(profile), records(profile), async (a, b) => {
        const [before, after] = [await snap(a), await snap(b)]
        expect(untitled(mirrored(compare(after, before)))).toEqual(untitled(compare(before, after)))
      }),
      { numRuns: 50 },
    )
  })

  it('counts every dataset once', async () => {
    await fc.assert(
      fc.asyncProperty(records(profile), records(profile), async (a, b) => {
        const { changed, appeared, gone, unchanged } = compare(await snap(a), await snap(b))
        expect(changed.length + gone.length + unchanged).toBe(a.length)
        expect(changed.length + appeared.length + unchanged).toBe(b.length)
      }),
      { numRuns: 50 },
    )
  })
})
