import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonLane } from '../../src/inspect/json-lane.ts'
import { faultWords, readJson, readRepeated, treeOf } from './tree-reader.ts'

const tree = (content: string | Buffer) => treeOf(readJson(content))

describe('where and what', () => {
  const table: readonly (readonly [string, number, number, string])[] = [
    ['', 1, 1, '沒有內容'],
    ['\n\n ', 3, 2, '沒有內容'],
    ['{"a":1 x}', 1, 8, '物件的值之後應為 , 或 }，卻是 x'],
    ['[1\n,2\n x]', 3, 2, '陣列的元素之後應為 , 或 ]，卻是 x'],
    ['{"年度":"一"，"b":2}', 1, 10, '卻是 ，'],
    ['{"😀":1 😀}', 1, 8, '卻是 😀'],
    ['[1,\u00a02]', 1, 4, '卻是 U+00A0'],
    ['[1,]', 1, 4, '多了一個逗號'],
    ['{"a":1,\r\n}', 2, 1, '多了一個逗號'],
    ['[\r1\r;]', 3, 1, '卻是 ;'],
    ["{'a':1}", 1, 2, "以雙引號括住的名稱或 }，卻是 '"],
    ['{"a" 1}', 1, 6, '名稱之後應為 :'],
    ['[nul]', 1, 5, '應為 null'],
    ['[1.]', 1, 4, '應為數字'],
    ['[012]', 1, 3, '不可以 0 開頭'],
    ['["a\tb"]', 1, 4, 'U+0009'],
    ['["\\x"]', 1, 4, '卻是 x'],
    ['["\\u12z"]', 1, 7, '四個十六進位數字'],
    ['{"a":["b', 1, 9, '字串卻還沒有以 " 關閉'],
    ['{"a":[1,\n{', 2, 2, '還有 3 層'],
    ['[tru', 1, 5, '還不完整'],
    ['{"a":1}\n{"a":2}', 2, 1, '每行一個 JSON'],
    ['{"a":1} {"a":2}', 1, 9, '之後不應再有內容'],
    ['[]]', 1, 3, '之後不應再有內容，卻是 ]'],
    ['cb({})', 1, 1, '卻是 c'],
  ]
  test.each(table)('%j', (text, line, column, message) => {
    expect(tree(text).fault).toMatchObject({ line, column })
    expect(faultWords(tree(text))).toContain(message)
  })

  test('a byte that is no UTF-8 outside a string', () => {
    expect(tree(Buffer.from([0x5b, 0xff])).fault).toMatchObject({ line: 1, column: 2 })
    expect(faultWords(tree(Buffer.from([0x5b, 0xff])))).toContain('位元組 0xFF')
    expect(faultWords(tree(Buffer.from([0x5b, 0xe5, 0xb9])))).toContain('位元組 0xE5')
  })

  test('bytes inside strings are left to the UTF-8 lane', () => {
    expect(tree(Buffer.from([0x22, 0xa4, 0xe9, 0x22])).fault).toBeUndefined()
  })
})

test('the outermost value', () => {
  expect(tree('{"a":1,"b":2,"a":3}')).toMatchObject({ rootKind: 'object', root: ['a', 'b'], depth: 1 })
  expect(tree('[[{}]]')).toMatchObject({ rootKind: 'array', root: [], depth: 3 })
  expect(tree('3')).toMatchObject({ rootKind: 'scalar', depth: 0 })
  expect(tree('').rootKind).toBe('none')
  const many = `{${Array.from({ length: 80 }, (_, i) => `"k${i}":0`).join()}}`
  expect(tree(many).root).toHaveLength(50)
})

describe('chunks', () => {
  const samples = [
    '{"success":true,"result":{"records":[{"年度":"2009","平均":-1.5e+3,"x":[true,null]},\r\n{"年度":"\\u5e74","平均":0}]},"message":"查無"}',
    '{"type":"FeatureCollection","features":[{"properties":{"名":"😀"}}]}',
    '[{"a":1}]\r\n{"a"：1}',
    '[1,\r\n\r2，3]',
    '["\\ud83d\\ude00", "\\q"]',
    '[truth]',
    '[-]',
    '[😀]',
    '[12',
    '{"a":1,}',
    '"\\u12G4"',
    '\u3000[]',
  ]
  test.each(samples)('one byte at a time: %j', (text) => {
    expect(readJson(text, () => 1)).toEqual(readJson(text))
  })

  test('any cuts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.infiniteStream(fc.nat(7)), (text, sizes) => {
        expect(readJson(text, () => sizes.next().value as number)).toEqual(readJson(text))
      }),
    )
  })
})

test.each(['[{"a":1},{"a', '[-', '["\\u12', 'tru', ''])('what a cap has cut is not broken: %j', (text) => {
  const lane = jsonLane()
  lane.push(Buffer.from(text))
  expect(treeOf(lane.end(true)).fault).toBeUndefined()
})

describe('bounds', () => {
  const feed = (chunk: string, times: number, first = '', last = '') =>
    readRepeated(jsonLane(), Buffer.from(chunk), times, Buffer.from(first), Buffer.from(last))

  test('ten million levels stop at the cap', () => {
    const observed = feed('['.repeat(100_000), 100)
    expect(observed).toMatchObject({
      seen: true,
      whole: false,
      because: { code: 'too-deep', data: { cap: 512 } },
      value: { depth: 512 },
    })
    expect(feed('{"a":'.repeat(100_000), 20)).toMatchObject({ whole: false, because: { code: 'too-deep' } })
    expect(tree(`${'['.repeat(512)}${']'.repeat(512)}`).fault).toBeUndefined()
  })

  test('a string without end', () => {
    const observed = feed('x'.repeat(1 << 20), 64, '{"message":"')
    expect(observed).toMatchObject({
      whole: true,
      value: { fault: { line: 1, column: 64 * (1 << 20) + 13 } },
    })
  })

  test('a name without end', () => {
    expect(feed('x'.repeat(1 << 20), 16, '{"', '":1}')).toMatchObject({
      whole: false,
      because: { code: 'name-too-long' },
    })
  })

  test('one name in two spellings is one however often', () => {
    expect(feed(',{"\\u5e74":1},{"年":2}', 100_000, '[{"年":0}', ']')).toMatchObject({
      whole: true,
      value: { records: { fields: [{ name: '年', count: 200_001 }] } },
    })
  })

  test('more names than fit', () => {
    const record = (i: number) => `{"k${i}":1}`
    const list = `[${Array.from({ length: 5_000 }, (_, i) => record(i)).join()}]`
    const observed = readJson(list)
    expect(observed).toMatchObject({
      whole: false,
      because: { code: 'too-many-names', data: { cap: 4_096 } },
    })
    expect(tree(list).records!.fields).toHaveLength(4_096)
    const dictionary = `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join()}}`
    expect(readJson(dictionary)).toMatchObject({ whole: false, because: { code: 'too-many-names' } })
  })
})
