import rule from '../../../rules/structure/no-duplicate-rows.ts'
import { testRule } from '../../support/rule-tester.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'

const many = (count: number) => Array.from({ length: count }, (_, n) => `${n},甲\n`).join('')

/** Tables one below the other, each with its header. */
const years = (count: number) =>
  Array.from({ length: count }, (_, year) =>
    [
      '年度,縣市,人數\n',
      ...Array.from({ length: 20 }, (_, n) => `${year + 80},第${n}區,${n * 31 + year}\n`),
    ].join(''),
  ).join('')

testRule(rule, {
  pass: [
    { name: 'cells cut elsewhere', body: 'a,b\n1,12\n11,2\n112,\n,112\n' },
    { name: 'a header that comes again', body: '年度,人數\n113,1\n年度,人數\n114,2\n' },
    { name: 'a header in row 1 that comes again and again', body: years(30) },
    { name: 'blank rows', body: '年度,人數\n113,1\n,\n,\n114,2\n' },
    { name: 'a list of one column', body: '姓名\n甲\n甲\n', claims: { format: 'CSV' } },
    { name: 'a hundred thousand rows', body: `n,名稱\n${many(100_000)}` },
  ],
  advice: [
    {
      name: 'CSV',
      body: '年度,人數\n113,1\n114,2\n113,1\n113,1\n',
      messageId: 'duplicate',
      data: { looked: 4, count: 2, row: 4, of: 2 },
      at: { row: 4 },
    },
    {
      name: 'below a title and a header that comes again',
      body: '表一,,\n年度,縣市,人數\n113,甲,1\n年度,縣市,人數\n113,甲,1\n',
      messageId: 'duplicate',
      data: { count: 1, row: 5, of: 3 },
    },
    {
      name: 'behind many headers',
      body: `${years(30)}7,甲,1\n7,甲,1\n`,
      messageId: 'duplicate',
      data: { count: 1, row: 632, of: 631 },
    },
    {
      name: 'XLSX',
      body: xlsxOf([
        sheet([
          ['年度', '人數'],
          [113, 1],
          [113, 1],
        ]),
      ]),
      messageId: 'duplicate',
      data: { looked: 2, count: 1, row: 3, of: 2 },
    },
    {
      name: 'of many rows, only the first are compared',
      body: `n,名稱\n${many(50_000)}0,甲\n1,甲\n`.replace('\n5,甲\n', '\n4,甲\n'),
      messageId: 'duplicate',
      data: { looked: 50_000, count: 1, row: 7, of: 6 },
    },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"a":1},{"a":1}]' }],
})
