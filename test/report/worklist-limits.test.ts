import { describe, expect, it } from 'vitest'
import type { WorkItem, Worklist } from '../../src/core/worklist.ts'
import { sheetNamer } from '../../src/report/worklist/sheet-names.ts'
import { columnName } from '../../src/report/worklist/sheet-xml.ts'
import { worklistXlsx } from '../../src/report/worklist/xlsx.ts'
import { finding } from '../score/make.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { header } from './sample-ledger.ts'

const counts = { datasets: 1, blocking: 1, advice: 0, unknown: 0 }
const body = { id: 'mol', name: '勞動部', group: 'central' } as const
const badge = { atLeast: 'none', atMost: 'none' } as const

/** `each` rows for each of `people` contacts. */
function worklistOf(people: number, each: number): Worklist {
  const item = (at: number, person: number): WorkItem => ({
    person: `p${person}`,
    body,
    publisher: '勞動部',
    contact: { name: '王小明' },
    dataset: { id: `${person}-${at}`, title: '資料集', badge },
    finding: finding('structure/no-blank-rows', 'hole', 'fail'),
    rules: ['structure/no-blank-rows'],
    findings: 1,
    gain: { badge, points: '0', score: '0' },
    next: false,
  })
  return {
    counts: { ...counts, rows: people * each },
    people: Array.from({ length: people }, (_, at) => ({
      ...counts,
      id: `p${at}`,
      body,
      name: '王小明',
      rows: each,
    })),
    async *items() {
      for (let at = 0; at < each; at++) for (let person = 0; person < people; person++) yield item(at, person)
    },
  }
}

async function written(worklist: Worklist, limits: { people: number; rows: number }) {
  const view = { header, datasets: worklist.counts.rows, interrupted: true, worklist }
  const blocks: Uint8Array[] = []
  for await (const block of worklistXlsx(view, 'zh-TW', limits)) blocks.push(block)
  return readWorkbook(Buffer.concat(blocks))
}

describe('worklist beyond its limits', () => {
  it('goes on in another sheet when one is full, with the header again', async () => {
    const [, ...sheets] = await written(worklistOf(1, 5), { people: 1, rows: 3 })
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['全部', 3],
      ['全部 (2)', 3],
      ['全部 (3)', 2],
      ['王小明', 3],
    ])
    expect(sheets[2]!.rows[0]).toEqual(sheets[0]!.rows[0])
    expect(sheets[2]!.rows[1]![4]).toBe('0-4')
  })

  it('tells whom it gave no sheet, and that the audit was not finished', async () => {
    const [overview, , ...own] = await written(worklistOf(4, 2), { people: 3, rows: 100 })
    expect(own.map(({ name }) => name)).toEqual(['王小明 勞動部', '王小明 勞動部 (2)', '王小明 勞動部 (3)'])
    const told = overview!.rows.map(([first]) => String(first))
    expect(told.some((line) => line.includes('超過 3 位，其餘 1 位'))).toBe(true)
    expect(told.some((line) => line.includes('曾中斷'))).toBe(true)
  })

  it('opens without a row', async () => {
    const [, ...sheets] = await written(worklistOf(0, 0), { people: 1, rows: 100 })
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['全部', 1]])
  })
})

describe('name of a sheet', () => {
  it.each([
    ['王小明', '王小明'],
    ['a/b\\c[d]:e*f?', 'a b c d e f'],
    ["'quoted'", 'quoted'],
    ['', '-'],
    ['History', 'History (2)'],
    ['全部', '全部 (2)'],
    ['\u202e翻轉\u0000', '翻轉'],
    ['一'.repeat(40), '一'.repeat(31)],
    ['𠮷'.repeat(20), '𠮷'.repeat(15)],
    ['\ud83d', '-'],
  ])('%j is %j', (wanted, name) => {
    expect(sheetNamer(['全部'])(wanted)).toBe(name)
  })

  it('differs from all before it, in any case', () => {
    const name = sheetNamer()
    expect(['wang', 'Wang', 'W'.repeat(40), 'w'.repeat(40)].map(name)).toEqual([
      'wang',
      'Wang (2)',
      'W'.repeat(31),
      `${'w'.repeat(27)} (2)`,
    ])
  })
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (at, name) => {
  expect(columnName(at)).toBe(name)
})
