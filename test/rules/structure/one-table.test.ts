import rule from '../../../rules/structure/one-table.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'

const FIRST = [
  ['年度', '人數'],
  [113, 30],
  [114, 40],
]
const SECOND = [
  ['地區', '件數'],
  ['臺東', 5],
]
const STACKED = [sheet([...FIRST, [], ...SECOND])]
const stacked = {
  messageId: 'stacked',
  data: { count: 2, rows: ['5'] },
  at: { sheet: '工作表1', row: 5, cell: 'A5' },
} as const

testRule(rule, {
  pass: [
    { name: 'one table', body: xlsxOf([sheet(FIRST)]) },
    { name: 'two sheets', body: xlsxOf([sheet(FIRST), sheet(SECOND, { name: '乙' })]) },
    { name: 'a blank row among the records', body: xlsxOf([sheet([...FIRST, [], [115, 50], [116, 60]])]) },
    {
      name: 'a title with a blank row below it',
      body: xlsxOf([sheet([['人數統計表', '單位：人'], [], ...FIRST])]),
    },
    {
      name: 'blank rows inside the header',
      body: xlsxOf([sheet([['年度', '人數'], [], [113, 30], [114, 40]])]),
    },
    {
      name: 'notes below the table',
      body: xlsxOf([sheet([...FIRST, [], ['備註：', '暫定'], ['來源：', '本局']])]),
    },
    {
      name: 'an empty column at the end of few',
      body: xlsxOf([
        sheet([
          ['年度', '', '人數'],
          [113, '', 30],
        ]),
      ]),
    },
  ],
  fail: [
    { name: 'stacked, XLSX', body: xlsxOf(STACKED), ...stacked },
    { name: 'stacked, ODS', body: odsOf(STACKED), ...stacked },
    { name: 'stacked, XLS', body: xlsOf(STACKED), ...stacked },
    {
      name: 'with a title of its own',
      body: xlsxOf([sheet([...FIRST, [], ['表二'], ...SECOND, [], ...SECOND])]),
      messageId: 'stacked',
      data: { count: 3, rows: ['6', '9'] },
    },
    {
      name: 'side by side',
      body: xlsxOf([
        sheet([
          ['年度', '人數', '', '地區', '件數'],
          [113, 30, '', '臺東', 5],
          [114, 40, '', '成功', 6],
        ]),
      ]),
      messageId: 'beside',
      data: { column: 'C' },
      at: { sheet: '工作表1', cell: 'C1' },
    },
  ],
  advice: [
    {
      name: 'pictures, XLSX',
      body: xlsxOf([sheet(FIRST, { pictures: 2 })]),
      messageId: 'drawings',
      data: { count: 2 },
      at: { sheet: '工作表1' },
    },
    {
      name: 'pictures, ODS',
      body: odsOf([sheet(FIRST, { pictures: 2 })]),
      messageId: 'drawings',
      data: { count: 2 },
    },
    {
      name: 'pictures, XLS',
      body: xlsOf([sheet(FIRST, { pictures: 2 })]),
      messageId: 'drawings',
      data: { count: 2 },
    },
  ],
  notApplicable: [{ name: 'CSV', body: '年度,人數\n113,30\n\n地區,件數\n臺東,5\n' }],
})
