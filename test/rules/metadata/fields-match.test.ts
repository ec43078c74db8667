import rule from '../../../rules/metadata/fields-match.ts'
import { testRule } from '../../support/rule-tester.ts'

const CODES = 'StopId,StopName\n1,甲站\n2,乙站\n'
const NAMES = '年度,地區,人數\n101,甲,3\n102,乙,4\n'
const JSON_BODY = '[{"年度":101,"地區":"甲"},{"年度":102,"地區":"乙","備註":"x"}]'
const as = (fields: string, format = 'CSV') => ({ format, fields })
const utf8 = { format: 'CSV', encoding: 'UTF-8' }
/** Found, but not by the very name that is declared. */
const leniently = (name: string, body: string, fields: string) =>
  ({ name, body, claims: as(fields), messageId: 'lenient' }) as const

testRule(rule, {
  pass: [
    { name: 'the same', body: NAMES, claims: as('年度、地區、人數') },
    { name: 'another order', body: NAMES, claims: as('人數,年度,地區,') },
    {
      name: 'the description of the dataset',
      body: NAMES,
      claims: { format: 'CSV' },
      dataset: { fields: '年度、地區、人數' },
    },
    { name: 'a surplus empty column', body: '年度,地區,\n101,甲,\n', claims: as('年度、地區') },
    { name: 'one per line', body: NAMES, claims: as('年度\r\r地區\r\r人數') },
    { name: 'Field1:name', body: NAMES, claims: as('Field1:年度;Field2: 地區;Field3: 人數') },
    { name: 'numbered', body: NAMES, claims: as('1.年度2.地區3.人數') },
    {
      name: 'names with parentheses of their own',
      body: '年度,人數（人）\n101,3\n',
      claims: as('年度、人數（人）'),
    },
    {
      name: 'a byte order mark and Big5 names',
      body: NAMES,
      encode: 'cp950',
      claims: { ...as('年度、地區、人數'), encoding: 'BIG5' },
    },
    { name: 'names of all records', body: JSON_BODY, claims: as('年度、地區、備註', 'JSON') },
    {
      name: 'inside an envelope',
      body: `{"success":true,"result":{"records":${JSON_BODY}}}`,
      claims: as('年度、地區、備註', 'JSON'),
    },
    {
      name: 'XML rows',
      body: '<d><row><年度>1</年度><地區>甲</地區></row><row><年度>2</年度><地區>乙</地區></row></d>',
      claims: as('年度、地區', 'XML'),
    },
    { name: 'under a title', body: `統計表,,\n${NAMES}`, claims: as('年度、地區、人數') },
    {
      name: 'UTF-16 declared as such',
      body: `\ufeff${NAMES}`,
      encode: 'utf16le',
      claims: { ...as('年度、地區、人數'), encoding: 'UTF-16' },
    },
    {
      name: 'an encoding that is no encoding',
      body: NAMES,
      claims: { ...as('年度、地區、人數'), encoding: '其他' },
    },
    {
      name: 'ASCII names are never garbled',
      body: CODES,
      claims: { ...utf8, fields: 'StopId、StopName' },
      encode: 'cp950',
    },
  ],
  fail: [
    {
      name: 'a declared field is not there',
      body: NAMES,
      claims: as('年度、地區、人數、聯絡電話'),
      messageId: 'missing',
      data: { names: ['聯絡電話'], actual: '年度、地區、人數' },
    },
    {
      name: 'a slip of the pen',
      body: '編號,人民團體名稱\n1,甲會\n2,乙會\n',
      claims: as('編號、人民團體稱'),
      messageId: 'similar',
      data: { label: '人民團體稱', like: '人民團體名稱' },
    },
    {
      name: 'missing and misspelt',
      body: '編號,機構名稱\n1,甲\n2,乙\n',
      claims: as('編號、機構名、聯絡電話'),
      messageId: 'missing',
      also: ['similar'],
    },
    {
      name: 'a name in JSON',
      body: JSON_BODY,
      claims: as('年度、縣市代碼', 'JSON'),
      messageId: 'missing',
      data: { names: ['縣市代碼'] },
      also: ['extra'],
    },
    {
      name: 'a title',
      body: NAMES,
      claims: as('各機關公務統計報表資料一覽表'),
      messageId: 'unreadable',
      data: { source: '各機關公務統計報表資料一覽表', actual: '年度、地區、人數' },
    },
    {
      name: 'prose',
      body: NAMES,
      claims: as('本資料集提供各區公園位置，供民眾查詢使用，每年更新一次，歡迎多加利用。'),
      messageId: 'unreadable',
    },
    {
      name: 'a long sentence in a list',
      body: NAMES,
      claims: as(`年月、本表${'各項'.repeat(15)}統計`),
      messageId: 'unreadable',
    },
    {
      name: 'names in the other language',
      body: NAMES,
      claims: as('year,area,population'),
      messageId: 'missing',
      also: ['extra'],
    },
    { name: 'a PDF has no fields', body: '%PDF-1.4\n', claims: as('年度', 'PDF'), messageId: 'unstructured' },
    {
      name: 'nested JSON without names',
      body: '[[1,2],[3,4]]',
      claims: as('年度', 'JSON'),
      messageId: 'no-names',
    },
    {
      name: 'a placeholder',
      body: NAMES,
      claims: as('本要點並非原始資料，無欄位分類'),
      messageId: 'unreadable',
    },
    {
      name: 'names that only blanks part',
      body: '年度,地區別,人數\n113,臺北市,1\n',
      claims: as('年度 地區別 人數'),
      messageId: 'unreadable',
      data: { actual: '年度、地區別、人數' },
    },
    {
      name: 'names that only slashes part',
      body: '年度,地區別,人數\n113,臺北市,1\n',
      claims: as('年度/地區別/人數'),
      messageId: 'unreadable',
    },
    { name: '無', body: NAMES, claims: as('無'), messageId: 'unreadable', data: { source: '無' } },
    {
      name: 'nothing',
      body: NAMES,
      claims: as(''),
      messageId: 'empty',
      data: { actual: '年度、地區、人數' },
    },
    { name: 'blanks', body: NAMES, claims: as(' \u3000 '), messageId: 'empty' },
    {
      name: 'data without a header',
      body: '1,2,3\n4,5,6\n7,8,9\n',
      claims: as('年度、地區、人數'),
      messageId: 'no-names',
    },
    {
      name: 'a list of lists',
      body: '[[1,2],[3,4]]',
      claims: as('年度、地區', 'JSON'),
      messageId: 'no-names',
    },
  ],
  advice: [
    {
      name: 'more in the data',
      body: NAMES,
      claims: as('年度、地區'),
      messageId: 'extra',
      data: { names: ['人數'] },
    },
    {
      name: 'code(說明)',
      body: CODES,
      claims: as('StopId(站牌代碼)、StopName(站牌名稱)'),
      messageId: 'lenient',
      data: { names: ['StopId(站牌代碼)', 'StopName(站牌名稱)'] },
    },
    leniently('說明(code)', CODES, '站牌代碼(StopId)、站牌名稱(StopName)'),
    leniently('code：說明', CODES, 'StopId：站牌代碼、StopName：站牌名稱'),
    leniently('code:說明 run together', CODES, 'StopId:站牌代碼StopName:站牌名稱'),
    leniently('code：說明。', CODES, 'StopId：站牌代碼。StopName：站牌名稱。'),
    leniently(
      'JSON escaped for HTML',
      CODES,
      '{&quot;StopId&quot;:&quot;代碼&quot;,&quot;StopName&quot;:&quot;名稱&quot;}',
    ),
    leniently('another case', CODES, 'stopid、STOPNAME'),
    {
      name: 'blanks inside a name',
      body: NAMES,
      claims: as('年　度、地 區、人數'),
      messageId: 'lenient',
      data: { names: ['年　度', '地 區'] },
    },
    leniently('commas inside the explanation', NAMES, '年度(民國年，至年底。)、地區、人數'),
    {
      name: 'one that agrees and one that does by its brackets',
      body: CODES,
      claims: as('StopId(代碼)'),
      messageId: 'lenient',
      also: ['extra'],
    },
    {
      name: 'Big5 though UTF-8 is declared',
      body: NAMES,
      encode: 'cp950',
      claims: { ...utf8, fields: '年度、地區、人數' },
      messageId: 'not-declared-encoding',
      data: { declared: 'UTF-8' },
    },
  ],
  unknown: [
    {
      name: 'the part that was read agrees',
      body: NAMES,
      claims: as('年度、地區、人數'),
      whole: false,
      messageId: 'over-byte-cap',
    },
    {
      name: 'a database',
      body: Buffer.from('SQLite format 3\0'.padEnd(100, '\0')),
      claims: as('年度'),
      messageId: 'unsupported-format',
    },
  ],
  notApplicable: [
    { name: 'the catalogue knows no descriptions', body: NAMES, claims: { format: 'CSV' } },
    { name: 'no byte', body: '', claims: as('年度') },
    { name: 'a web page', body: '<html><p>', claims: as('年度') },
  ],
})
