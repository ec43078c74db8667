import { SaxesParser } from 'saxes'
import { membersOf } from '../../demo/zip-members.ts'

export interface ReadSheet {
  readonly name: string
  /** Texts and numbers by row; a cell that is not there is ''. */
  readonly rows: (string | number)[][]
  /** `t` of every cell that has one, and `n` for the others. */
  readonly types: ReadonlySet<string>
  readonly formulas: number
  readonly filter?: string
  /** Rows that stay in sight. */
  readonly frozen: number
  readonly links: readonly { readonly ref: string; readonly location: string }[]
}

type Listener = (name: string, attributes: Readonly<Record<string, string>>) => void

/** Throws where XML is not well-formed. */
function walk(content: string, open: Listener, onText: (text: string) => void = () => {}): void {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Record<string, string>))
  parser.on('text', onText)
  parser.write(content).close()
}

/** A workbook as another program would read it: by its own parts, not by our writer. */
export async function readWorkbook(bytes: Buffer): Promise<ReadSheet[]> {
  const members = await membersOf(bytes)
  const part = (name: string): string => {
    const content = members.get(name)
    if (content === undefined) throw new Error(`${name} is missing`)
    return content
  }
  const targets = new Map<string, string>()
  walk(part('xl/_rels/workbook.xml.rels'), (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target)
  })
  const declared = new Set<string>()
  walk(part('[Content_Types].xml'), (_, { PartName = '' }) => declared.add(PartName))
  const sheets: ReadSheet[] = []
  const listed: [string, string][] = []
  walk(part('xl/workbook.xml'), (name, attributes) => {
    if (name === 'sheet') listed.push([attributes['name']!, targets.get(attributes['r:id']!)!])
  })
  for (const [name, target] of listed) {
    if (!declared.has(`/xl/${target}`)) throw new Error(`${target} has no content type`)
    sheets.push(readSheet(name, part(`xl/${target}`)))
  }
  return sheets
}

function readSheet(name: string, content: string): ReadSheet {
  const rows: (string | number)[][] = []
  const types = new Set<string>()
  const links: { ref: string; location: string }[] = []
  let filter: string | undefined
  let formulas = 0
  let frozen = 0
  let cell: { row: number; column: number; number: boolean } | undefined
  walk(
    content,
    (tag, attributes) => {
      if (tag === 'pane') frozen = Number(attributes['ySplit'])
      else if (tag === 'autoFilter') filter = attributes['ref']
      else if (tag === 'f') formulas++
      else if (tag === 'hyperlink') links.push({ ref: attributes['ref']!, location: attributes['location']! })
      else if (tag === 'c') {
        const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(attributes['r']!) ?? []
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
        const type = attributes['t'] ?? 'n'
        types.add(type)
        cell = { row: Number(digits) - 1, column, number: type === 'n' }
      } else if (tag === 'sheetData') cell = undefined
    },
    (text) => {
      if (!cell) return
      const row = rows[cell.row] ?? []
      rows[cell.row] = row
      while (row.length <= cell.column) row.push('')
      row[cell.column] = cell.number ? Number(text) : `${row[cell.column]}${text}`
    },
  )
  return {
    name,
    rows: Array.from(rows, (row) => row ?? []),
    types,
    formulas,
    ...(filter !== undefined && { filter }),
    frozen,
    links,
  }
}
