import type { Attributes, Office } from './office-parts.ts'

interface Dialect {
  readonly part: string
  readonly row: string
  readonly cell: string
  readonly paragraphs: readonly string[]
  /** Elements that alone hold what is read; without them everything is text. */
  readonly text?: { readonly run: string; readonly piece: string }
}

const WORD: Dialect = {
  part: 'word/document.xml',
  row: 'tr',
  cell: 'tc',
  paragraphs: ['p'],
  text: { run: 'r', piece: 't' },
}
const WRITER: Dialect = {
  part: 'content.xml',
  row: 'table-row',
  cell: 'table-cell',
  paragraphs: ['p', 'h'],
}

/** No manual comes near this. */
const MAX_TEXT = 16 * 2 ** 20

export const isWord = (office: Office): boolean => office.has(WORD.part)

export const wordText = (office: Office): Promise<string> => textOf(office, WORD)
export const writerText = (office: Office): Promise<string> => textOf(office, WRITER)

/** Remarks, what was struck out, what a program computes. */
const HIDDEN = new Set(['annotation', 'tracked-changes', 'del', 'AlternateContent'])

const SPACES: Readonly<Record<string, (attributes: Attributes) => string>> = {
  tab: () => '\t',
  br: () => '\n',
  'line-break': () => '\n',
  s: (attributes) => ' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)),
}

/** A document's paragraphs as lines, a table's rows as lines with a tab between the cells: as copied into a text file. */
async function textOf(office: Office, { part, row, cell, paragraphs, text }: Dialect): Promise<string> {
  const lines: string[] = []
  const inside = new Map<string, number>()
  let hidden = 0
  let size = 0
  let line = ''
  let cells: string[] = []
  /** Of rows: a table within a cell is text of that cell. */
  let depth = 0
  const add = (piece: string): void => {
    size += piece.length
    if (size > MAX_TEXT) throw new Error(`> ${MAX_TEXT} characters`)
    if (hidden === 0) line += piece
  }
  const within = (name: string | undefined): boolean => name === undefined || (inside.get(name) ?? 0) > 0
  const step = (name: string, by: 1 | -1): void => {
    if (name === text?.run || name === text?.piece) inside.set(name, (inside.get(name) ?? 0) + by)
    if (HIDDEN.has(name)) hidden += by
    if (name === row) depth += by
  }
  await office.read(part, {
    open(name, attributes) {
      step(name, 1)
      if (name === row && depth === 1) cells = []
      // Stops of a tabulator are called like its use.
      if (within(text?.run)) add(SPACES[name]?.(attributes) ?? '')
    },
    text(piece) {
      if (within(text?.piece)) add(piece)
    },
    close(name) {
      if (paragraphs.includes(name) && hidden === 0) {
        if (depth === 0) lines.push(line.trim())
        line = depth === 0 ? '' : `${line.trim()} `
      }
      if (name === cell && depth === 1) {
        cells.push(line.trim())
        line = ''
      }
      if (name === row && depth === 1) lines.push(cells.join('\t'))
      step(name, -1)
    },
  })
  return lines.join('\n')
}
