import rule from '../../../rules/structure/parses.ts'
import { testRule } from '../../support/rule-tester.ts'

const CSV = { format: 'CSV' }
const HEAD = '編號,品名\n'

testRule(rule, {
  pass: [
    { name: 'CSV', body: `${HEAD}1,甲\n`, claims: CSV },
    {
      name: 'quotes around a comma, a line break and a quote',
      body: `${HEAD}1,"甲,\n乙""丙"\n`,
      claims: CSV,
    },
    { name: 'quotes in the header', body: '"編號","品\r\n名"\r\n"1","甲"\r\n', claims: CSV },
    { name: 'an inch sign inside a cell', body: `${HEAD}1,12" 螢幕\n`, claims: CSV },
    { name: 'an empty quoted cell', body: `${HEAD}"",""\n`, claims: CSV },
    { name: 'Big5 in quotes', body: `${HEAD}1,"功,許"\n2,"育"\n`, encode: 'cp950', claims: CSV },
    { name: 'JSON', body: '[{"a":1,"b":[true,null,-1.5e3,"\\u4e2d"]}]' },
    { name: 'JSON with a byte order mark', body: '\ufeff{"a":1}' },
    { name: 'JSON in Big5', body: '[{"名稱":"功許"},{"名稱":"育"}]', encode: 'cp950' },
    { name: 'XML', body: '<?xml version="1.0" encoding="UTF-8"?><r><a b="1">甲 &amp; &#x4e59;</a></r>' },
    { name: 'XML with a DTD and its own entity', body: '<!DOCTYPE r [<!ENTITY gov "機關">]><r>&gov;</r>' },
    { name: 'XML with HTML in CDATA', body: '<r><![CDATA[<br>&nbsp;]]></r>' },
    { name: 'XML with namespaces', body: '<g:r xmlns:g="urn:g"><g:a/></g:r>' },
    {
      name: 'XML in UTF-16',
      body: '\ufeff<?xml version="1.0" encoding="UTF-16"?><r>甲</r>',
      encode: 'utf16le',
    },
    {
      name: 'XML in Big5 that says so',
      body: '<?xml version="1.0" encoding="big5"?><r>功許</r>',
      encode: 'cp950',
    },
  ],
  fail: [
    {
      name: 'a quote that is never closed, in the middle',
      body: `${HEAD}1,"甲\n2,乙\n3,丙\n`,
      claims: CSV,
      messageId: 'unclosed',
      data: { row: 2, line: 2, text: '1,"甲' },
      at: { row: 2, line: 2 },
    },
    {
      name: 'rows are records, lines are lines',
      body: `${HEAD}1,"甲\n乙"\n2,"丙\n3,丁\n`,
      claims: CSV,
      messageId: 'unclosed',
      data: { row: 3, line: 4 },
    },
    {
      name: 'in the last row',
      body: `${HEAD}1,甲\n2,"乙`,
      claims: CSV,
      messageId: 'unclosed',
      data: { row: 3, text: '2,"乙' },
    },
    {
      name: 'in Big5',
      body: `${HEAD}1,"許功\n2,乙\n`,
      encode: 'cp950',
      claims: CSV,
      messageId: 'unclosed',
      data: { text: '1,"許功' },
    },
    {
      name: 'a quote inside a quoted cell',
      body: `${HEAD}1,"號稱"第一"的店"\n2,乙\n`,
      claims: CSV,
      messageId: 'stray',
      data: { row: 2, line: 2, count: 1 },
    },
    {
      name: 'words after the closing quote',
      body: `${HEAD}1,"甲"店\n2,乙\n`,
      claims: CSV,
      messageId: 'stray',
      data: { row: 2 },
    },
    {
      name: 'JSON with a comma too many',
      body: '[\n{"a":1},\n]',
      messageId: 'syntax',
      data: { format: 'JSON', line: 3, column: 1 },
      at: { line: 3, column: 1 },
    },
    { name: 'JSON cut off', body: '[{"名稱":"甲"},{"名', messageId: 'syntax', data: { line: 1, column: 16 } },
    { name: 'JSONP', body: 'callback([{"a":1},{"a":2}]);\n', messageId: 'jsonp' },
    {
      name: 'JSONP around faulty JSON',
      body: '/**/jQuery.cb(\n{"a":1,});',
      messageId: 'jsonp',
      also: ['syntax'],
    },
    {
      name: 'JSON Lines with a faulty line',
      body: '{"a":1}\n\n{"a":2,}\n{"a":3}\n',
      messageId: 'syntax',
      data: { line: 3, column: 8 },
      also: ['ndjson'],
    },
    {
      name: 'JSON with a line break in a string',
      body: '[{"a":"甲\n乙"}]',
      messageId: 'syntax',
      data: { line: 1, column: 9 },
    },
    { name: 'JSON with NaN', body: '[{"a":NaN}]', messageId: 'syntax', data: { column: 7 } },
    {
      name: 'XML with a bare ampersand',
      body: '<r>\n<a>甲&乙</a></r>',
      messageId: 'syntax',
      data: { format: 'XML', line: 2, column: 5 },
    },
    {
      name: 'XML with a control character',
      body: '<r>\n金&#27;鄉</r>',
      messageId: 'syntax',
      data: { line: 2, column: 2 },
    },
    {
      name: 'XML in UTF-8 with a byte that is not',
      body: Buffer.concat([
        Buffer.from(`<r>\n<a>${'臺東縣'.repeat(40)}`),
        Buffer.of(0xb0),
        Buffer.from('乙</a></r>'),
      ]),
      messageId: 'syntax',
      data: { line: 2, fault: 'xml-bytes', bytes: 'b0' },
    },
    { name: 'XML cut off', body: '<r><a>甲</a>', messageId: 'syntax', data: { line: 1 } },
    { name: 'XML with crossed tags', body: '<r>\n<a>甲</b></r>', messageId: 'syntax', data: { line: 2 } },
    { name: 'XML with two roots', body: '<r/>\n<r/>', messageId: 'syntax', data: { line: 2, column: 1 } },
    {
      name: 'XML that says UTF-16 and is UTF-8',
      body: '<?xml version="1.0" encoding="UTF-16"?><r>甲</r>',
      messageId: 'syntax',
    },
  ],
  advice: [
    { name: 'JSON Lines', body: '{"a":1}\n{"a":2}\n', messageId: 'ndjson' },
    {
      name: 'JSON Lines with blank lines and CRLF',
      body: '{"a":1}\r\n\r\n{"a":[{"b":2}]}\r\n \n',
      messageId: 'ndjson',
    },
  ],
  unknown: [
    {
      name: 'sound in the part that was read',
      body: HEAD,
      claims: CSV,
      whole: false,
      messageId: 'over-byte-cap',
    },
    {
      name: 'a database',
      body: Buffer.from('SQLite format 3\0'.padEnd(100, '\0')),
      messageId: 'unsupported-format',
    },
  ],
  notApplicable: [
    { name: 'PDF', body: '%PDF-1.4\n' },
    { name: 'HTML', body: '<html><p>' },
    { name: 'no byte', body: '' },
    { name: 'prose', body: '本局辦理服務計畫\n"請洽\n' },
  ],
})
