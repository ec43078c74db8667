import rule from '../../../rules/structure/workbook-opens.ts'
import { testRule } from '../../support/rule-tester.ts'
import { odsFrom, odsOf, sheet, xlsxOf, xlsxParts } from '../../support/workbooks.ts'
import { biffOf, cfbOf, xlsOf } from '../../support/xls.ts'
import { zipOf } from '../../support/zip.ts'

const SHEETS = [
  sheet([
    ['年度', '人數'],
    [113, 30],
    [114, 40],
  ]),
]
const XLSX = xlsxOf(SHEETS)

testRule(rule, {
  pass: [
    { name: 'XLSX', body: XLSX },
    { name: 'ODS', body: odsOf(SHEETS) },
    { name: 'XLS', body: xlsOf(SHEETS) },
  ],
  fail: [
    { name: 'XLSX that breaks off', body: XLSX.subarray(0, XLSX.length - 300), messageId: 'damaged' },
    {
      name: 'a sheet that is no XML',
      body: zipOf({ ...xlsxParts(SHEETS), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
      messageId: 'damaged',
      data: { part: 'xl/worksheets/sheet1.xml' },
    },
    ...['ZZZZZ3', 'XFE3', 'A1048577'].map((cell) => ({
      name: `a cell where no sheet has one, ${cell}`,
      body: zipOf({
        ...xlsxParts(SHEETS),
        'xl/worksheets/sheet1.xml': xlsxParts(SHEETS)['xl/worksheets/sheet1.xml']!.replace(
          'r="B3"',
          `r="${cell}"`,
        ),
      }),
      messageId: 'damaged' as const,
      data: { part: 'xl/worksheets/sheet1.xml', detail: `${cell} > XFD1048576` },
    })),
    {
      name: 'a row below the last one',
      body: zipOf({
        ...xlsxParts(SHEETS),
        'xl/worksheets/sheet1.xml': xlsxParts(SHEETS)['xl/worksheets/sheet1.xml']!.replace(
          '<row r="3"',
          '<row r="1048577"',
        ),
      }),
      messageId: 'damaged',
    },
    {
      name: 'a list of types that is no XML',
      body: zipOf({
        ...xlsxParts(SHEETS),
        '[Content_Types].xml': `${xlsxParts(SHEETS)['[Content_Types].xml']}>`,
      }),
      messageId: 'damaged',
      data: { part: '[Content_Types].xml' },
    },
    {
      name: 'ODS that is no XML',
      body: odsFrom('<office'),
      messageId: 'damaged',
      data: { part: 'content.xml' },
    },
    { name: 'XLS that breaks off', body: xlsOf(SHEETS).subarray(0, 3_000), messageId: 'damaged' },
    { name: 'a password, XLSX', body: cfbOf('EncryptedPackage', Buffer.alloc(5_000)), messageId: 'password' },
    {
      name: 'a password, XLS',
      body: cfbOf('Workbook', biffOf(SHEETS, { encrypted: true })),
      messageId: 'password',
    },
    {
      name: 'a password, ODS',
      body: odsFrom('sealed', { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }),
      messageId: 'password',
    },
  ],
  advice: [
    {
      name: 'SpreadsheetML 2003',
      body: '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="String">年度</Data></Cell></Row></Table></Worksheet></Workbook>',
      messageId: 'old-xml',
    },
    {
      name: 'macros',
      body: zipOf({ ...xlsxParts(SHEETS), 'xl/vbaProject.bin': 'macro' }),
      messageId: 'macros',
    },
  ],
  unknown: [
    { name: 'a workbook that was cut', body: XLSX, whole: false, messageId: 'over-byte-cap' },
    { name: 'Excel 95', body: cfbOf('Workbook', biffOf(SHEETS, { version: 0x500 })), messageId: 'old-xls' },
  ],
  notApplicable: [{ name: 'CSV', body: '年度,人數\n113,30\n' }],
})
