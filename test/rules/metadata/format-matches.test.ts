import rule from '../../../rules/metadata/format-matches.ts'
import { testRule } from '../../support/rule-tester.ts'

const CSV = '編號,名稱\n1,甲\n2,乙\n'
const OLE = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('Workbook', 'utf16le'),
])
const ZIP = Buffer.from('504b0304'.padEnd(60, '0'), 'hex')

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const served = (finalUrl: string, contentType?: string, contentDisposition?: string) => ({
  exchange: {
    finalUrl: `https://a.gov.tw${finalUrl}`,
    ...(contentType !== undefined && { contentType }),
    ...(contentDisposition !== undefined && { contentDisposition }),
  },
})

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
    { name: 'nothing declared, nothing said', body: CSV },
    {
      name: 'everything says CSV',
      body: CSV,
      claims: { format: 'CSV' },
      ...served('/a.CSV?v=1', 'text/csv; charset=utf-8', 'attachment; filename="a.csv"'),
    },
    ...['application/octet-stream', 'text/plain', 'application/force-download', 'APPLICATION/CSV', ''].map(
      (contentType) => ({
        name: `a Content-Type that fits: ${contentType}`,
        body: CSV,
        claims: { format: 'CSV' },
        ...served('/download.aspx', contentType, 'attachment; filename=資料'),
      }),
    ),
    { name: 'KML as XML, by its header', body: '<kml/>', ...served('/a', 'application/xml') },
    {
      name: 'a local file says nothing by its name',
      body: CSV,
      claims: { format: 'CSV' },
      exchange: { kind: 'file', url: 'file:///a.json', finalUrl: 'file:///a.json' },
    },
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
      name: 'XML that Excel wrote, for XLS',
      body: '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      claims: { format: 'XLS' },
      messageId: 'differs',
      data: { declared: 'XLS', detected: 'SpreadsheetML 2003' },
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
    {
      name: 'everybody says something else',
      body: '[{"a":1}]',
      claims: { format: 'CSV' },
      ...served(
        '/a.xml',
        'text/html',
        `attachment; filename="x.csv"; filename*=UTF-8''%E5%90%8D%E5%96%AE.xlsx`,
      ),
      messageId: 'differs-with-signs',
      data: {
        declared: 'CSV',
        detected: 'JSON',
        signs: ['URL .xml', 'Content-Disposition 名單.xlsx', 'Content-Type text/html'],
      },
    },
    {
      name: 'the signs are right, the declaration is not',
      body: '[{"a":1}]',
      claims: { format: 'CSV' },
      ...served('/a.json'),
      messageId: 'differs-with-signs',
      data: { signs: ['URL .json'] },
    },
    {
      name: 'CSV sent as a page',
      body: CSV,
      claims: { format: 'CSV' },
      ...served('/a.php', 'text/html; charset=utf-8'),
      messageId: 'signs-differ',
      data: { detected: 'CSV', signs: ['Content-Type text/html'] },
    },
    {
      name: 'one sign of three lies',
      body: CSV,
      ...served('/a.csv', 'text/csv', 'attachment; filename=名單.xlsx'),
      messageId: 'signs-differ',
      data: { signs: ['URL .csv', 'Content-Disposition 名單.xlsx', 'Content-Type text/csv'] },
    },
    { name: 'XLS as plain text', body: OLE, ...served('/a', 'text/plain'), messageId: 'signs-differ' },
    { name: 'XLS as XLSX', body: OLE, ...served('/a', XLSX_TYPE), messageId: 'signs-differ' },
    {
      name: 'an interface in XML that says JSON',
      body: '<data><row><x>1</x></row></data>',
      claims: { format: 'API' },
      ...served('/a', 'application/json'),
      messageId: 'signs-differ',
    },
  ],
  notApplicable: [
    {
      name: 'a file of which nobody declared anything',
      body: CSV,
      exchange: { kind: 'file', url: 'a.json', finalUrl: 'a.json' },
    },
    { name: 'a page in place of the data', body: '<html><p>', claims: { format: 'CSV' } },
    { name: 'nothing in place of the data', body: '', claims: { format: 'CSV' } },
  ],
})
