import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFaithfulJson, toFaithfulJson } from '../../src/core/faithful-json.ts'
import { inspect } from '../../src/inspect/index.ts'
import { ALL, look, sourceOf } from '../inspect/bytes-source.ts'
import { ALPHABETS, CSV, HTML, JSON_BODIES, XML_BODIES } from '../support/noise.ts'

const again = (value: unknown) => fromFaithfulJson(toFaithfulJson(value))

test('any plain data reads back as it was', () => {
  const data = fc.anything({
    withMap: true,
    withNullPrototype: false,
    withObjectString: true,
    key: fc.oneof(fc.string(), fc.constantFrom('$', 'of', '__proto__', 'map')),
  })
  fc.assert(
    fc.property(data, (value) => {
      expect(again(value)).toStrictEqual(value)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [undefined],
  [{ a: undefined }],
  [[undefined, null]],
  [[NaN, Infinity, -Infinity, -0, 0, 1e-300]],
  [new Map([[1, ['a']]])],
  [new Map<unknown, unknown>([[{ a: 1 }, new Map()]])],
  [{ $: 'map', of: [] }],
  [{ $: { $: 'undefined' } }],
  ['\ud800 lone'],
])('%j', (value) => {
  expect(again(value)).toStrictEqual(value)
})

test.each([new Date(0), Buffer.from('a'), 1n, () => 1, Symbol('a'), new Set([1])])(
  'no plain data: %s',
  (value) => {
    expect(() => toFaithfulJson(value)).toThrow(TypeError)
  },
)

describe('facts of content read back as they were', () => {
  const bodies = Object.entries({ ...CSV, ...JSON_BODIES, ...XML_BODIES, HTML, empty: Buffer.alloc(0) })

  test.each(bodies)('%s', async (_, body) => {
    const content = await look([body])
    expect(again(content)).toStrictEqual(content)
  })

  test.each(bodies)('%s, cut by a cap', async (_, body) => {
    const source = { ...sourceOf([body.subarray(0, -1)]), whole: false }
    const content = await inspect(source, { format: 'csv' }, ALL)
    expect(again(content)).toStrictEqual(content)
  })

  test.each(Object.keys(ALPHABETS))('damaged by %s', async (name) => {
    const piece = fc
      .constantFrom(...ALPHABETS[name]!)
      .map((part) => Buffer.from(typeof part === 'number' ? [part] : part))
    const damaged = fc
      .tuple(fc.constantFrom(...bodies), fc.array(piece, { maxLength: 8 }), fc.nat(200))
      .map(([[, body], pieces, at]) => Buffer.concat([body.subarray(0, at), ...pieces, body.subarray(at)]))
    await fc.assert(
      fc.asyncProperty(damaged, async (body) => {
        const content = await look([body])
        expect(again(content)).toStrictEqual(content)
      }),
      { numRuns: 150 },
    )
  })
})
