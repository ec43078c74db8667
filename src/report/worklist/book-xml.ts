import { xml } from './sheet-xml.ts'

export interface SheetEntry {
  readonly name: string
  /** Columns and rows with a filter on the first; none for the overview. */
  readonly filter?: { readonly lastColumn: string; readonly rows: number }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** `'王小明'!A1`: how a formula names a sheet. */
export const reference = (sheet: string, range: string): string => `'${sheet.replaceAll("'", "''")}'!${range}`

/** The parts that say what else is in the workbook, by name. */
export function bookParts(sheets: readonly SheetEntry[]): ReadonlyMap<string, string> {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const names = sheets.flatMap(({ name, filter }, at) => {
    if (!filter) return []
    const range = reference(name, `$A$1:$${filter.lastColumn}$${filter.rows}`)
    return [
      [
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xml(range)}</definedName>`,
      ],
      [
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xml(reference(name, '$1:$1'))}</definedName>`,
      ],
    ].flat()
  })
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
  const relations = sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${SHEET_ML}.${type}+xml"/>`
  return new Map([
    [
      'xl/workbook.xml',
      [
        HEAD,
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">`,
        `<bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>`,
        names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
        '</workbook>',
      ].join(''),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      [
        HEAD,
        `<Types xmlns="${PACKAGE}/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        override('/xl/workbook.xml', 'sheet.main'),
        override('/xl/styles.xml', 'styles'),
        ...sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
        '</Types>',
      ].join(''),
    ],
  ])
}
