import rule from '../../../rules/structure/no-merged-cells.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'

const ROWS = [
  ['縣市', '鄉鎮', '人數'],
  ['臺東縣', '臺東市', 30],
  ['', '成功鎮', 40],
]
const SOUND = sheet(ROWS)
const MERGED = sheet(ROWS, { merged: ['A2:A3'] })
const ALONE = sheet(ROWS, { merged: ['A2:A2', 'B2:B2'] })
const found = {
  messageId: 'merged',
  data: { count: 1, ranges: ['A2:A3'] },
  at: { sheet: '工作表1', cell: 'A2:A3' },
} as const

testRule(rule, {
  pass: [
    { name: 'XLSX', body: xlsxOf([SOUND]) },
    { name: 'ODS', body: odsOf([SOUND]) },
    { name: 'XLS', body: xlsOf([SOUND]) },
    { name: 'XLSX with ranges of one cell', body: xlsxOf([ALONE]) },
    { name: 'XLS with ranges of one cell', body: xlsOf([ALONE]) },
    { name: 'merged on a hidden sheet', body: xlsxOf([SOUND, { ...MERGED, name: '乙', hidden: true }]) },
  ],
  fail: [
    { name: 'XLSX', body: xlsxOf([MERGED]), ...found },
    { name: 'ODS', body: odsOf([MERGED]), ...found },
    { name: 'XLS', body: xlsOf([MERGED]), ...found },
    {
      name: 'on the second sheet',
      body: odsOf([SOUND, { ...MERGED, name: '乙' }]),
      messageId: 'merged',
      at: { sheet: '乙', cell: 'A2:A3' },
    },
    {
      name: 'more than are listed',
      body: xlsxOf([sheet(ROWS, { merged: Array.from({ length: 30 }, (_, i) => `A${i + 9}:B${i + 9}`) })]),
      messageId: 'merged',
      data: { count: 30, ranges: Array.from({ length: 10 }, (_, i) => `A${i + 9}:B${i + 9}`) },
    },
  ],
  unknown: [
    { name: 'a workbook that was cut', body: xlsxOf([SOUND]), whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [{ name: 'CSV', body: '縣市,人數\n臺東縣,30\n' }],
})
