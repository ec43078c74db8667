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

const feature = (name: string, x: number) =>
  `{"type":"Feature","properties":{"名":"${name}","類":"a"},"geometry":{"type":"Point","coordinates":[${x},25]}}`

testRule(rule, {
  pass: [
    { name: 'JSON: a list of one name', body: '[{"a":1},{"a":1}]' },
    { name: 'JSON: another order', body: '[{"a":1,"b":2},{"b":2,"a":1}]' },
    { name: 'JSON: values inside', body: '[{"a":1,"b":[1]},{"a":1,"b":[2]}]' },
    { name: 'JSON: nothing in them', body: '[{},{},{"a":null,"b":""},{"a":null,"b":""},{"a":1,"b":2}]' },
    {
      name: 'XML: nothing in them',
      body: `<r>${'<row><a> </a><b></b></row>'.repeat(3)}<row><a>1</a><b/></row></r>`,
    },
    {
      name: 'XML: envelopes that differ',
      body: `<r>${[1, 2].map((id) => `<row id="${id}"><f><a>1</a><b>2</b></f></row>`).join('')}</r>`,
    },
    { name: 'JSON: no records', body: '[[1,2],[1,2]]' },
    {
      name: 'GeoJSON: elsewhere',
      body: `{"type":"FeatureCollection","features":[${feature('甲', 121)},${feature('甲', 122)}]}`,
    },
    {
      name: 'JSON: lists beside the data',
      body: '{"x":[{"a":1,"b":1},{"a":1,"b":1}],"records":[{"a":1,"b":2}]}',
    },
    { name: 'XML: attributes', body: '<r><row id="1"><a>1</a><b/></row><row id="2"><a>1</a><b/></row></r>' },
    {
      name: 'XML: lists in records',
      body: '<r><row><a>1</a><b><c>1</c><d/></b><b><c>1</c><d/></b></row><row><a/><b/></row></r>',
    },
    { name: 'XML: a list of one name', body: '<r><row><a>1</a></row><row><a>1</a></row></r>' },
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
      name: 'JSON',
      body: '[{"a":1,"b":2},{"a":2,"b":2},{"a":1,"b":2},{"a":1,"b":2}]',
      messageId: 'duplicate-record',
      data: { looked: 4, count: 2, row: 3, of: 1 },
    },
    {
      name: 'JSON: an envelope',
      body: '{"result":{"records":[{"a":1,"b":"}"},{"a":1,"b":"}"}]}}',
      messageId: 'duplicate-record',
      data: { looked: 2, count: 1, row: 2, of: 1 },
    },
    {
      name: 'JSON: values in deeper levels only',
      body: '[{"a":{"x":1},"b":null},{"a":{"x":1},"b":null}]',
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'NDJSON',
      body: '{"a":1,"b":2}\n{"a":1,"b":2}\n',
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'GeoJSON',
      body: `{"type":"FeatureCollection","features":[${feature('甲', 121)},${feature('甲', 121)}]}`,
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'GeoJSON with one property',
      body: `{"type":"FeatureCollection","features":[${feature('甲', 121)},${feature('甲', 121)}]}`.replaceAll(
        ',"類":"a"',
        '',
      ),
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'KML with a name alone',
      body: `<kml><Document>${'<Placemark><name>甲</name><Point><coordinates>121,25</coordinates></Point></Placemark>'.repeat(2)}</Document></kml>`,
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'XML: values in deeper levels only',
      body: `<r>${'<row><a><c>1</c><d/></a><b/></row>'.repeat(2)}</r>`,
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'XML',
      body: '<r>\n<row><a>1</a><b>一</b></row>\n<row><a>2</a><b/></row>\n<row><a>1</a><b>一</b></row>\n</r>',
      messageId: 'duplicate-record',
      data: { looked: 3, count: 1, row: 3, of: 1 },
    },
    {
      name: 'XML: attributes only',
      body: '<r><row a="1" b="2"/><row a="1" b="3"/><row  a="1" b="3" /></r>',
      messageId: 'duplicate-record',
      data: { looked: 3, count: 1, row: 3, of: 2 },
    },
    {
      name: 'XML: in envelopes',
      body: '<g><featureMember><s><a>1</a><b/></s></featureMember><featureMember><s><a>1</a><b/></s></featureMember></g>',
      messageId: 'duplicate-record',
      data: { count: 1, row: 2, of: 1 },
    },
    {
      name: 'RSS',
      body: `<rss><channel><title>甲</title>${'<item><title>乙</title><link>https://a.example/</link></item>'.repeat(2)}</channel></rss>`,
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'KML',
      body: `<kml><Document>${'<Placemark><name>甲</name><description>乙</description></Placemark>'.repeat(2)}</Document></kml>`,
      messageId: 'duplicate-record',
      data: { row: 2, of: 1 },
    },
    {
      name: 'of many records, only the first are compared',
      body: `[${Array.from({ length: 50_010 }, (_, n) => `{"a":${n % 50_001},"b":${n === 7 ? 8 : n % 50_001}}`).join()}]`.replace(
        '{"a":8,"b":8}',
        '{"a":7,"b":8}',
      ),
      messageId: 'duplicate-record',
      data: { looked: 50_000, count: 1, row: 9, of: 8 },
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
  notApplicable: [{ name: 'a page', body: '<!DOCTYPE html><title>甲</title><p>甲<p>甲' }],
})
