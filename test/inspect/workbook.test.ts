import { describe, expect, it } from 'vitest'
import { type MadeSheet, odsOf, sheet, xlsxOf } from '../support/workbooks.ts'
import { biffOf, cfbOf, xlsOf } from '../support/xls.ts'
import { read, tables, workbook } from './read-workbook.ts'

const MAKERS = [
  ['XLSX', xlsxOf],
  ['ODS', odsOf],
  ['XLS', xlsOf],
] as const
const HEADER = ['鄉鎮', '日期', '人數']
const EVERYTHING: MadeSheet = sheet(
  [
    HEADER,
    ['臺東市', { date: 43_831 }, 30],
    ['a & <b>', { date: 60 }, 1.5],
    [],
    ['合計', null, { formula: 'SUM(C2:C3)', value: 31.5 }],
    ['成功鎮', null, { formula: 'C99/0', error: '#DIV/0!' }],
    ['備註：暫定', null, null],
  ],
  { merged: ['A5:B5'], hiddenRows: [2, 3, 6], hiddenColumns: [2, 3], pictures: 2 },
)

describe.each(MAKERS)('%s', (_, make) => {
  it('tells the same facts as the other kinds', async () => {
    const [table] = await tables(make([EVERYTHING]))
    expect(table!.head.map(({ cells }) => cells)).toEqual([
      HEADER,
      ['臺東市', '2020-01-01', '30'],
      ['a & <b>', expect.stringMatching(/^1900-02-2[89]$/), '1.5'],
      ['合計', '', '31.5'],
      ['成功鎮', '', '#DIV/0!'],
      ['備註：暫定', '', ''],
    ])
    expect(table).toMatchObject({
      rows: 7,
      widths: [{ width: 3, count: 6 }],
      blank: { count: 1, first: [{ from: 4, to: 4 }] },
      totals: { count: 1, first: [{ row: 5, sumFrom: 2, sums: [{ column: 3, value: '31.5' }] }] },
      notes: { count: 1, first: [{ row: 7 }] },
      errors: { count: 1, first: [{ row: 6, column: 3, text: '#DIV/0!' }] },
      trailing: { rows: 0 },
    })
    expect(table!.sheet).toMatchObject({
      name: '工作表1',
      state: 'visible',
      kind: 'data',
      rows: 7,
      columns: 3,
      merged: { count: 1, first: ['A5:B5'] },
      formulas: { count: 2, first: [{ cell: 'C5' }, { cell: 'C6' }] },
      hiddenRows: { first: ['2:3', '6'] },
      hiddenColumns: { first: ['B:C'] },
      drawings: 2,
    })
  })

  it('takes sheets with data for parts, and lists the others', async () => {
    const data = [HEADER, ['臺東市', 1, 2]]
    const bytes = make([
      sheet(data, { name: '甲' }),
      sheet([['說明：本表為初步統計，俟定案後更新。'], ['資料來源：本局']], { name: '說明' }),
      sheet([], { name: 'Sheet2' }),
      sheet(data, { name: '乙' }),
      sheet(data, { name: '丙', hidden: true }),
    ])
    const { parts } = await read(bytes)
    expect(parts?.map((part) => part.sheet)).toEqual(['甲', '乙'])
    expect(
      (await workbook(bytes)).value.sheets.first.map(({ name, kind, state }) => [name, kind, state]),
    ).toEqual([
      ['甲', 'data', 'visible'],
      ['說明', 'notes', 'visible'],
      ['Sheet2', 'empty', 'visible'],
      ['乙', 'data', 'visible'],
      ['丙', 'data', 'hidden'],
    ])
  })

  it('looks at a hidden sheet when there is no other', async () => {
    const { parts } = await read(make([sheet([HEADER, ['臺東市', 1, 2]], { hidden: true })]))
    expect(parts).toHaveLength(1)
  })
})

describe('XLS', () => {
  const biff = biffOf([sheet([HEADER, ...Array.from({ length: 300 }, (_, i) => [`第${i}區`, i, i])])])

  it.each([
    ['a password', cfbOf('Workbook', biffOf([sheet([HEADER])], { encrypted: true })), { encrypted: true }],
    [
      'a stream that breaks off',
      cfbOf('Workbook', biff.subarray(0, biff.length - 40)),
      { damage: { code: 'part-damaged' } },
    ],
    [
      'a file that breaks off',
      cfbOf('Workbook', biff).subarray(0, 6_000),
      { damage: { code: 'part-damaged' } },
    ],
  ])('tells %s', async (_, bytes, facts) => {
    expect(await workbook(bytes)).toMatchObject({ whole: false, value: facts })
  })

  it('does not read Excel 95', async () => {
    const old = cfbOf('Workbook', biffOf([sheet([HEADER])], { version: 0x500 }))
    expect(await workbook(old)).toMatchObject({ whole: false, because: { code: 'old-xls' } })
  })
})
