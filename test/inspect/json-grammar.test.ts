import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, treeOf } from './tree-reader.ts'

const isSound = (text: string): boolean => treeOf(readJson(text)).fault === undefined

/** The strictest reader at hand. */
function oracle(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const SOUND = [
  '{}',
  '[]',
  ' [ ] ',
  '\t{\r\n}\n',
  '0',
  '-0',
  '1',
  '-1',
  '10',
  '0.1',
  '-0.0',
  '1e5',
  '1E+5',
  '1e-05',
  '0e0',
  '1.25e+10',
  '123456789012345678901234567890',
  '""',
  '" "',
  '"a"',
  '"\\""',
  '"\\\\"',
  '"\\/"',
  '"/"',
  '"\\b\\f\\n\\r\\t"',
  '"\\u0000"',
  '"\\uD83D\\uDE00"',
  '"\\ud800"',
  '"😀"',
  '"年度"',
  '"\u2028\u2029"',
  '"\u007f"',
  'true',
  'false',
  'null',
  '[true,false,null]',
  '[1,2]',
  '[[[]]]',
  '{"a":1}',
  '{"":0}',
  '{"a":{"b":[{}]}}',
  '{"a":1,"a":2}',
  '{"\\u0061":1}',
  '[1 , 2\r\n]',
  '{"a" : 1 }',
  '"\\u00e9"',
  '[-1.5E3]',
  '{"__proto__":1,"constructor":2}',
]

const BROKEN = [
  '',
  ' ',
  '\n',
  '[',
  ']',
  '{',
  '}',
  '[1',
  '[1,',
  '[1,]',
  '[,1]',
  '[1 2]',
  '[1}',
  '{"a":1]',
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{,}',
  '{a:1}',
  "{'a':1}",
  '{1:1}',
  '{"a" 1}',
  '{"a"::1}',
  '{"a":1 "b":2}',
  '[] []',
  '{}{}',
  '1 2',
  '{}x',
  '01',
  '-01',
  '+1',
  '.5',
  '1.',
  '1.e5',
  '1e',
  '1e+',
  '-',
  '--1',
  '0x1F',
  '1_000',
  'NaN',
  'Infinity',
  '-Infinity',
  'undefined',
  'True',
  'TRUE',
  'nul',
  'nulll',
  'truefalse',
  'tru e',
  '"',
  '"a',
  '"\\',
  '"\\"',
  '"\\x41"',
  '"\\u12"',
  '"\\u123"',
  '"\\u123 "',
  '"\\u12G4"',
  '"\\a"',
  '"\n"',
  '"\t"',
  '"\u0000"',
  '"\u001f"',
  "'a'",
  '[1]//c',
  '/**/[]',
  '#[]',
  '[1;2]',
  '\u00a0[]',
  '\u3000[]',
  '\ufeff[]',
  '[“a”]',
  '[1，2]',
  '{"a"：1}',
  '\u0000[]',
  '\f[]',
  '\v[]',
  '[1]\u0000',
  'callback({})',
  '<html>',
]

describe('strictness', () => {
  test.each(SOUND)('sound: %j', (text) => {
    expect(oracle(text)).toBe(true)
    expect(isSound(text)).toBe(true)
  })

  test.each(BROKEN)('broken: %j', (text) => {
    expect(oracle(text)).toBe(false)
    expect(isSound(text)).toBe(false)
  })

  const character = fc.constantFrom(...'{}[]",:0123456789.eE+-truefalsn\\ub \n\r\tx年，\u0000')
  const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1), fc.option(character))
  test('agrees with JSON.parse on sound and on damaged documents', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.array(change, { maxLength: 3 }), (json, changes) => {
        const characters = [...json]
        for (const [at, removed, added] of changes)
          characters.splice(at % (characters.length + 1), removed, ...(added === null ? [] : [added]))
        const text = characters.join('')
        expect(isSound(text)).toBe(oracle(text))
      }),
      { numRuns: 2_000 },
    )
  })
})
