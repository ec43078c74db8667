import { open } from 'node:fs/promises'
import { CatalogueError } from './catalogue-error.ts'
import { type Office, withOffice } from './office-parts.ts'
import { calcRows, excelRows, isExcel } from './office-sheet.ts'
import { isWord, wordText, writerText } from './office-text.ts'
import type { CatalogueSource } from './source.ts'

/** What a file's first bytes say of files that are no text. */
const MARKS: readonly (readonly [mark: string, kind: 'zip' | 'pdf' | 'old-office'])[] = [
  ['504b0304', 'zip'],
  ['255044462d', 'pdf'],
  ['d0cf11e0a1b11ae1', 'old-office'],
]

/**
 * A catalogue as people keep it in an office program, as text: a document's words, or the first sheet of a workbook as
 * CSV. Other sources come back as they are. @throws {CatalogueError} for what has to be saved as something else.
 */
export async function asText(source: CatalogueSource): Promise<CatalogueSource> {
  const kind = await kindOf(source)
  if (kind === 'pdf' || kind === 'old-office') throw new CatalogueError(kind, { name: source.name })
  if (kind !== 'zip') return source
  const text = await withOffice(source, async (office) => {
    if (isWord(office)) return wordText(office)
    if (isExcel(office)) return csvOf(await excelRows(office))
    if (!office.has('content.xml')) throw new CatalogueError('archive', { name: source.name })
    return (await isSpreadsheet(office)) ? csvOf(await calcRows(office)) : writerText(office)
  })
  return { ...source, text }
}

async function isSpreadsheet(office: Office): Promise<boolean> {
  let found = false
  await office.read('content.xml', {
    open(name) {
      if (name === 'spreadsheet') found = true
    },
  })
  return found
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as lines of the same number, so that positions are those of the sheet; cells left out are empty. */
function csvOf(rows: readonly (readonly string[])[]): string {
  const width = rows.find((row) => row.length > 0)?.length ?? 0
  return rows
    .map((row) => {
      const missing = Math.max(0, width - row.length)
      return row.length === 0 ? '' : [...row.map(quoted), ...Array<string>(missing).fill('')].join(',')
    })
    .join('\n')
}

async function kindOf({ path, name }: CatalogueSource) {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
      const start = buffer.toString('hex', 0, bytesRead)
      return MARKS.find(([mark]) => start.startsWith(mark))?.[1]
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new CatalogueError('unreadable', { name, detail: (error as Error).message }, { cause: error })
  }
}
