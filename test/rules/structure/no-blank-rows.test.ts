import rule from '../../../rules/structure/no-blank-rows.ts'
import { testRule } from '../../support/rule-tester.ts'

const HEAD = '編號,機構名稱,電話\n'
const ROW = '1,第一服務處,02-1234\n'
const crlf = (text: string) => text.replaceAll('\n', '\r\n')

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'no blank row', body: HEAD + ROW + ROW },
    { name: 'CRLF', body: crlf(HEAD + ROW + ROW) },
    { name: 'no final line end', body: `${HEAD}1,第一服務處,` },
    { name: 'header only', body: HEAD },
    { name: 'one value in a row is a value', body: `${HEAD}${ROW},,0\n${ROW}` },
    { name: 'marks for a missing value', body: `${HEAD}${ROW}-,…,－\n${ROW}` },
    { name: 'an empty line inside a quoted cell', body: `${HEAD}1,"第一\n\n服務處",3\n${ROW}` },
    { name: 'comma-only text inside a quoted cell', body: `${HEAD}1,"甲\n,,\n乙",3\n${ROW}` },
    { name: 'one column', body: '里名\n大安里\n文山里\n' },
  ],
  fail: [
    {
      name: 'an empty line',
      body: `${HEAD}${ROW}\n${ROW}`,
      messageId: 'hole',
      data: { count: 1, rows: ['3'] },
      at: { row: 3 },
    },
    {
      name: 'an empty CRLF line among LF lines',
      body: `${HEAD}${ROW}\r\n${ROW}`,
      messageId: 'hole',
      data: { rows: ['3'] },
    },
    { name: 'commas only', body: `${HEAD}${ROW},,\n${ROW}`, messageId: 'hole', data: { rows: ['3'] } },
    { name: 'spaces only', body: `${HEAD}${ROW} ,  ,\t\n${ROW}`, messageId: 'hole', data: { rows: ['3'] } },
    {
      name: 'wide spaces only',
      body: `${HEAD}${ROW}　,　,\n${ROW}`,
      messageId: 'hole',
      data: { rows: ['3'] },
    },
    {
      name: 'wide spaces only, in Big5',
      body: `${HEAD}${ROW}　,　,\n${ROW}`,
      encode: 'cp950',
      messageId: 'hole',
      data: { rows: ['3'] },
    },
    {
      name: 'quoted nothing',
      body: `${HEAD}${ROW}"","",""\n${ROW}`,
      messageId: 'hole',
      data: { rows: ['3'] },
    },
    {
      name: 'several runs',
      body: `${HEAD}${ROW},,\n${ROW}\n\n${ROW}`,
      messageId: 'hole',
      data: { count: 3, rows: ['3', '5–6'] },
    },
    {
      name: 'a long run, then one stray date in the last row',
      body: `${HEAD}${ROW}${',,\n'.repeat(2705)},,109/1/1\n`,
      messageId: 'hole',
      data: { count: 2705, rows: ['3–2707'] },
    },
    {
      name: 'rows are records: a quoted line break is none',
      body: `${HEAD}1,"甲\n乙",3\n\n${ROW}`,
      messageId: 'hole',
      data: { rows: ['3'] },
    },
    {
      name: 'above the header',
      body: `\n${HEAD}${ROW}`,
      messageId: 'hole',
      data: { rows: ['1'] },
      at: { row: 1 },
    },
    { name: 'one column', body: '里名\n大安里\n\n文山里\n', messageId: 'hole', data: { rows: ['3'] } },
    {
      name: 'commas only, at the end',
      body: `${HEAD}${ROW},,\n,,\n`,
      messageId: 'trailing-records',
      data: { count: 2, row: 3 },
      at: { row: 3 },
    },
    {
      name: 'commas and then empty lines at the end',
      body: `${HEAD}${ROW},,\n\n\n`,
      messageId: 'trailing-records',
      data: { count: 1 },
    },
    {
      name: 'a hole and surplus rows',
      body: `${HEAD}${ROW}\n${ROW},,\n`,
      messageId: 'hole',
      also: ['trailing-records'],
    },
    {
      name: 'a hole counts though the rest was not read',
      body: `${HEAD}${ROW},,\n${ROW}`,
      whole: false,
      messageId: 'hole',
    },
  ],
  advice: [
    {
      name: 'empty lines at the end',
      body: `${HEAD}${ROW}\n\n`,
      messageId: 'trailing-lines',
      data: { count: 2 },
      at: { row: 3 },
    },
    { name: 'empty CRLF lines at the end', body: crlf(`${HEAD}${ROW}\n`), messageId: 'trailing-lines' },
  ],
  unknown: [
    {
      name: 'no blank row in the part that was read',
      body: HEAD + ROW,
      whole: false,
      messageId: 'over-byte-cap',
    },
  ],
  notApplicable: [
    { name: 'JSON', body: '[{"編號":1}]', claims: { format: 'JSON' } },
    { name: 'PDF', body: '%PDF-1.4\n' },
  ],
})
