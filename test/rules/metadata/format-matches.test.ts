import rule from '../../../rules/metadata/format-matches.ts'
import { testRule } from '../../support/rule-tester.ts'

const CSV = '編號,名稱\n1,甲\n2,乙\n'
const OLE = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('Workbook', 'utf16le'),
])
const ZIP = Buffer.from('504b0304'.padEnd(60, '0'), 'hex')

testRule(rule, {
  pass: [
    { name: 'CSV', body: CSV, claims: { format: 'csv' } },
    { name: 'JSON', body: '[{"a":1}]', claims: { format: 'JSON' } },
    {
      name: 'GeoJSON as JSON',
      body: '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"名":"甲"}}]}',
      claims: { format: 'JSON' },
    },
    { name: 'KML as XML', body: '<kml xmlns="http://www.opengis.net/kml/2.2"/>', claims: { format: 'XML' } },
    { name: 'a ZIP as SHP', body: ZIP, claims: { format: 'SHP' } },
    { name: 'columns under TXT', body: CSV, claims: { format: 'TXT' } },
    { name: 'an interface may answer anything', body: '[{"a":1}]', claims: { format: 'API' } },
    { name: 'WEBSERVICES', body: '[{"a":1}]', claims: { format: 'WEBSERVICES' } },
    { name: '其他', body: '%PDF-1.4\n', claims: { format: '其他' } },
    { name: 'Excel is both', body: OLE, claims: { format: 'EXCEL' } },
  ],
  advice: [
    {
      name: 'JSON in a CSV',
      body: '[{"a":1}]',
      claims: { format: 'CSV' },
      messageId: 'differs',
      data: { declared: 'CSV', detected: 'JSON' },
    },
    {
      name: 'tabs in a CSV',
      body: CSV.replaceAll(',', '\t'),
      claims: { format: 'CSV' },
      messageId: 'differs',
      data: { detected: 'TSV' },
    },
    { name: 'PDF for XML', body: '%PDF-1.4\n', claims: { format: 'XML' }, messageId: 'differs' },
    {
      name: 'XLS for XLSX',
      body: OLE,
      claims: { format: 'XLSX' },
      messageId: 'differs',
      data: { declared: 'XLSX', detected: 'XLS' },
    },
    {
      name: 'a ZIP for a CSV',
      body: ZIP,
      claims: { format: 'CSV' },
      messageId: 'differs',
      data: { detected: 'ZIP' },
    },
    {
      name: 'a word nobody knows',
      body: CSV,
      claims: { format: '試算表' },
      messageId: 'differs',
      data: { declared: '試算表' },
    },
    { name: 'nothing', body: CSV, claims: { format: '' }, messageId: 'missing', data: { detected: 'CSV' } },
  ],
  notApplicable: [
    { name: 'the catalogue knows no formats', body: CSV },
    { name: 'a page in place of the data', body: '<html><p>', claims: { format: 'CSV' } },
    { name: 'nothing in place of the data', body: '', claims: { format: 'CSV' } },
  ],
})
