import rule from '../../../rules/structure/no-formulas.ts'
import { testRule } from '../../support/rule-tester.ts'
import { type Cell, odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'

const rows = (cell: Cell) => [
  sheet([
    ['項目', '數量', '金額'],
    ['甲', 2, 60],
    ['乙', 3, cell],
  ]),
]
const FORMULA = { formula: 'B3*30', value: 90 }
const at = { sheet: '工作表1', cell: 'C3' }

testRule(rule, {
  pass: [
    { name: 'XLSX', body: xlsxOf(rows(90)) },
    { name: 'ODS', body: odsOf(rows(90)) },
    { name: 'XLS', body: xlsOf(rows(90)) },
    { name: 'text that looks like one', body: xlsxOf(rows('=B3*30')) },
  ],
  fail: [
    {
      name: 'XLSX',
      body: xlsxOf(rows(FORMULA)),
      messageId: 'formulas',
      data: { count: 1, cells: ['C3'], formula: '=B3*30' },
      at,
    },
    {
      name: 'without its value',
      body: xlsxOf(rows({ formula: 'B3*30' })),
      messageId: 'formulas',
      data: { count: 1 },
      at,
    },
    { name: 'ODS', body: odsOf(rows(FORMULA)), messageId: 'formulas', data: { formula: '=B3*30' }, at },
    {
      name: 'ODS, as it is shown',
      body: odsOf(rows({ formula: "SUM([.B3:.B4];[$'乙'.A1])", value: 90 })),
      messageId: 'formulas',
      data: { formula: "=SUM(B3:B4;$'乙'.A1)" },
      at,
    },
    {
      name: 'XLS',
      body: xlsOf(rows(FORMULA)),
      messageId: 'formulas',
      data: { cells: ['C3'], formula: '=…' },
      at,
    },
  ],
  unknown: [
    { name: 'a workbook that was cut', body: xlsxOf(rows(90)), whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [{ name: 'CSV', body: '項目,數量\n甲,=1+1\n' }],
})
