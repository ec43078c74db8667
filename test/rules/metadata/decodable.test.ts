import iconv from 'iconv-lite'
import rule from '../../../rules/metadata/decodable.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'

const HEAD = '編號,名稱\n'
const ROW = '1,許功蓋服務處\n'
const join = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const big5 = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? iconv.encode(part, 'cp950') : Buffer.from(part))),
  )
/** Text whose bytes were once read in the wrong encoding and saved as UTF-8. */
const misread = (text: string, was: string, taken: string) => iconv.decode(iconv.encode(text, was), taken)
const TABLE = [
  ['年度', '機關名稱', '人數'],
  ['113', '臺北市政府環境保護局', 30],
  ['114', '編輯委員會', 40],
]
/** The sheet that opening CSV in the wrong encoding leaves. */
const misreadSheet = (was: string, taken: string) =>
  TABLE.map((row) => row.map((cell) => (typeof cell === 'string' ? misread(cell, was, taken) : cell)))

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'UTF-8', body: HEAD + ROW },
    { name: 'Big5', body: HEAD + ROW, encode: 'cp950' },
    { name: 'UTF-16', body: `\ufeff${HEAD}${ROW}`, encode: 'utf16le' },
    { name: 'ASCII', body: 'id,n\n1,2\n' },
    { name: 'characters beyond the basic plane', body: `${HEAD}1,𠮷野家𪜈\n` },
    {
      name: 'accented names',
      body: `${HEAD}1,Château d’Été\n2,José Ñuñez Müller\n3,Crème brûlée à l’ancienne\n`,
    },
    { name: 'units and signs', body: `${HEAD}1,25°C ± 0.5 µg/m³ × 2\n` },
    { name: 'Cyrillic', body: `${HEAD}1,Москва\n` },
    { name: 'a workbook', body: xlsxOf([sheet(TABLE)]), claims: { format: 'XLSX' } },
    {
      name: 'a workbook with accented names and rare characters',
      body: xlsxOf([
        sheet([
          ['機關', '名稱'],
          ['Château d’Été', '蓁蓁'],
          ['José Ñuñez', '撟'],
          ['Crème brûlée', '鄭丰喜 25°C ± 0.5 µg/m³'],
        ]),
      ]),
    },
    {
      name: 'a workbook of names with rare characters',
      body: xlsxOf([
        sheet([
          ['中文名', '數量'],
          ['臺灣藍鵲', 3],
          ['大鴇、黃槿、木槻', 4],
          ['王嬅璇、人蔘', 4],
          ['撟游漲', 5],
          ['漱玉詞', 6],
        ]),
      ]),
    },
    { name: 'JSON', body: '[{"名稱":"甲"}]', claims: { format: 'JSON' } },
  ],
  fail: [
    {
      name: 'a bad byte, late',
      body: join(HEAD, ROW.repeat(400), '401,甲', [0xff], '\n', ROW),
      messageId: 'bad-bytes',
      data: { count: 1, encoding: 'UTF-8', line: 402, bytes: '0xff' },
      at: { line: 402, offset: 14 + 21 * 400 + 7 },
    },
    {
      name: 'a character cut in two',
      body: join(HEAD, ROW.repeat(9), '1,', [0xe8, 0xa8], ',x\n'),
      messageId: 'bad-bytes',
      data: { line: 11, bytes: '0xe8a8' },
    },
    {
      name: 'surrogates written as UTF-8',
      body: join(HEAD, ROW.repeat(9), [0xed, 0xa0, 0x80], '\n'),
      messageId: 'bad-bytes',
    },
    {
      name: 'UTF-8 with one Big5 word',
      body: join(HEAD, ROW.repeat(20), '1,', [0xb3, 0x5c], '\n'),
      messageId: 'bad-bytes',
      data: { encoding: 'UTF-8', bytes: '0xb3' },
    },
    {
      name: 'Big5 with half a character before the comma',
      body: big5(HEAD, ROW.repeat(20), '1', [0xb3], ',甲\n'),
      messageId: 'bad-bytes',
      data: { encoding: 'BIG5', line: 22, bytes: '0xb3' },
    },
    {
      name: 'a byte order mark promises UTF-8',
      body: Buffer.concat([join('\ufeff'), big5(HEAD, ROW)]),
      messageId: 'bad-bytes',
      data: { encoding: 'UTF-8', line: 1 },
    },
    {
      name: 'a user-defined character of Big5',
      body: big5(HEAD, ROW.repeat(3), '4,', [0x95, 0xcd], '行里\n'),
      messageId: 'user-defined',
      data: { count: 1, line: 5, bytes: '0x95cd' },
      at: { line: 5 },
    },
    {
      name: 'two of them in different areas',
      body: big5(HEAD, ROW.repeat(3), '4,', [0xfa, 0x40], [0xc8, 0xa1], '\n'),
      messageId: 'user-defined',
      data: { count: 2, bytes: '0xfa40' },
    },
    {
      name: 'U+FFFD',
      body: `${HEAD}${ROW}2,林\ufffd\ufffd志\n`,
      messageId: 'replacement',
      data: { count: 2, line: 3 },
      at: { line: 3 },
    },
    {
      name: 'UTF-8 taken for Latin-1',
      body: `${HEAD}1,${misread('臺北市政府', 'utf8', 'latin1')}\n`,
      messageId: 'mojibake',
      data: { line: 2, count: 1, repaired: '臺北市政府' },
      at: { line: 2 },
    },
    {
      name: 'UTF-8 taken for Windows-1252',
      body: `${HEAD}1,${misread('編輯委員會', 'utf8', 'win1252')}\n`,
      messageId: 'mojibake',
      data: { repaired: '編輯委員會' },
    },
    {
      name: 'Big5 taken for Windows-1252',
      body: `${misread('縣市名稱,機構', 'cp950', 'win1252')}\n1,${misread('行政院農業委員會', 'cp950', 'win1252')}\n`,
      messageId: 'mojibake',
      data: { line: 1, count: 2, repaired: '縣市名稱' },
    },
    {
      name: 'a workbook made of UTF-8 taken for Latin-1',
      body: xlsxOf([sheet(misreadSheet('utf8', 'latin1'))]),
      messageId: 'garbled-cells',
      data: { count: 5, repaired: '年度' },
      at: { sheet: '工作表1', cell: 'A1' },
    },
    {
      name: 'one of OpenDocument, taken for Windows-1252',
      body: odsOf([sheet([['1', '2'], ...misreadSheet('utf8', 'win1252').slice(2)])]),
      messageId: 'garbled-cells',
      data: { count: 1, repaired: '編輯委員會' },
      at: { cell: 'B2' },
    },
    {
      name: 'an old one made of Big5 taken for Windows-1252',
      body: xlsOf([sheet(misreadSheet('cp950', 'win1252'))]),
      messageId: 'garbled-cells',
      data: { repaired: '機關名稱' },
      at: { cell: 'B1' },
    },
    {
      name: 'one made of UTF-8 taken for CP950',
      body: xlsxOf([
        sheet([
          ['年度', '名稱', '人數'].map((name) => misread(name, 'utf8', 'cp950')),
          [113, misread('環境保護局', 'utf8', 'cp950'), 2],
        ]),
      ]),
      messageId: 'garbled-cells',
      data: { repaired: '年度' },
      at: { cell: 'A1' },
    },
    {
      name: 'a long cell',
      body: xlsxOf([
        sheet([
          ['1', '2'],
          [misread('臺北市政府'.repeat(60), 'utf8', 'latin1'), '3'],
        ]),
      ]),
      messageId: 'garbled-cells',
      at: { cell: 'A2' },
    },
    {
      name: 'a workbook with U+FFFD',
      body: xlsxOf([
        sheet([
          ['編號', '姓名'],
          [1, '王�志'],
          [2, '李��'],
        ]),
      ]),
      messageId: 'lost-cells',
      data: { count: 3 },
      at: { sheet: '工作表1', cell: 'B2' },
    },
    {
      name: 'U+FFFD and a bad byte',
      body: join(HEAD, ROW.repeat(9), '2,\ufffd', [0xff], '\n'),
      messageId: 'bad-bytes',
      also: ['replacement'],
    },
  ],
  unknown: [{ name: 'the part that was read', body: HEAD + ROW, whole: false, messageId: 'over-byte-cap' }],
  notApplicable: [
    { name: 'PDF', body: '%PDF-1.4\n' },
    { name: 'a web page', body: '<html><body>\ufffd</body></html>' },
  ],
})
