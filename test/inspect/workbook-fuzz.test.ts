import { describe, expect, it } from 'vitest'
import { odsOf, sheet, xlsxOf } from '../support/workbooks.ts'
import { biffOf, cfbOf } from '../support/xls.ts'
import { inspectPieces } from './bytes-source.ts'

const SHEETS = [
  sheet([['鄉鎮', '人數', '比率'], ...Array.from({ length: 200 }, (_, i) => [`第${i}里`, i * 7, i / 3])]),
]
const BIFF = biffOf(SHEETS)
const ROUNDS = 150

/** Numbers that are the same in every run. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

function mutated(bytes: Buffer, roll: (most: number) => number): Buffer {
  const copy = Buffer.from(bytes)
  if (roll(4) === 0) return copy.subarray(0, roll(copy.length))
  for (let n = 0; n <= roll(4); n++) copy[roll(copy.length)] = roll(256)
  return copy
}

describe.each([
  ['XLSX', xlsxOf(SHEETS)],
  ['ODS', odsOf(SHEETS)],
  ['XLS', cfbOf('Workbook', BIFF)],
] as const)('%s with bytes that are not its own', (name, bytes) => {
  it('neither crashes nor hangs, and what is damaged is not whole', async () => {
    const { content, parts } = await inspectPieces([bytes])
    expect(content.workbook).toMatchObject({ seen: true, whole: true })
    expect(parts).toHaveLength(1)
    const roll = dice(20_170_829)
    for (let round = 0; round < ROUNDS; round++) {
      const given = mutated(bytes, roll)
      const { content, parts = [] } = await inspectPieces([given])
      if (!content.workbook.seen || given.equals(bytes)) continue
      const { value, whole } = content.workbook
      // What a ZIP holds has a sum: a part that differs is never taken for whole.
      if (value.damage) expect(whole, `${name} ${round}`).toBe(false)
      for (const { content: inner } of parts)
        if (name !== 'XLS' && whole && inner.table.seen && inner.table.whole)
          expect(inner.table.value.rows, `${name} ${round}`).toBe(201)
    }
  }, 120_000)
})
