import rule from '../../../rules/structure/no-spreadsheet-traps.ts'
import { testRule } from '../../support/rule-tester.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'

const column = (name: string, ...values: string[]) =>
  `${name},名稱\n${values.map((value) => `${value},甲\n`).join('')}`

testRule(rule, {
  pass: [
    { name: 'sound codes', body: '統編,電話,代碼\n01234567,0912345678,007\n12345678,02-23456789,113\n' },
    { name: 'what only begins like a formula', body: column('說明', '===', '=> 同上', '= 甲') },
    { name: 'measured values', body: column('濃度', '1.2E-05', '3.4E-06') },
    { name: 'numbers in a column of counts', body: column('人數', '40000', '45000') },
    { name: 'numbers in a row', body: column('編號', '8', '9', '10', '11') },
    { name: 'codes that grow', body: column('代碼', '9', '10', '11', '12') },
    { name: 'numbers in Taipei', body: column('電話', '23456789', '0223456789') },
    { name: 'dates of the Republic', body: column('日期', '1120105', '1120106') },
    { name: 'postal codes', body: column('郵遞區號', '100', '10041', '11492') },
    {
      name: 'a sheet, whose formulas have a rule of their own',
      body: xlsxOf([
        sheet([
          ['日期', '人數'],
          [45292, 1],
        ]),
      ]),
    },
  ],
  advice: [
    {
      name: 'a formula',
      body: '年度,人數\n113,1\n114,=SUM(B2:B9)\n115,=B2*2\n',
      messageId: 'formula',
      data: { name: '人數', row: 3, value: '=SUM(B2:B9)', count: 2 },
      at: { row: 3, column: 2 },
    },
    {
      name: 'a zero kept by a formula',
      body: '名稱,電話\n甲,"=""0912345678"""\n',
      messageId: 'formula',
      data: { name: '電話', value: '="0912345678"' },
    },
    {
      name: 'an account in Big5',
      body: column('帳號', '123456789012', '1.23457E+11'),
      encode: 'cp950',
      messageId: 'scientific',
      data: { name: '帳號', row: 3, value: '1.23457E+11', count: 1 },
      at: { row: 3, column: 1 },
    },
    {
      name: 'a long number among others, whatever the name',
      body: column('貨物', '4710088412345', '4710088412352', '4.71009E+12'),
      messageId: 'scientific',
      data: { name: '貨物', row: 4 },
    },
    {
      name: 'a phone',
      body: column('聯絡電話', '02-23456789', '912345678', '912345679'),
      messageId: 'lost-zero',
      data: { name: '聯絡電話', count: 2, row: 3, value: '912345678', length: 9 },
    },
    {
      name: '統編',
      body: column('統一編號', '12345678', '1234567'),
      messageId: 'lost-zero',
      data: { name: '統一編號', value: '1234567', length: 7 },
    },
    {
      name: 'a county',
      body: column('縣市代碼', '63000', '65000', '9007'),
      messageId: 'lost-zero',
      data: { value: '9007', length: 4 },
    },
    {
      name: 'a padded code',
      body: column('科目代號', '007', '113', '114', '12'),
      messageId: 'lost-zero',
      data: { value: '12', row: 5 },
    },
    {
      name: 'days since 1900',
      body: column('發布日期', '45292', '2024/1/2', '45294'),
      messageId: 'serial',
      data: { name: '發布日期', value: '45292', count: 2, row: 2 },
      at: { row: 2, column: 1 },
    },
    {
      name: 'far below, where not every row is looked at',
      body: column(
        '日期',
        ...Array.from({ length: 50_100 }, (_, n) => (n < 50_000 ? '2024-01-01' : '45292')),
      ),
      messageId: 'serial',
      data: { row: 50_016, count: 6 },
    },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"a":"=SUM(A1)"}]' }],
})
