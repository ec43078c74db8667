import rule from '../../../rules/structure/consistent-types.ts'
import { testRule } from '../../support/rule-tester.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'

const column = (...values: string[]) =>
  `項目,人數\n${['1', '2.5', '-3', '40%', '5', ...values].map((value) => `甲,${value}\n`).join('')}`

const json = (...values: unknown[]) =>
  JSON.stringify(['1', '2.5', '-3', '40%', '5', ...values].map((value) => ({ 項目: '甲', 人數: value })))
const bare = (...values: unknown[]) =>
  JSON.stringify([1, 2.5, -3, 4e3, 5, ...values].map((value) => ({ 項目: '甲', 人數: value })))
const xml = (...values: string[]) =>
  `<r>${['1', '2.5', '-3', '40%', '5', ...values].map((value) => `<row><項目>甲</項目><人數>${value}</人數></row>`).join('\n')}</r>`

testRule(rule, {
  pass: [
    { name: 'JSON: numbers and nothing', body: bare(6, null, '') },
    { name: 'JSON: numbers in quotes', body: json('6', null, '') },
    { name: 'JSON: words', body: '[{"a":"甲","b":true},{"a":"－","b":false},{"a":null}]' },
    { name: 'JSON: no records', body: '{"a":1,"b":"1,000"}' },
    { name: 'XML: numbers and nothing', body: xml('', '6') },
    { name: 'XML: marks inside records of records', body: xml('<a>－</a>') },
    { name: 'numbers and nothing', body: column('', '6') },
    { name: 'a column of words', body: column('甲', '乙', '－') },
    { name: 'separators everywhere', body: '項目,人數\n甲,"1,000"\n乙,"2,000"\n' },
    { name: 'dates', body: '項目,日期\n甲,112/01/05\n乙,民國112年1月\n丙,2024-01-05\n丁,－\n' },
    { name: 'commas that group nothing', body: column('"1,23"') },
    { name: 'a header of two rows', body: `項目,人數\nitem,people\n${'甲,1\n'.repeat(30)}` },
    {
      name: 'codes with letters',
      body: `項目,代碼\n${'甲,1\n'.repeat(30)}甲,A1\n`.replaceAll('甲,', '甲,10'),
    },
    {
      name: 'JSON: codes with letters',
      body: JSON.stringify([...Array(30).fill('12'), 'A1'].map((stationId) => ({ stationId, 甲: 1 }))),
    },
    { name: 'a total and a footnote', body: `人數,項目\n${'1,甲\n'.repeat(60)}合計,60\n備註：以上,\n` },
    {
      name: 'a footnote of several rows',
      body: `人數,項目,縣市\n${'1,甲,乙\n'.repeat(60)}說明：一、以上,,\n二、以下,,\n三、其他,,\n`,
    },
    { name: 'a header that comes again', body: `項目,人數\n${'甲,1\n'.repeat(60)}項目,人數\n` },
    { name: 'a formula and an error', body: `項目,人數\n${'甲,1\n'.repeat(60)}甲,=SUM(B2:B9)\n甲,#REF!\n` },
    { name: 'a row of another width', body: `項目,人數\n${'甲,1\n'.repeat(60)}甲,乙,1\n` },
    { name: 'dates of one calendar', body: `日期,項目\n${'112/01/05,甲\n'.repeat(5)}民國112年1月,甲\n` },
    {
      name: 'dates below a title and above a footer',
      body: `年報,\n中華民國113年12月底,\n日期,人數\n${'2024-01-05,1\n'.repeat(90)}中華民國113年6月1日編製,\n`,
    },
    { name: 'phone numbers', body: `項目,Tel\n${'甲,23450000\n'.repeat(60)}甲,02-23450000#12\n` },
    { name: 'a few dates', body: '日期,項目\n112/01/05,甲\n2024-01-05,乙\n' },
  ],
  advice: [
    {
      name: 'separators',
      body: column('"1,234"', '"12,345.6"'),
      messageId: 'grouped',
      data: { name: '人數', count: 2, row: 7, value: '1,234' },
      at: { row: 7, column: 2 },
    },
    {
      name: 'full-width digits',
      body: column('１２３'),
      messageId: 'wide',
      data: { count: 1, value: '１２３' },
    },
    {
      name: 'full-width digits and marks in Big5',
      body: column('１２３', '－', '…', '--', 'N/A', 'x'),
      encode: 'cp950',
      messageId: 'wide',
      data: { count: 1, value: '１２３' },
      also: ['placeholder'],
    },
    {
      name: 'marks',
      body: column('－', '…', '*', '--', 'N/A', 'x', '無', ' - '),
      messageId: 'placeholder',
      data: { count: 8, row: 7, value: '－' },
    },
    {
      name: 'words',
      body: `項目,人數\n${'甲,1\n'.repeat(60)}甲,約30\n乙,106*\n`,
      messageId: 'words',
      data: { name: '人數', count: 2, row: 62, value: '約30' },
      at: { row: 62, column: 2 },
    },
    {
      name: 'dates of two calendars',
      body: `日期,項目\n${'112/01/05,甲\n'.repeat(5)}2024-01-05,乙\n民國112年1月,甲\n`,
      messageId: 'dates',
      data: { name: '日期', roc: 6, western: 1, row: 7, value: '2024-01-05' },
      at: { row: 7, column: 1 },
    },
    {
      name: 'JSON: dates of two calendars',
      body: JSON.stringify(
        ['112/01/05', '112年2月', '113/1/1', '113/2/2', '2024-01-05', null].map((日期) => ({ 日期, a: 1 })),
      ),
      messageId: 'dates-record',
      data: { name: '日期', roc: 4, western: 1, row: 5, value: '2024-01-05' },
    },
    {
      name: 'JSON: words among numbers in quotes',
      body: JSON.stringify([...Array(60).fill('12'), '約30', '約40'].map((人數) => ({ 人數, a: 1 }))),
      messageId: 'words-record',
      data: { name: '人數', count: 2, row: 61, value: '約30' },
    },
    {
      name: 'JSON: words among numbers',
      body: JSON.stringify([...Array(60).fill(12), '約30'].map((人數) => ({ 人數, a: 1 }))),
      messageId: 'mixed',
      data: { name: '人數', numbers: 60, strings: 1, row: 61, value: '約30' },
    },
    {
      name: 'XML: words',
      body: xml(...Array<string>(60).fill('7'), '約30'),
      messageId: 'words-record',
      data: { name: '人數', count: 1, row: 66, value: '約30' },
    },
    {
      name: 'JSON: separators',
      body: json('1,234', '12,345.6'),
      messageId: 'grouped-record',
      data: { name: '人數', count: 2, row: 6, value: '1,234' },
    },
    {
      name: 'JSON: full-width digits, as escapes',
      body: json('１２').replace('１２', '\\uff11\\uff12'),
      messageId: 'wide-record',
      data: { count: 1, row: 6, value: '１２' },
    },
    {
      name: 'JSON: marks',
      body: bare('－', '…', '無', 'N/A', null, ' - ').replace('無', '\\u7121'),
      messageId: 'placeholder-record',
      data: { count: 5, row: 6, value: '－' },
    },
    {
      name: 'JSON: a mark with an escaped slash',
      body: bare('N/A', 'n/a').replaceAll('/', '\\/'),
      messageId: 'placeholder-record',
      data: { count: 2, row: 6, value: 'N/A' },
    },
    {
      name: 'JSON: numbers with quotes and without',
      body: bare('6', '7', null),
      messageId: 'mixed',
      data: { name: '人數', numbers: 5, strings: 2, row: 6, value: '6' },
    },
    {
      name: 'JSON: a number among words',
      body: '[{"門牌":"12-1"},{"門牌":"12之3"},{"門牌":12}]',
      messageId: 'mixed',
      data: { name: '門牌', numbers: 1, strings: 2, row: 3, value: '12' },
    },
    {
      name: 'NDJSON',
      body: '{"a":1,"b":2}\n{"a":"甲","b":2}\n',
      messageId: 'mixed',
      data: { name: 'a', row: 2, value: '甲' },
    },
    {
      name: 'GeoJSON: the properties',
      body: `{"type":"FeatureCollection","features":[${[1, 2, 3, 4, 5, '－']
        .map(
          (value) =>
            `{"type":"Feature","geometry":{"type":"Point","coordinates":[121,25]},"properties":{"人數":${JSON.stringify(value)}}}`,
        )
        .join()}]}`,
      messageId: 'placeholder-record',
      data: { name: '人數', count: 1, row: 6 },
    },
    {
      name: 'XML: separators, digits and marks',
      body: xml('1,234', '１２', '－', '<![CDATA[…]]>'),
      messageId: 'grouped-record',
      data: { name: '人數', count: 1, row: 6, value: '1,234' },
      also: ['wide-record', 'placeholder-record'],
    },
    {
      name: 'XML: attributes',
      body: `<r>${[1, 2, 3, 4, 5, '－'].map((value) => `<row 項目="甲" 人數="${value}"/>`).join('')}</r>`,
      messageId: 'placeholder-record',
      data: { name: '人數', count: 1, row: 6, value: '－' },
    },
    {
      name: 'GML',
      body: `<g><boundedBy/>${[1, 2, 3, 4, 5, '－'].map((value) => `<featureMember><站><人數>${value}</人數><名/></站></featureMember>`).join('')}</g>`,
      messageId: 'placeholder-record',
      data: { name: '人數', count: 1, row: 6 },
    },
    {
      name: 'KML',
      body: `<kml><Document>${[1, 2, 3, 4, 5, '－'].map((value) => `<Placemark><ExtendedData><Data name="人數"><value>${value}</value></Data></ExtendedData></Placemark>`).join('')}</Document></kml>`,
      messageId: 'placeholder-record',
      data: { name: '人數', row: 6 },
    },
    {
      name: 'XLSX',
      body: xlsxOf([sheet([['項目', '人數'], ...[1, 2, 3, 4, 5, '－'].map((value) => ['甲', value])])]),
      messageId: 'placeholder',
      data: { count: 1, row: 7 },
    },
  ],
  notApplicable: [{ name: 'a page', body: '<!DOCTYPE html><title>甲</title><p>1,000' }],
})
