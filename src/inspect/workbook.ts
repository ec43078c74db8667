import { type Content, nothingSeen, type Part, type Shape } from '../core/artifacts.ts'
import { partly, seen } from '../core/observed.ts'
import type { BookFacts } from './book-reader.ts'
import type { ContainerReader } from './container.ts'
import { readFlatWorkbook } from './flat-workbook.ts'
import { readOds } from './ods.ts'
import type { SheetFact } from './sheet-fold.ts'
import { readXls, refused } from './xls.ts'
import { readXlsx } from './xlsx.ts'
import { openZip } from './zip.ts'

const OLE = 0xe011cfd0

/** Looks into a workbook: each sheet with data is a part. */
export const readWorkbook: ContainerReader = async (source, format, { room }) => {
  const head = await source.read(0, 4)
  const isOle = head.length === 4 && head.readUInt32LE() === OLE
  const read = async () =>
    format === 'xls5'
      ? refused({ code: 'old-xls', data: { detail: 'Excel 95' } })
      : isOle
        ? readXls(source)
        : format === 'xmlss' || format === 'fods'
          ? readFlatWorkbook(source, format, room)
          : (format === 'ods' ? readOds : readXlsx)(await openZip(source), room)
  const facts = await read()
  const parts = dataSheets(facts).map((fact) => partOf(fact, source.size))
  return { content: { ...own(facts), workbook: observed(facts) }, ...(parts.length > 0 && { parts }) }
}

/** Sheets that are hidden are looked at only where there are no others. */
function dataSheets({ sheets }: BookFacts): readonly SheetFact[] {
  const data = sheets.filter(({ sheet }) => sheet.kind === 'data')
  const visible = data.filter(({ sheet }) => sheet.state === 'visible')
  return visible.length > 0 ? visible : data
}

const observed = ({ workbook, because }: BookFacts): Content['workbook'] =>
  because ? partly(workbook, because) : seen(workbook)

/** What stands for the content of a workbook none of whose sheets is a part. */
function own({ because }: BookFacts): Partial<Content> {
  const { bytes: _, ...rest } = nothingSeen({ seen: false, because: because ?? { code: 'no-data-sheet' } })
  const closed: Shape = { kind: 'closed' }
  return { ...rest, shape: because ? partly(closed, because) : seen(closed) }
}

/** @param size of the whole workbook: how large a sheet is, nobody can tell. */
function partOf({ sheet, table, text }: SheetFact, size: number): Part {
  const nothing = nothingSeen({
    seen: false,
    because: { code: 'not-this-format', data: { format: '工作表' } },
  })
  const shape: Content['shape'] = table.seen
    ? { ...table, value: { kind: 'table', table: table.value } }
    : table
  return {
    sheet: sheet.name,
    content: {
      ...nothing,
      bytes: seen({ size, sha256: '', format: 'sheet' }),
      text: seen(text),
      table,
      shape,
    },
  }
}
