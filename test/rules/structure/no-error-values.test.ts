import rule from '../../../rules/structure/no-error-values.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'

const ROWS = [
  ['年度', '人數', '比率'],
  [113, 0, { formula: 'B2/0', error: '#DIV/0!' }],
  [114, 20, 0.5],
]
const found = {
  messageId: 'errors',
  data: { count: 1, values: ['#DIV/0!'], cell: 'C2' },
  at: { sheet: '工作表1', cell: 'C2' },
} as const

testRule(rule, {
  pass: [
    {
      name: 'XLSX',
      body: xlsxOf([
        sheet([
          ['年度', '人數'],
          [113, 0],
        ]),
      ]),
    },
    { name: 'CSV', body: '年度,人數\n113,0\n' },
    { name: 'words that hold one', body: '年度,備註\n113,#REF! 已修正\n114,#1\n' },
  ],
  advice: [
    { name: 'XLSX', body: xlsxOf([sheet(ROWS)]), ...found },
    { name: 'ODS', body: odsOf([sheet(ROWS)]), ...found },
    { name: 'XLS', body: xlsOf([sheet(ROWS)]), ...found },
    {
      name: 'CSV',
      body: '年度,人數,比率\n113,#N/A,1\n114,Err:502,#REF!\n',
      messageId: 'errors',
      data: { count: 3, values: ['#N/A', 'Err:502', '#REF!'], cell: 'B2' },
      at: { row: 2, column: 2 },
    },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"a":"#REF!"}]' }],
})
