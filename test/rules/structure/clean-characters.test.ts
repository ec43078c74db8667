import rule from '../../../rules/structure/clean-characters.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsOf, sheet, xlsxOf } from '../../support/workbooks.ts'

const csv = (value: string) => `編號,姓名\n1,王小明\n2,${value}\n`

testRule(rule, {
  pass: [
    {
      name: 'XLSX',
      body: xlsxOf([
        sheet([
          ['編號', '姓名'],
          ['1', '林“～”…℃°·，'],
        ]),
      ]),
    },
    { name: 'punctuation that begins with the same bytes', body: csv('“～”…℃°·，！㊣ｱ￥') },
    { name: 'a byte order mark', body: `\ufeff${csv('林')}` },
    { name: 'Big5, whose pairs begin alike', body: csv('鎮驗籲'), encode: 'cp950' },
    { name: 'a family of emojis', body: csv('👨‍👩‍👧') },
    {
      name: 'garbled text, which is told as such',
      body: csv(Buffer.from('臺北市').toString('latin1')),
    },
    { name: 'half a character', body: Buffer.concat([Buffer.from(csv('林')), Buffer.from('ee41', 'hex')]) },
    { name: 'tabs and line ends', body: '編號\t姓名\r\n1\t林\r\n' },
  ],
  advice: [
    {
      name: 'XLSX',
      body: xlsxOf([
        sheet([
          ['編號', '姓名'],
          ['1', '林\ue800'],
          ['2', '\ue801陳'],
        ]),
      ]),
      messageId: 'private-cell',
      data: { count: 2, cell: 'B2', code: 'U+E800' },
      at: { sheet: '工作表1', cell: 'B2' },
    },
    {
      name: 'ODS',
      body: odsOf([
        sheet([
          ['編號', '姓名'],
          ['1', '林\u200b'],
        ]),
      ]),
      messageId: 'invisible-cell',
      data: { count: 1, cell: 'B2', code: 'U+200B' },
    },
    {
      name: 'a mark of direction in XLSX',
      body: xlsxOf([
        sheet([
          ['編號', '姓名'],
          ['1', '\u202a林'],
        ]),
      ]),
      messageId: 'bidi-cell',
      data: { count: 1, cell: 'B2', code: 'U+202A' },
    },
    {
      name: 'what XLSX writes with an escape',
      body: xlsxOf([
        sheet([
          ['編號', '姓名'],
          ['1', '林_x001B_'],
        ]),
      ]),
      messageId: 'control-cell',
      data: { count: 1, cell: 'B2', code: 'U+001B' },
    },
    {
      name: 'private use',
      body: csv('林\ue800\u{f0000}\u{100000}\uf8ff'),
      messageId: 'private',
      data: { count: 4, line: 3, code: 'U+E800' },
      at: { line: 3 },
    },
    {
      name: 'a plane that is private',
      body: csv('\u{f0001}'),
      messageId: 'private',
      data: { count: 1, code: 'U+F0001' },
    },
    {
      name: 'marks of direction',
      body: csv('\u202a林\u202c\u200e\u2066'),
      messageId: 'bidi',
      data: { count: 4, line: 3, code: 'U+202A' },
    },
    {
      name: 'a vertical tab and an escaped line',
      body: csv('林\u000b\u007f\u0085'),
      messageId: 'control',
      data: { count: 3, code: 'U+000B' },
    },
    {
      name: 'a control character in ASCII',
      body: `id,name\n1,a\u0001\n${'2,b\n'.repeat(50)}`,
      messageId: 'control',
      data: { count: 1, line: 2, code: 'U+0001' },
    },
    {
      name: 'a control character in Big5',
      body: csv(`林\u001f${'王'.repeat(100)}`),
      encode: 'cp950',
      messageId: 'control',
      data: { count: 1, line: 3, code: 'U+001F' },
    },
    {
      name: 'more of them than are kept, of several kinds',
      body: csv('\u00ad\u200b\ufeff\u2060'.repeat(5)),
      messageId: 'invisible',
      data: { count: 20, line: 3, code: 'U+00AD' },
    },
    {
      name: 'in a tree',
      body: '[{"a":"林\u200b\ue000"}]',
      messageId: 'private',
      data: { count: 1, line: 1 },
      also: ['invisible'],
    },
  ],
  notApplicable: [{ name: 'UTF-16', body: `\ufeff${csv('林\u200b')}`, encode: 'utf-16le' }],
})
