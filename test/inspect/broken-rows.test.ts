import { describe, expect, it } from 'vitest'
import { tableLane } from '../../src/inspect/table-lane.ts'
import { random } from '../support/noise.ts'

/** Rows that take several lines, as the lane tells them for `text` pushed in pieces of `size`. */
function brokenIn(text: string, size: number, newline: '\n' | '\r' = '\n') {
  const lane = tableLane({ delimiter: ',', newline, consistency: 1 })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) lane.push(bytes.subarray(at, at + size))
  lane.finish(false)
  const table = lane.table('utf8', () => 1)
  if (!table.seen) throw new Error('nothing seen')
  return table.value.broken
}

describe('rows on several lines', () => {
  it.each<[text: string, broken: { row: number; lines: number }[] | undefined]>([
    ['a,b\n1,2\n', undefined],
    ['a,b\n1,"2"\n', undefined],
    ['a,b\n"1\n1",2\n3,4\n', [{ row: 2, lines: 1 }]],
    ['a,b\r\n"1\r\n\r\n1","2\r\n"\r\n3,4\r\n', [{ row: 2, lines: 3 }]],
    [
      '"a\nb",c\n\n1,"x\n"',
      [
        { row: 1, lines: 1 },
        { row: 3, lines: 1 },
      ],
    ],
    // A quote that is not closed takes its own line only.
    ['a,b\n1,"2\n3,4\n"5\n6",7\n', [{ row: 4, lines: 1 }]],
  ])('%j', (text, broken) => {
    for (const size of [1, 3, 1_000])
      expect(brokenIn(text, size), `in pieces of ${size}`).toEqual(
        broken && { count: broken.length, first: broken },
      )
  })

  it('is told of a long file whatever its pieces', () => {
    const next = random(7)
    const expected: { row: number; lines: number }[] = []
    let text = 'id,text\n'
    for (let row = 2; row < 40_000; row++) {
      const lines = next() < 0.01 ? 1 + Math.floor(next() * 3) : 0
      if (lines > 0) expected.push({ row, lines })
      text += `${row},"${'字\n'.repeat(lines)}尾"\n`
    }
    for (const size of [65_536, 100_003]) expect(brokenIn(text, size)?.first).toEqual(expected)
  })
})
