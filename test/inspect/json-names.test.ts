import { describe, expect, test } from 'vitest'
import { readJson, treeOf } from './tree-reader.ts'

const tree = (content: string | Buffer) => treeOf(readJson(content))

describe('duplicate names', () => {
  test('are told with place and line, at any depth', () => {
    const text = '{"a":1,\n"b":{"c":1,"c":2},\n"a":[{"x":1},{"x":1,\n"y":2,"\\u0078":3}]}'
    expect(tree(text).duplicateKeys).toEqual({
      count: 3,
      first: [
        { path: '$.b', name: 'c', line: 2 },
        { path: '$', name: 'a', line: 3 },
        { path: '$.a[1]', name: 'x', line: 4 },
      ],
    })
  })

  test('the same name in another object is none', () => {
    expect(tree('[{"a":{"a":{"a":1}}},{"a":{"a":1},"b":{"a":1}}]').duplicateKeys.count).toBe(0)
  })

  test('all are counted, few are kept, and none is counted as a field twice', () => {
    const found = tree(`[${Array(500).fill('{"a":1,"a":2}').join()}]`)
    expect(found.duplicateKeys.count).toBe(500)
    expect(found.duplicateKeys.first).toHaveLength(20)
    expect(found.records!.fields).toEqual([{ name: 'a', count: 500 }])
  })
})

describe('what a server says', () => {
  const table: readonly (readonly [string, boolean | undefined, string[]])[] = [
    [
      '{"success":false,"error":{"identifier":"x","error_type":"ER0031:資料集屬性錯誤","message":"屬性不合"}}',
      false,
      ['ER0031:資料集屬性錯誤', '屬性不合'],
    ],
    ['{"success":"true","records":[]}', true, []],
    ['{"Success":"False","Message":"查無資料"}', false, ['查無資料']],
    ['{"status":false}', false, []],
    ['{"status":"error"}', undefined, ['error']],
    ['{"RetCode":"0400"}', undefined, ['0400']],
    ['{"RetCode":"0000","RetMsg":"成功"}', undefined, []],
    ['{"result":"查無資料"}', undefined, ['查無資料']],
    ['{"description":"本資料集每日更新","data":[]}', undefined, []],
    ['{"description":"Invalid api_key"}', undefined, ['Invalid api_key']],
    ['"API Key 錯誤"', undefined, ['API Key 錯誤']],
    ['[{"message":"錯誤率"}]', undefined, []],
    ['{"message":"\\u67e5\\u7121"}', undefined, ['查無']],
    ['{"success":true,"code":200}', true, []],
  ]
  test.each(table)('%s', (text, success, messages) => {
    expect(tree(text).success).toBe(success)
    expect(tree(text).messages).toEqual(messages)
  })

  test('long messages are cut, many are left out', () => {
    const long = tree(`{"message":"${'錯'.repeat(5_000)}"}`).messages
    expect(long).toEqual(['錯'.repeat(200)])
    expect(tree(`{"message":"${'\\u932f'.repeat(5_000)}"}`).messages).toEqual(['錯'.repeat(200)])
    const many = `{${Array.from({ length: 9 }, (_, i) => `"error${'_'.repeat(i)}":"e${i}"`).join()}}`
    expect(tree(many).messages).toHaveLength(5)
  })
})
