import rule from '../../../rules/structure/consistent-types.ts'
import { testRule } from '../../support/rule-tester.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'

const column = (...values: string[]) =>
  `項目,人數\n${['1', '2.5', '-3', '40%', '5', ...values].map((value) => `甲,${value}\n`).join('')}`

testRule(rule, {
  pass: [
    { name: 'numbers and nothing', body: column('', '6') },
    { name: 'a column of words', body: column('甲', '乙', '－') },
    { name: 'separators everywhere', body: '項目,人數\n甲,"1,000"\n乙,"2,000"\n' },
    { name: 'dates', body: '項目,日期\n甲,112/01/05\n乙,民國112年1月\n丙,2024-01-05\n丁,－\n' },
    { name: 'commas that group nothing', body: column('"1,23"') },
  ],
  advice: [
    {
      name: 'separators',
      body: column('"1,234"', '"12,345.6"'),
      messageId: 'grouped',
      data: { name: '人數', count: 2, row: 7, value: '1,234' },
      at: { row: 7, column: 2 },
    },
    {
      name: 'full-width digits',
      body: column('１２３'),
      messageId: 'wide',
      data: { count: 1, value: '１２３' },
    },
    {
      name: 'full-width digits and marks in Big5',
      body: column('１２３', '－', '…', '--', 'N/A', 'x'),
      encode: 'cp950',
      messageId: 'wide',
      data: { count: 1, value: '１２３' },
      also: ['placeholder'],
    },
    {
      name: 'marks',
      body: column('－', '…', '*', '--', 'N/A', 'x', '無', ' - '),
      messageId: 'placeholder',
      data: { count: 8, row: 7, value: '－' },
    },
    {
      name: 'XLSX',
      body: xlsxOf([sheet([['項目', '人數'], ...[1, 2, 3, 4, 5, '－'].map((value) => ['甲', value])])]),
      messageId: 'placeholder',
      data: { count: 1, row: 7 },
    },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"a":"1,000"}]' }],
})
