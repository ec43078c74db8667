import rule from '../../../rules/structure/no-subtotals.ts'
import { testRule } from '../../support/rule-tester.ts'

const HEAD = '地區,男,女\n'
const GROUPS = '鄉鎮,村里,甲,乙,丙,投票率\n'
const DATA = '大安區,10,20\n文山區,30,40\n'

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'records only', body: HEAD + DATA },
    { name: 'total columns are allowed', body: '地區,小計,合計\n大安區,10,20\n文山區,30,40\n' },
    { name: 'a header of totals alone', body: '年度,總計\n101,5\n102,6\n' },
    { name: 'a header of 總計 and years', body: '總計,2019,2020,2021\n9,2,3,4\n12,3,4,5\n' },
    {
      name: 'total columns under a title',
      body: '人口統計表,,\n地區,合計,小計\n大安區,10,20\n文山區,30,40\n',
    },
    { name: '綜合計劃科', body: '單位,人數\n人事室,3\n綜合計劃科,7\n主計室,4\n' },
    { name: '貨幣總計數', body: '項目,金額\n通貨,3\n貨幣總計數,9\n存款,4\n' },
    { name: '小計程車 and 總計畫', body: '項目,數量\n小計程車,3\n總計畫,4\n合計畫案,5\n' },
    { name: 'the company 全國', body: '加油站,泵島\n全國,4\n台亞,5\n' },
    { name: 'aggregates that carry no such word', body: '地區,人數\n全國,30\n大安區,10\n文山區,20\n' },
    { name: '合計 inside a sentence', body: '編號,說明\n1,二件合計損失三萬元\n2,另計\n' },
    { name: 'a code list without any number', body: '代碼,名稱\nT,合計\nM,男\nF,女\n' },
    {
      name: 'a group that does not add up',
      body: `${GROUPS}北竿鄉,,9,9,9,50.0\n,坂里村,1,2,3,40.0\n,后沃村,2,3,4,60.0\n`,
    },
    { name: 'a group of one row', body: `${GROUPS}東引鄉,,1,2,3,40.0\n,樂華村,1,2,3,40.0\n` },
    {
      name: 'a group that adds up in two columns',
      body: `${GROUPS}北竿鄉,,3,5,9,50.0\n,坂里村,1,2,3,40.0\n,后沃村,2,3,4,60.0\n`,
    },
    { name: 'a department of 統計', body: '系所,人數\n數學,10\n統計,20\n物理,30\n' },
    { name: 'X合計 that adds nothing up', body: '項目,金額\n甲,3\n乙,4\n利息合計,99\n' },
  ],
  fail: [
    {
      name: 'a row above its group, without a word for it',
      body: `${GROUPS}東引鄉,,1,2,3,40.0\n,樂華村,1,2,3,40.0\n北竿鄉,,"1,003",5,7,50.0\n,坂里村,"1,001",2,3,40.0\n,后沃村,2,3,4,60.0\n`,
      messageId: 'proven',
      data: { row: 4, label: '北竿鄉', from: 5, to: 6, column: 3, value: '1,003', count: 1 },
      at: { row: 4, column: 1 },
    },
    {
      name: '合計 that adds up',
      body: `${HEAD}${DATA}合計,40,60\n`,
      messageId: 'proven',
      data: { row: 4, label: '合計', from: 2, to: 3, column: 2, value: '40', count: 1 },
      at: { row: 4, column: 1 },
    },
    { name: '統計 that adds up', body: `${HEAD}${DATA}統計,40,60\n`, messageId: 'proven' },
    {
      name: '總　計 with a slip',
      body: `${HEAD}${DATA}總　計,41,99\n`,
      messageId: 'total',
      data: { rows: ['4'], labels: ['總　計'], count: 1 },
      at: { row: 4, column: 1 },
    },
    {
      name: 'only the second column adds up',
      body: `${HEAD}${DATA}合計,41,60\n`,
      messageId: 'total',
      data: { rows: ['4'] },
    },
    {
      name: '小計 of each group and 總計 of all',
      body: `${HEAD}${DATA}小計,40,60\n中山區,1,2\n松山區,3,4\n小計,4,6\n總計,44,66\n`,
      messageId: 'proven',
      data: { row: 4, label: '小計', from: 2, to: 3, count: 3 },
    },
    {
      name: 'a total skips the subtotals before it',
      body: '地區,男\n甲,1\n乙,2\n小計,9\n丙,3\n丁,4\n總計,10\n',
      messageId: 'proven',
      data: { row: 7, label: '總計', from: 2, to: 6, value: '10', count: 2 },
    },
    {
      name: '第一季小計',
      body: '月,件\n1,5\n2,6\n3,7\n第一季小計,18\n',
      messageId: 'proven',
      data: { row: 5, value: '18' },
    },
    { name: '第一季小計 with a slip', body: '月,件\n1,5\n2,6\n3,7\n第一季小計,17\n', messageId: 'total' },
    {
      name: '臺北市合計',
      body: '區,人\n大安,5\n文山,6\n臺北市合計,11\n',
      messageId: 'proven',
      data: { label: '臺北市合計' },
    },
    {
      name: 'above the records',
      body: `${HEAD}總計,40,60\n${DATA}`,
      messageId: 'total',
      data: { rows: ['2'] },
    },
    {
      name: 'long form: 合計 as a value of 性別',
      body: '年度,性別,人數\n101,合計,3\n101,男,1\n101,女,2\n',
      messageId: 'total',
      data: { rows: ['2'] },
      at: { row: 2, column: 2 },
    },
    {
      name: 'under an empty cell',
      body: '縣市,區,人\n北,安,5\n北,山,6\n,合計,11\n',
      messageId: 'proven',
      data: { row: 4 },
    },
    { name: 'in parentheses, padded', body: `${HEAD}${DATA}"  （合　計）：  ",40,60\n`, messageId: 'proven' },
    {
      name: 'Grand Total',
      body: `area,n\na,1\nb,2\nGrand Total,3\n`,
      messageId: 'proven',
      data: { label: 'Grand Total' },
    },
    {
      name: 'thousands separators and decimals',
      body: '區,元\n甲,"1,000.1"\n乙,"2,000.2"\n合計,"3,000.3"\n',
      messageId: 'proven',
      data: { value: '3,000.3' },
    },
    {
      name: 'missing marks count as nothing',
      body: '區,人\n甲,-\n乙,5\n丙,2\n丁,…\n合計,7\n',
      messageId: 'proven',
    },
    {
      name: 'Big5',
      body: `${HEAD}${DATA}合計,40,60\n`,
      encode: 'cp950',
      messageId: 'proven',
      data: { label: '合計' },
    },
    {
      name: 'Big5, 第一季小計',
      body: '月,件\n1,5\n2,6\n第一季小計,11\n',
      encode: 'cp950',
      messageId: 'proven',
    },
    {
      name: 'UTF-16',
      body: `\ufeff${HEAD}${DATA}合計,40,60\n`.replaceAll(',', '\t'),
      encode: 'utf16le',
      messageId: 'proven',
      data: { label: '合計' },
    },
  ],
  unknown: [
    { name: 'none in the part that was read', body: HEAD + DATA, whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"地區":"合計","人":3}]', claims: { format: 'JSON' } }],
})
