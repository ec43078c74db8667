import rule from '../../../rules/structure/consistent-columns.ts'
import { testRule } from '../../support/rule-tester.ts'

const HEAD = '編號,地址,電話\n'
const ROW = '1,中山路1號,02-1234\n'

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'equal widths', body: HEAD + ROW + ROW },
    { name: 'CRLF, no final line end', body: `${HEAD}${ROW}2,中山路2號,02-5678`.replaceAll('\n', '\r\n') },
    { name: 'CR alone', body: (HEAD + ROW + ROW).replaceAll('\n', '\r') },
    { name: 'a comma inside quotes', body: `${HEAD}1,"中山路1號,2樓",02-1234\n` },
    { name: 'a line break inside quotes', body: `${HEAD}1,"中山路1號\r\n2樓",02-1234\n` },
    { name: 'a full-width comma', body: `${HEAD}1,中山路1號，2樓,02-1234\n` },
    {
      name: 'Big5 whose second byte is a vertical bar',
      body: `${HEAD}1,育英路,2\n1,教育路,3\n`,
      encode: 'cp950',
    },
    { name: 'a byte order mark', body: `\ufeff${HEAD}${ROW}` },
    { name: 'tabs', body: (HEAD + ROW).replaceAll(',', '\t') },
    { name: 'semicolons', body: (HEAD + ROW).replaceAll(',', ';') },
    { name: 'UTF-16 and tabs', body: `\ufeff${HEAD}${ROW}`.replaceAll(',', '\t'), encode: 'utf16le' },
    { name: 'one column', body: '里名\n大安里\n文山里\n' },
    { name: 'header only', body: HEAD },
    { name: 'blank rows are another rule', body: `${HEAD}${ROW}\n,\n,,,,\n${ROW}` },
    { name: 'a surplus comma in every line', body: '編號,地址,\n1,中山路,\n2,中正路,\n' },
    { name: 'a title above the header is another rule', body: `服務據點一覽表\n${HEAD}${ROW}${ROW}` },
    { name: 'no header', body: '1,2,3\n4,5,6\n7,8,9\n' },
  ],
  fail: [
    {
      name: 'a comma that should be quoted',
      body: `${HEAD}${ROW}2,中山路1號,2樓,02-1234\n${ROW}`,
      messageId: 'ragged',
      data: { expected: 3, width: 4, count: 1, rows: ['3'] },
      at: { row: 3 },
    },
    {
      name: 'thousands separators',
      body: '年度,金額\n101,1,234\n102,5,678\n103,900\n',
      messageId: 'ragged',
      data: { expected: 2, width: 3, count: 2, rows: ['2', '3'] },
    },
    {
      name: 'a cell is missing',
      body: `${HEAD}${ROW}2,中山路2號\n${ROW}`,
      messageId: 'ragged',
      data: { expected: 3, width: 2, rows: ['3'] },
    },
    {
      name: 'a surplus comma in the records only',
      body: '編號,地址\n1,中山路,\n2,中正路,\n',
      messageId: 'ragged',
      data: { expected: 2, width: 3, count: 2, rows: ['2', '3'] },
    },
    {
      name: 'a surplus comma in the header only',
      body: '編號,地址,\n1,中山路\n2,中正路\n',
      messageId: 'ragged',
      data: { expected: 3, width: 2, count: 2 },
    },
    {
      name: 'a note that is not padded',
      body: `${HEAD}${ROW}${ROW}資料來源：縣政府\n`,
      messageId: 'ragged',
      data: { width: 1, rows: ['4'] },
    },
    {
      name: 'two other widths',
      body: `${HEAD}${ROW}${ROW}1\n1,2,3,4\n`,
      messageId: 'ragged',
      data: { width: 1 },
      also: ['ragged'],
    },
    {
      name: 'tables of different width below each other',
      body: '甲,乙\n1,2\n3,4\n丙,丁,戊\n1,2,3\n',
      messageId: 'ragged',
      data: { expected: 2, width: 3, count: 2, rows: ['4', '5'] },
    },
    {
      name: 'without a header most records count',
      body: '1,2,3\n4,5,6\n7,8\n',
      messageId: 'ragged',
      data: { expected: 3, width: 2, rows: ['3'] },
    },
    {
      name: 'below a title only the rows below it count',
      body: `服務據點一覽表\n${HEAD}${ROW}2\n${ROW}`,
      messageId: 'ragged',
      data: { width: 1, count: 1, rows: ['4'] },
      at: { row: 4 },
    },
  ],
  unknown: [
    { name: 'equal in the part that was read', body: HEAD + ROW, whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [
    { name: 'JSON', body: '[{"a":1},{"a":1,"b":2}]', claims: { format: 'JSON' } },
    { name: 'a web page', body: '<html><body>a,b</body></html>' },
  ],
})
