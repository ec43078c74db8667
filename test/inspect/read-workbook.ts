import type { Table } from '../../src/core/artifacts.ts'
import type { Sheet } from '../../src/core/workbook.ts'
import { inspectPieces } from './bytes-source.ts'

export const read = (bytes: Buffer) => inspectPieces([bytes])

export async function workbook(bytes: Buffer) {
  const { content } = await read(bytes)
  if (!content.workbook.seen) throw new Error(content.workbook.because.code)
  return content.workbook
}

export async function tables(bytes: Buffer): Promise<(Table & { sheet: Sheet })[]> {
  return ((await read(bytes)).parts ?? []).map(({ content: { table } }) => {
    if (!table.seen || !table.value.sheet) throw new Error('no table')
    return { ...table.value, sheet: table.value.sheet }
  })
}
