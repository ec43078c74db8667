import { describe, expect, it, test } from 'vitest'
import parses from '../../rules/structure/parses.ts'
import { LANGUAGES } from '../../src/core/localised.ts'
import { SYNTAX_FAULTS, withFaultWords } from '../../src/core/syntax-faults.ts'
import { describeFinding } from '../../src/report/index.ts'

const HAN = /\p{Script=Han}|[，。；：、（）「」]/u
const RULES = new Map([[parses.id, parses]])
const PLACE = { format: 'JSON', line: 1, column: 5 }

const saidOf = (data: Readonly<Record<string, string | number>>, language: 'zh-TW' | 'en') =>
  describeFinding(
    { rule: parses.id, messageId: 'syntax', outcome: 'fail', data: { ...PLACE, ...data } },
    RULES,
    language,
  ).message

describe('the words of a syntax fault', () => {
  test.each(Object.entries(SYNTAX_FAULTS))('%s is there in both languages', (_, words) => {
    expect(words['zh-TW']).toMatch(HAN)
    expect(words.en).toMatch(/[a-z]/)
    expect(words.en).not.toMatch(HAN)
    const [chinese, english] = LANGUAGES.map((language) => words[language].match(/\{\w+\}/g)?.sort())
    expect(english).toEqual(chinese)
  })

  it('fill the sentence of the rule', () => {
    const data = { fault: 'json-item', found: '；' }
    expect(saidOf(data, 'zh-TW')).toBe('不是合格的 JSON：第 1 行第 5 字，陣列的元素之後應為 , 或 ]，卻是 ；')
    expect(saidOf(data, 'en')).toBe(
      'Not well-formed JSON: line 1, column 5: expected , or ] after an element of an array, but found ；',
    )
  })

  it('name a byte that is no character', () => {
    expect(saidOf({ fault: 'json-end', byte: 'FF' }, 'zh-TW')).toMatch(/卻是 位元組 0xFF$/)
    expect(saidOf({ fault: 'json-end', byte: 'FF' }, 'en')).toMatch(/but found byte 0xFF$/)
  })

  it('are the old ones in a ledger that holds them', () => {
    for (const language of LANGUAGES)
      expect(saidOf({ reason: '最後一個元素之後多了一個逗號' }, language)).toMatch(
        /最後一個元素之後多了一個逗號$/,
      )
  })

  it('leave a code of a later version visible', () => {
    expect(saidOf({ fault: 'yaml-tab' }, 'en')).toBe('Not well-formed JSON: line 1, column 5: yaml-tab')
  })

  it('touch no other data', () => {
    const data = { row: 1, text: 'x' }
    expect(withFaultWords(data, 'en')).toBe(data)
  })
})
