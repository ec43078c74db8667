import rule from '../../../rules/download/has-data.ts'
import { testRule } from '../../support/rule-tester.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'
import { zipOf } from '../../support/zip.ts'

const CSV = { format: 'CSV' }

testRule(rule, {
  pass: [
    { name: 'a part with records', body: '編號,名稱\n1,甲\n', claims: CSV, whole: false },
    { name: 'an archive that was cut', body: Buffer.from('504b0304'.padEnd(60, '0'), 'hex'), whole: false },
    { name: 'an archive in which one file has data', body: zipOf({ 'a.csv': '年度,人數\n110,5\n' }) },
    { name: 'an archive of documents', body: zipOf({ 'a.pdf': '%PDF-1.4' }) },
    { name: 'JSON that breaks after a record', body: '[{"年":"1"},{"年":' },
    { name: 'one record', body: '編號,名稱\n1,甲\n', claims: CSV },
    { name: 'one record in one column', body: '里名\n大安里\n', claims: CSV },
    { name: 'one record behind empty lines', body: '編號,名稱\n\n\n1,甲\n', claims: CSV },
    { name: 'one record under a title', body: '名冊,,\n編號,名稱,電話\n1,甲,2\n', claims: CSV },
    { name: 'records without a header', body: '1,2\n3,4\n', claims: CSV },
    { name: 'a table in which 查無資料 is a value', body: '編號,名稱,備註\n1,甲,查無資料\n', claims: CSV },
    { name: 'an array of records', body: '[{"編號":1}]' },
    { name: 'an array of lists', body: '[[1,2],[3,4]]' },
    { name: 'an envelope', body: '{"success":true,"result":{"records":[{"編號":1}]}}' },
    { name: 'an envelope of CWA', body: '{"success":"true","records":{"location":[{"站":"甲"}]}}' },
    {
      name: 'an envelope that says it went well',
      body: '{"message":"查詢成功","code":200,"data":[{"編號":1}]}',
    },
    { name: 'records and a warning', body: '{"message":"查無其他資料","data":[{"編號":1}]}' },
    { name: 'one object is a record', body: '{"年度":101,"件數":3}' },
    { name: 'XML rows', body: '<data><row><a>1</a></row><row><a>2</a></row></data>' },
    { name: 'one XML row', body: '<data><row><a>1</a></row></data>' },
    { name: 'PDF', body: '%PDF-1.4\n' },
    { name: 'a web page is another rule', body: '<html><body>查無資料</body></html>' },
    { name: 'prose', body: '本局辦理服務計畫，請洽詢窗口。\n' },
  ],
  fail: [
    { name: 'no byte', body: '', messageId: 'empty', data: { size: 0 } },
    { name: 'no byte declared CSV', body: '', claims: CSV, messageId: 'empty' },
    { name: 'only a byte order mark', body: '\ufeff', claims: CSV, messageId: 'empty', data: { size: 3 } },
    { name: 'only line ends', body: '\r\n\r\n', claims: CSV, messageId: 'empty', data: { size: 4 } },
    { name: 'only commas', body: ',,\n,,\n', claims: CSV, messageId: 'empty' },
    { name: 'header only', body: '編號,名稱,電話\n', claims: CSV, messageId: 'header-only' },
    {
      name: 'header and comma-only rows',
      body: '編號,名稱,電話\n,,\n,,\n',
      claims: CSV,
      messageId: 'header-only',
    },
    {
      name: 'header only, Big5, no line end',
      body: '編號,名稱,電話',
      encode: 'cp950',
      claims: CSV,
      messageId: 'header-only',
    },
    {
      name: 'a title and a header',
      body: '服務據點名冊,,\n編號,名稱,電話\n',
      claims: CSV,
      messageId: 'header-only',
    },
    { name: 'an empty array', body: '[]', messageId: 'no-records', data: { path: '$' } },
    { name: 'an empty object', body: '{}', messageId: 'no-records', data: { path: '$' } },
    {
      name: 'an empty envelope',
      body: '{"success":true,"result":{"records":[]}}',
      messageId: 'no-records',
      data: { path: '$.result.records' },
    },
    {
      name: 'an empty envelope with a total',
      body: '{"total":0,"data":[]}',
      messageId: 'no-records',
      data: { path: '$.data' },
    },
    {
      name: 'an empty root',
      body: '<?xml version="1.0"?><data/>',
      messageId: 'no-records',
      data: { path: '/data' },
    },
    {
      name: 'success: false',
      body: '{"success":false,"error":{"message":"Not found: 找不到資源"}}',
      messageId: 'server-message',
      data: { message: 'Not found: 找不到資源' },
    },
    {
      name: 'success: false and no word',
      body: '{"success":false}',
      messageId: 'server-message',
      data: { message: 'success: false' },
    },
    {
      name: '查無資料 in JSON',
      body: '{"message":"查無資料"}',
      messageId: 'server-message',
      data: { message: '查無資料' },
    },
    { name: 'an error code', body: '{"RetCode":"0400"}', claims: CSV, messageId: 'server-message' },
    {
      name: 'a key is wanted',
      body: '{"Message":"Authorization has been denied for this request."}',
      messageId: 'server-message',
    },
    {
      name: 'an error in XML',
      body: '<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>',
      messageId: 'server-message',
    },
    {
      name: '查無資料 as text',
      body: '查無資料',
      messageId: 'server-message',
      data: { message: '查無資料' },
    },
    {
      name: '查無資料 as CSV',
      body: '查無資料\r\n',
      claims: CSV,
      messageId: 'server-message',
      data: { message: '查無資料' },
    },
    {
      name: '查無資料 in Big5',
      body: '查無符合條件之資料',
      encode: 'cp950',
      claims: CSV,
      messageId: 'server-message',
    },
    { name: 'a header over 查無資料', body: '訊息\n查無資料\n', claims: CSV, messageId: 'server-message' },
    { name: 'No data', body: 'No data available', messageId: 'server-message' },
    { name: 'a workbook of an empty sheet', body: xlsxOf([sheet([])]), messageId: 'no-sheet' },
    { name: 'a workbook with a header', body: xlsxOf([sheet([['年度', '人數']])]), messageId: 'header-only' },
  ],
  advice: [
    {
      name: 'one sheet with data is enough',
      body: xlsxOf([
        sheet([['年度', '人數']]),
        sheet(
          [
            ['年度', '人數'],
            [113, 5],
          ],
          { name: '乙' },
        ),
      ]),
      messageId: 'header-only',
      at: { sheet: '工作表1' },
    },
    {
      name: 'an archive in which one of two files has data',
      body: zipOf({ 'a.csv': '年度,人數\n110,5\n', 'b.csv': '年度,人數\n' }),
      messageId: 'header-only',
      at: { member: 'b.csv' },
    },
  ],
  unknown: [
    { name: 'an archive without files', body: zipOf({}), messageId: 'no-members' },
    {
      name: 'a broken archive',
      body: Buffer.from('504b0304'.padEnd(60, '0'), 'hex'),
      messageId: 'archive-damaged',
    },
    {
      name: 'JSON that breaks before its first record',
      body: '{"type":"FeatureCollection","features": [',
      messageId: 'unread',
    },
  ],
})
