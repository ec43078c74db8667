import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { cp950Pair } from '../../src/inspect/cp950-pair.ts'

test('is what CP950 writes, for all that both know', () => {
  const wide = [...'小合總共累統加本全備附註說資來單填製編更事※＊無民中（【〔　０１２３４５６７８９－＋—─–…']
  for (const character of wide)
    expect(cp950Pair(character), character).toBe(iconv.encode(character, 'cp950').readUInt16BE())
})

test('there is none for what Big5 cannot write', () => {
  expect(() => cp950Pair('嘅')).toThrow('CP950')
  expect(() => cp950Pair('😀')).toThrow('CP950')
})
