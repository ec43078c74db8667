import { type MadeSheet, xlsxOf } from '../../test/support/workbooks.ts'
import { xlsx, zip } from '../bytes.ts'
import { figure, TOWNSHIPS } from '../contents.ts'
import { BRONZE, type DemoDataset, file, GOLD } from '../dataset.ts'
import { quarterly } from './taitung-encodings.ts'

const waste = ['鄉鎮市', '垃圾量', '回收量']
const wasteRows = TOWNSHIPS.map((town, i) => [town, figure(i, 20, 2_000), figure(i + 20, 9, 900)])

/** A report for people: title over merged cells, formulas, a second table below, a sheet that is hidden. */
const REPORT: readonly MadeSheet[] = [
  {
    name: '清運統計',
    rows: [
      ['臺東縣一般廢棄物清運統計表', '', ''],
      waste,
      ...wasteRows.map(([town = '', collected = 0, recycled = 0]) => [town, collected, recycled]),
      [
        '總計',
        { formula: 'SUM(B3:B18)', value: wasteRows.reduce((sum, row) => sum + Number(row[1]), 0) },
        { formula: 'SUM(C3:C18)/B99', error: '#DIV/0!' },
      ],
      [],
      ['清運車輛', '車輛數', '平均車齡'],
      ['壓縮車', 41, 9],
      ['回收車', 23, 7],
    ],
    merged: ['A1:C1'],
    hiddenRows: [5, 6],
    pictures: 1,
  },
  { name: '說明', rows: [['本表由各鄉鎮市公所提報，本局彙整，數字為初步統計。']] },
  { name: '原始資料', rows: [waste, ...wasteRows], hidden: true },
  { name: '工作表3', rows: [] },
]

/** 臺東縣: a workbook as it should be, a report for people, and a kind nobody opens. */
export const TAITUNG_WORKBOOKS: readonly DemoDataset[] = [
  {
    ...quarterly,
    id: '7110',
    title: '臺東縣垃圾清運量',
    publisher: '臺東縣環境保護局',
    fields: '鄉鎮市、垃圾量、回收量',
    resources: [file('XLSX', '/taitung/waste.xlsx', xlsx([waste, ...wasteRows]))],
    expect: { badge: GOLD },
  },
  {
    ...quarterly,
    id: '7112',
    title: '臺東縣一般廢棄物清運統計表',
    publisher: '臺東縣環境保護局',
    fields: '鄉鎮市、垃圾量、回收量',
    resources: [file('XLSX', '/taitung/waste-report.xlsx', xlsxOf(REPORT))],
    expect: {
      badge: BRONZE,
      fails: [
        'structure/single-header#title',
        'structure/no-blank-rows#hole',
        'structure/no-subtotals#proven',
        'structure/no-merged-cells#merged',
        'structure/no-formulas#formulas',
        'structure/one-table#stacked',
      ],
      advises: [
        'structure/one-table#drawings',
        'structure/no-error-values#errors',
        'structure/no-hidden#sheet',
        'structure/no-hidden#rows',
      ],
    },
  },
  {
    ...quarterly,
    id: '7113',
    title: '臺東縣歷年垃圾清運量',
    publisher: '臺東縣環境保護局',
    fields: '鄉鎮市、垃圾量、回收量',
    resources: [
      file(
        'XLSB',
        '/taitung/waste-history.xlsb',
        zip({
          '[Content_Types].xml':
            '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
          '_rels/.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          'xl/workbook.bin': Buffer.alloc(64, 1),
        }),
      ),
    ],
    expect: {
      badge: { atLeast: 'bronze', atMost: 'gold' },
      unknown: [
        'structure/parses#xlsb',
        'structure/workbook-opens#xlsb',
        'structure/no-merged-cells#xlsb',
        'structure/no-formulas#xlsb',
        'structure/one-table#xlsb',
        'metadata/fields-match#xlsb',
      ],
    },
  },
  {
    ...quarterly,
    id: '7114',
    title: '臺東縣資源回收量',
    publisher: '臺東縣環境保護局',
    fields: '鄉鎮市、垃圾量、回收量',
    resources: [file('XLSX', '/taitung/recycling.xlsx', xlsx([waste, ...wasteRows]).subarray(0, 1_500))],
    expect: {
      badge: BRONZE,
      fails: ['structure/workbook-opens#damaged'],
      unknown: [
        'structure/parses#archive-damaged',
        'structure/no-merged-cells#archive-damaged',
        'structure/no-formulas#archive-damaged',
        'structure/one-table#archive-damaged',
        'metadata/fields-match#archive-damaged',
      ],
    },
  },
]
