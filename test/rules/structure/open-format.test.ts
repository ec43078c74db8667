import rule from '../../../rules/structure/open-format.ts'
import { testRule } from '../../support/rule-tester.ts'
import { office, zipOf } from '../../support/zip.ts'

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])
const latin = (text: string) => Buffer.from(text, 'latin1')

testRule(rule, {
  pass: [
    { name: 'CSV', body: '編號,名稱\n1,甲\n2,乙\n' },
    { name: 'JSON', body: '[{"編號":1}]' },
    { name: 'XML', body: '<?xml version="1.0"?><列><欄>1</欄></列>' },
    { name: 'KML', body: '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>' },
    { name: 'tabs under TXT', body: '編號\t名稱\n1\t甲\n2\t乙\n', claims: { format: 'TXT' } },
    { name: 'one column declared CSV', body: '里名\n大安里\n文山里\n', claims: { format: 'CSV' } },
    { name: 'XLSX', body: office('spreadsheetml.sheet') },
    { name: 'XLS', body: ole('Workbook') },
    { name: 'ODS', body: zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }) },
    { name: 'ZIP', body: zipOf({ 'data/a.csv': '年度,人數\n110,5\n' }) },
    {
      name: 'KMZ',
      body: zipOf({ 'doc.kml': '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>' }),
    },
    {
      name: 'a picture beside data',
      body: zipOf({ 'a.csv': 'a,b\n1,2\n', 'map.png': 'PNG', map: '\x89PNG\r\n\x1a\n' }),
    },
    { name: 'an archive of documents is another rule', body: zipOf({ 'a.pdf': '%PDF-1.4' }) },
    { name: 'SHP', body: Buffer.from('0000270a000000000000', 'hex') },
    { name: 'malformed JSON is another rule', body: '[{"編號":1},]' },
  ],
  fail: [
    { name: 'PDF', body: '%PDF-1.7\n', messageId: 'document', data: { format: 'PDF' } },
    {
      name: 'a page called CSV in an archive',
      body: zipOf({ 'a.csv': 'a,b\n1,2\n', 'b.csv': '<html><body>404</body></html>' }),
      messageId: 'page',
      at: { member: 'b.csv' },
    },
    { name: 'PDF declared CSV', body: '%PDF-1.4\n', claims: { format: 'CSV' }, messageId: 'document' },
    { name: 'DOC', body: ole('WordDocument'), messageId: 'document' },
    {
      name: 'DOCX',
      body: office('wordprocessingml.document'),
      messageId: 'document',
      data: { format: 'DOCX' },
    },
    {
      name: 'ODT',
      body: zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      messageId: 'document',
    },
    {
      name: 'a page that a program saved as XLS',
      body: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table></body></html>',
      messageId: 'html-table',
    },
    {
      name: 'a page renamed to XLS',
      body: '<table><tr><td>年度</td></tr></table>',
      claims: { format: 'XLS' },
      messageId: 'html-table',
    },
    {
      name: 'a login page in place of XLS',
      body: '<html><form><input type="password"><table><tr><td>登入</td></tr></table></form></html>',
      claims: { format: 'XLS' },
      messageId: 'page',
    },
    { name: 'RTF', body: '{\\rtf1\\ansi 公文}', messageId: 'document' },
    { name: 'PNG', body: latin('\x89PNG\r\n\x1a\n\0\0'), messageId: 'image', data: { format: 'PNG' } },
    { name: 'JPEG', body: latin('\xff\xd8\xff\xe0\0\x10JFIF'), messageId: 'image' },
    { name: 'HTML', body: '<!DOCTYPE html><html><body>資料</body></html>', messageId: 'page' },
    {
      name: 'HTML declared CSV',
      body: '<html><body>a,b,c</body></html>',
      claims: { format: 'CSV' },
      messageId: 'page',
    },
    {
      name: 'HTML, Big5, upper case',
      body: '<HTML><HEAD><TITLE>資料</TITLE></HEAD></HTML>',
      encode: 'cp950',
      messageId: 'page',
    },
    {
      name: 'HTML behind an XML declaration',
      body: '<?xml version="1.0"?>\n<!-- x -->\n<html/>',
      messageId: 'page',
    },
    { name: 'prose', body: '本局辦理服務計畫\n請洽詢窗口。\n', messageId: 'text' },
    {
      name: 'prose with a comma here and there',
      body: '本局辦理服務,\n請洽詢窗口。\n電話如下\n地址如下\n',
      messageId: 'text',
    },
    {
      name: 'nobody knows',
      body: Buffer.from('00010203040506070809'.repeat(8), 'hex'),
      messageId: 'unknown',
    },
    { name: 'no byte', body: '', messageId: 'empty' },
    { name: 'no byte declared CSV', body: '', claims: { format: 'CSV' }, messageId: 'empty' },
    { name: 'only a byte order mark', body: '\ufeff', messageId: 'empty' },
  ],
})
