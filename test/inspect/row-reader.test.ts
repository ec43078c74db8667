import { describe, expect, it } from 'vitest'
import { rowReader } from '../../src/inspect/row-reader.ts'

const LAYOUT = { delimiter: ',', newline: '\n', consistency: 1 } as const

function read(pieces: Iterable<string>, maxRecord?: number) {
  const rows: string[][] = []
  const reader = rowReader(LAYOUT, (cells) => rows.push(cells), 0, maxRecord)
  for (const piece of pieces) reader.push(piece)
  const { faults, stopped } = reader.end(false)
  return { rows, faults: faults.first, count: faults.count, stopped }
}

function* blocks(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

describe('a sound quote is no fault, wherever the text is cut', () => {
  const text = 'a,b\r\n"x","y"\r\n"1 ""2""" ,"3\r\n4"\r\n5,""\r\n'
  const rows = [
    ['a', 'b'],
    ['x', 'y'],
    ['1 "2"', '3\r\n4'],
    ['5', ''],
  ]
  it.each(Array.from(text, (_, at) => at))('at %i', (at) => {
    expect(read([text.slice(0, at), text.slice(at)])).toEqual({
      rows,
      faults: [],
      count: 0,
      stopped: undefined,
    })
  })
})

describe('misplaced quotes', () => {
  const line = (n: number) => `${n},"Tai"pei,5\n`
  const lines = (count: number) =>
    `id,county,count\n${Array.from({ length: count }, (_, n) => line(n)).join('')}`

  it.each([1, 3, 100, 4_000, 100_000])('each costs its own line, in blocks of %i', (size) => {
    const { rows, faults, count } = read(blocks(lines(150), size))
    expect(rows).toHaveLength(151)
    expect(count).toBe(150)
    expect(faults[0]).toEqual({ row: 2, kind: 'stray', text: '0,"Tai"pei,5', offset: 16 })
    expect(faults[1]).toEqual({ row: 3, kind: 'stray', text: '1,"Tai"pei,5', offset: 29 })
  })

  it('are given up after 200, without reading what follows again for each', () => {
    const text = lines(200_000)
    const began = performance.now()
    const { rows, count, stopped } = read(blocks(text, 120 * 1024))
    // Reading it all for every fault takes minutes.
    expect((performance.now() - began) / 1000).toBeLessThan(5)
    expect([rows.length, count, stopped?.code]).toEqual([201, 200, 'too-many-faults'])
  })
})

describe('a quote that stays open', () => {
  it.each([1, 30, 100, 300])('is given up at the cap, in blocks of %i', (size) => {
    const { rows, stopped } = read(blocks(`a,b\n1,"${'x'.repeat(1_500)}"\n2,3\n`, size), 1_000)
    expect(rows).toEqual([['a', 'b']])
    expect(stopped).toMatchObject({ code: 'record-too-long', data: { row: 2, cap: 1_000 } })
  })

  it.each([1, 30, 100, 300])('is no fault when it closes before the cap, in blocks of %i', (size) => {
    const { rows, stopped, count } = read(blocks(`a,b\n1,"${'x'.repeat(900)}"\n2,3\n`, size), 1_000)
    expect([rows.length, rows[2], stopped, count]).toEqual([3, ['2', '3'], undefined, 0])
  })

  it.each([1, 50, 1_000])('names the row where it opened and goes on below it, in blocks of %i', (size) => {
    const { rows, faults, stopped } = read(blocks('a,b\n1,2\n3,"4\n5,6\n7,8\n', size))
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '"4'],
      ['5', '6'],
      ['7', '8'],
    ])
    expect(faults).toEqual([{ row: 3, kind: 'unclosed', text: '3,"4', offset: 8 }])
    expect(stopped).toBeUndefined()
  })
})
