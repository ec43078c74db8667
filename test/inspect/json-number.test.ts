import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonScalar } from '../../src/inspect/json-scalar.ts'

function read(text: string, cut: number): number {
  const bytes = Buffer.from(`${text},`)
  const scalar = new JsonScalar()
  scalar.begin(bytes[0]!, true)
  for (let at = 1; at < bytes.length; at += cut) scalar.read(bytes.subarray(at, at + cut), 0)
  expect(scalar).toMatchObject({ closed: true, measured: true })
  return scalar.value
}

test.each([
  '0',
  '-0',
  '7',
  '-12',
  '121.5',
  '1.215e2',
  '12150E-2',
  '1e+3',
  '0.000000000000000000000001215e26',
])('%s', (text) => {
  expect(read(text, 1)).toBeCloseTo(Number(text), 12)
})

test('any number, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      fc.integer({ min: 1, max: 9 }),
      (number, cut) => {
        const value = read(JSON.stringify(number), cut)
        expect(Math.abs(value - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-12 + 1e-250)
        expect(value).toBe(read(JSON.stringify(number), 99))
      },
    ),
  )
})

test('as many digits as one likes', () => {
  expect(read(`${'9'.repeat(500)}e-498`, 7)).toBeCloseTo(100, 9)
  expect(read(`1e${'9'.repeat(50)}`, 7)).toBe(Number.POSITIVE_INFINITY)
})
