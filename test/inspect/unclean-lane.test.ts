import { expect, test } from 'vitest'
import { uncleanLane } from '../../src/inspect/unclean-lane.ts'

const LOOKED_AT = 16 * 2 ** 20

test.each([LOOKED_AT - 1, LOOKED_AT / 2, 1_000_003])('looks at the first 16 MiB, in blocks of %i', (size) => {
  const content = Buffer.alloc(LOOKED_AT + 1, 'a')
  for (const at of [5, LOOKED_AT - 1, LOOKED_AT]) content[at] = 1
  const lane = uncleanLane()
  for (let at = 0; at < content.length; at += size) lane.push(content.subarray(at, at + size))
  const { control } = lane.end(true)
  expect([control.count, ...control.first.map(({ offset }) => offset)]).toEqual([2, 5, LOOKED_AT - 1])
})
