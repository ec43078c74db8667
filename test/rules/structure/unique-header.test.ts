import rule from '../../../rules/structure/unique-header.ts'
import { testRule } from '../../support/rule-tester.ts'

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'a name of its own for each', body: '編號,名稱,電話\n1,甲,2\n' },
    { name: 'the same word with another unit', body: '年度,面積(公頃),面積(坪)\n101,1,2\n' },
    { name: 'names that differ in case', body: 'No,NO,no2\n1,2,3\n' },
    { name: 'no header', body: '1,2,3\n1,2,4\n1,5,6\n' },
    { name: 'names under a title', body: '統計表,,\n年度,男,女\n101,1,2\n102,3,4\n' },
  ],
  fail: [
    {
      name: 'a name twice',
      body: '年度,人數,人數\n101,1,2\n',
      messageId: 'duplicate',
      data: { names: ['人數'], columns: ['2', '3'] },
      at: { row: 1, column: 3 },
    },
    {
      name: 'blanks do not make a difference',
      body: '\ufeff年度,人　數, 年 度 ,人數\n101,1,2,3\n',
      messageId: 'duplicate',
      data: { names: ['年度', '人　數'], columns: ['1', '3', '2', '4'] },
    },
    {
      name: 'three times, Big5',
      body: '男,男,男\n1,2,3\n',
      encode: 'cp950',
      messageId: 'duplicate',
      data: { columns: ['1', '2', '3'] },
    },
    {
      name: 'a nameless column with values',
      body: '年度,,人數\n101,甲,2\n',
      messageId: 'empty',
      data: { columns: ['2'] },
      at: { row: 1, column: 2 },
    },
    {
      name: 'a nameless column without values',
      body: '年度,,人數\n101,,2\n',
      messageId: 'empty',
      data: { columns: ['2'] },
    },
    {
      name: 'a nameless last column with one value',
      body: '年度,人數,\n101,1,\n102,2,x\n',
      messageId: 'empty',
      data: { columns: ['3'] },
    },
    {
      name: 'names that are blanks',
      body: '年度,　,人數, \n101,1,2,3\n',
      messageId: 'empty',
      data: { columns: ['2', '4'] },
    },
    {
      name: 'all three',
      body: '年度,年度,,人數,\n101,1,2,3,\n102,1,2,3,\n',
      messageId: 'duplicate',
      also: ['empty', 'trailing-empty'],
    },
  ],
  advice: [
    {
      name: 'a surplus comma in every line',
      body: '年度,人數,\n101,1,\n102,2,\n',
      messageId: 'trailing-empty',
      data: { count: 1, from: 3 },
      at: { row: 1, column: 3 },
    },
    {
      name: 'surplus commas in the header',
      body: '年度,人數,,\n101,1\n102,2\n',
      messageId: 'trailing-empty',
      data: { count: 2, from: 3 },
    },
  ],
  unknown: [
    { name: 'the part that was read', body: '年度,人數\n101,1\n', whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"a":1,"a":2}]', claims: { format: 'JSON' } }],
})
