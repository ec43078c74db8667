import rule from '../../../rules/structure/no-hidden.ts'
import { testRule } from '../../support/rule-tester.ts'
import {
  type MadeSheet,
  odsContent,
  odsFrom,
  odsOf,
  odsTable,
  sheet,
  xlsxOf,
  xlsxParts,
} from '../../support/workbooks.ts'
import { xlsOf } from '../../support/xls.ts'
import { zipOf } from '../../support/zip.ts'

const ROWS = [
  ['縣市', '鄉鎮', '人數'],
  ['臺東縣', '臺東市', 30],
  ['臺東縣', '成功鎮', 40],
]
const SOUND = sheet(ROWS)
const one = (more: Partial<MadeSheet>) => [sheet(ROWS, more)]
const gone = [SOUND, sheet(ROWS, { name: '原始資料', hidden: true })]
const sheetGone = {
  messageId: 'sheet',
  data: { sheet: '原始資料', rows: 3 },
  at: { sheet: '原始資料' },
} as const
const rowsGone = {
  messageId: 'rows',
  data: { sheet: '工作表1', ranges: ['2:3'] },
  at: { sheet: '工作表1' },
} as const
const columnsGone = { messageId: 'columns', data: { ranges: ['B:C'] } } as const

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PART = 'xl/worksheets/sheet1.xml'

/** A table object over the sheet, as Excel makes one, with these filtered columns. */
function withTable(columns: string): Buffer {
  const parts = xlsxParts([SOUND])
  return zipOf({
    ...parts,
    [PART]: parts[PART]!.replace(
      '</worksheet>',
      '<tableParts><tablePart r:id="rId7"/></tableParts></worksheet>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId7" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
    'xl/tables/table1.xml': `<table ref="A1:C3"><autoFilter ref="A1:C3">${columns}</autoFilter><tableColumns/></table>`,
  })
}

testRule(rule, {
  pass: [
    { name: 'XLSX', body: xlsxOf([SOUND]) },
    {
      name: 'a hidden sheet without content',
      body: xlsxOf([SOUND, sheet([], { name: '乙', hidden: true })]),
    },
    { name: 'a table in the sheet, which has buttons only', body: withTable('') },
    {
      name: 'a table with a column without a button',
      body: withTable('<filterColumn colId="0" hiddenButton="1"/>'),
    },
    { name: 'hidden rows below the data', body: xlsxOf(one({ rows: [...ROWS, [], []], hiddenRows: [5] })) },
  ],
  advice: [
    { name: 'a sheet, XLSX', body: xlsxOf(gone), ...sheetGone },
    { name: 'a sheet, ODS', body: odsOf(gone), ...sheetGone },
    { name: 'a sheet, XLS', body: xlsOf(gone), ...sheetGone },
    { name: 'rows, XLSX', body: xlsxOf(one({ hiddenRows: [2, 3] })), ...rowsGone },
    { name: 'rows, ODS', body: odsOf(one({ hiddenRows: [2, 3] })), ...rowsGone },
    { name: 'rows, XLS', body: xlsOf(one({ hiddenRows: [2, 3] })), ...rowsGone },
    { name: 'columns, XLSX', body: xlsxOf(one({ hiddenColumns: [2, 3] })), ...columnsGone },
    { name: 'columns, ODS', body: odsOf(one({ hiddenColumns: [2, 3] })), ...columnsGone },
    { name: 'columns, XLS', body: xlsOf(one({ hiddenColumns: [2, 3] })), ...columnsGone },
    {
      name: 'a filter, XLSX',
      body: xlsxOf(one({ filter: 'A1:C3' })),
      messageId: 'filter',
      at: { sheet: '工作表1', cell: 'A1:C3' },
    },
    {
      name: 'a filter of a table in the sheet, XLSX',
      body: withTable('<filterColumn colId="0"><filters><filter val="臺東縣"/></filters></filterColumn>'),
      messageId: 'filter',
      data: { sheet: '工作表1', range: ' (A1:C3)' },
      at: { sheet: '工作表1', cell: 'A1:C3' },
    },
    {
      name: 'a filter, ODS',
      body: odsOf([SOUND, sheet(ROWS, { name: "二. '原始'", filter: 'A1:C3' })]),
      messageId: 'filter',
      data: { sheet: "二. '原始'", range: ' (A1:C3)' },
      at: { sheet: "二. '原始'", cell: 'A1:C3' },
    },
    {
      name: 'a filter without buttons, ODS',
      body: odsFrom(
        odsContent(
          `${odsTable(SOUND)}<table:database-ranges><table:database-range table:target-range-address="$工作表1.$A$1:.$C$3"><table:filter/></table:database-range></table:database-ranges>`,
        ),
      ),
      messageId: 'filter',
      data: { sheet: '工作表1', range: ' (A1:C3)' },
    },
    {
      name: 'rows that a filter hides, ODS',
      body: odsFrom(
        odsContent(odsTable(one({ hiddenRows: [2, 3] })[0]!).replaceAll('"collapse"', '"filter"')),
      ),
      ...rowsGone,
    },
    {
      name: 'a filter, XLS',
      body: xlsOf(one({ filter: 'A1:C3' })),
      messageId: 'filter',
      at: { sheet: '工作表1' },
    },
  ],
  notApplicable: [{ name: 'CSV', body: '縣市,人數\n臺東縣,30\n' }],
})
