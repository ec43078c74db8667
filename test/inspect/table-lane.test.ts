import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/artifacts.ts'
import { tableLane } from '../../src/inspect/table-lane.ts'

function table(text: string): Table {
  const lane = tableLane({ delimiter: ',', newline: '\n', consistency: 1 })
  lane.push(Buffer.from(text))
  lane.finish(false)
  const observed = lane.table('utf8', () => 1)
  if (!observed.seen) throw new Error('no table')
  return observed.value
}

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, n) => from + n)

describe('what is kept of a table', () => {
  it.each([1, 19, 20, 21, 40, 55])('the first 40 and the last 20 of %i rows, in order', (count) => {
    const { head, tail, rows } = table(
      numbers(count)
        .map((n) => `${n},a\n`)
        .join(''),
    )
    expect(rows).toBe(count)
    expect(head.map(({ row, cells }) => [row, cells[0]])).toEqual(
      numbers(Math.min(count, 40)).map((n) => [n, `${n}`]),
    )
    expect(tail.map(({ row, cells }) => [row, cells[0]])).toEqual(
      numbers(Math.min(count, 20), Math.max(1, count - 19)).map((n) => [n, `${n}`]),
    )
  })

  it('512 cells of a row, its width, and every name', () => {
    const row = numbers(1_000).join(',')
    const { head, tail, names, widths } = table(`${row}\n`.repeat(12))
    for (const kept of [...head, ...tail]) expect([kept.cells.length, kept.width]).toEqual([512, 1_000])
    expect(names.get(1)).toHaveLength(1_000)
    expect([...names.keys()]).toEqual(numbers(8))
    expect(widths).toMatchObject([{ width: 1_000, count: 12 }])
  })

  it('widths by frequency, with the first rows of each', () => {
    const { widths } = table('a,b\n1,2\n1,2,3\n1,2\n1\n1,2,3\n')
    expect(widths).toEqual([
      { width: 2, count: 3, rows: [1, 2, 4] },
      { width: 3, count: 2, rows: [3, 6] },
      { width: 1, count: 1, rows: [5] },
    ])
  })
})

describe('rows that come again', () => {
  it.each([
    [
      'the header',
      'a,b\n1,2\na,b\n3,4\na,b\n',
      [
        { row: 3, of: 1 },
        { row: 5, of: 1 },
        { row: 5, of: 3 },
      ],
    ],
    [
      'a title line below which the header stands',
      't\na,b\n1,2\nt\na,b\n',
      [
        { row: 4, of: 1 },
        { row: 5, of: 2 },
      ],
    ],
    ['equal lengths are not enough', 'a,b\n1,2\nc,b\na,d\n', []],
    ['one cell more is not the same', 'a,b\na,b,\n', []],
    ['nothing comes again after the eighth row', `${numbers(9).join(',x\n')},x\n9,x\n`, []],
    ['but the eighth does', `${numbers(9).join(',x\n')},x\n8,x\n`, [{ row: 10, of: 8 }]],
  ])('%s', (_, text, first) => {
    expect(table(text).repeats).toEqual({ count: first.length, first })
  })
})

describe('totals', () => {
  const rows = (count: number) =>
    numbers(count)
      .map((n) => `區${n},${n}\n`)
      .join('')

  it.each([
    [
      'over the rows above',
      `地區,人數\n${rows(4)}合計,10\n`,
      [{ row: 6, sumFrom: 2, sums: [{ column: 2, value: '10' }] }],
    ],
    ['that do not add up', `地區,人數\n${rows(4)}合計,11\n`, [{ row: 6, sums: [] }]],
    [
      'over subtotals',
      '地區,人數\n甲,1\n乙,2\n小計,3\n丙,4\n丁,5\n小計,9\n總計,12\n',
      [
        { row: 4, sumFrom: 2 },
        { row: 7, sumFrom: 5 },
        { row: 8, sumFrom: 2 },
      ],
    ],
    [
      'over 1999 rows, with 2000 kept',
      `地區,人數\n${rows(1_999)}合計,${(1_999 * 2_000) / 2}\n`,
      [{ row: 2_001, sumFrom: 2 }],
    ],
    [
      'over more rows than are kept',
      `地區,人數\n${rows(2_001)}合計,${(2_001 * 2_002) / 2}\n`,
      [{ row: 2_003, sums: [] }],
    ],
  ])('%s', (_, text, first) => {
    expect(table(text).totals).toMatchObject({ count: first.length, first })
  })

  // A label of which only the sum tells that it is one.
  it.each([
    [10, 11],
    [6_000, 6_000],
  ])('after %i that do not add up: %i, for looking back has an end', (wrong, count) => {
    const text = `地區,人數\n${rows(2_000)}${'甲,-1\n總計,-50000\n'.repeat(wrong)}甲,1\n乙,2\n甲乙合計,3\n`
    expect(table(text).totals.count).toBe(count)
  })
})

describe('of a column of periods in a large file, the newest is', () => {
  // Below row 5,000 every 16th row is read, and what may be newer: 5,003 is no such row, 5,008 is.
  it.each<[string, name: string, value: string, row: number, other: string, newest: [number, string]]>([
    ['a longer one', '年度', '99', 5_003, '113', [5_003, '113']],
    ['a later one as long', '年度', '112', 5_003, '113', [5_003, '113']],
    ['not an earlier one', '年度', '113', 5_003, '99', [2, '113']],
    ['a shorter one where all are read', '年月', '114/12', 5_008, '115/1', [5_008, '115/1']],
  ])('%s', (_, name, value, row, other, [newest, text]) => {
    const { periods } = table(
      numbers(6_000)
        .map((n) => (n === 1 ? `${name},值\n` : `${n === row ? other : value},${n}\n`))
        .join(''),
    )
    expect(periods).toMatchObject([{ column: 1, newest: { row: newest, text } }])
  })
})
