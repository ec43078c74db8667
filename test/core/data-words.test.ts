import { expect, test } from 'vitest'
import { worded } from '../../src/core/data-words.ts'
import { FORMATS, type Format, formatName } from '../../src/core/format.ts'
import type { Data } from '../../src/core/localised.ts'

const HAN = /\p{Script=Han}|[（）]/u

test.each(Object.keys(FORMATS) as Format[])('the format %s has a name in English', (format) => {
  expect(formatName(format, 'en')).not.toMatch(HAN)
  for (const place of ['format', 'detected', 'detail']) {
    const data = { [place]: formatName(format) }
    expect(worded(data, 'en')).toEqual({ [place]: formatName(format, 'en') })
    expect(worded(data, 'zh-TW')).toEqual(data)
  }
})

test.each<[Data, Data]>([
  [{ title: '（無標題）' }, { title: '(no title)' }],
  [{ type: '（無）' }, { type: '(none)' }],
  [{ detected: 'EUC-KR（推測）' }, { detected: 'EUC-KR (a guess)' }],
  [
    { name: '工作表', names: ['（無）'], title: '工作表', row: 1 },
    { name: '工作表', names: ['（無）'], title: '工作表', row: 1 },
  ],
])('%j', (data, english) => {
  expect(worded(data, 'en')).toEqual(english)
  expect(worded(data, 'zh-TW')).toEqual(data)
})
