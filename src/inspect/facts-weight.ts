import type { Content } from '../core/artifacts.ts'

/** What an object and a string take besides their characters. */
const OVERHEAD = 32
/** Counts of one column, and a few values of it. */
const COLUMN = 1_024

const textWeight = (texts: Iterable<string>): number => {
  let weight = 0
  for (const text of texts) weight += OVERHEAD + 2 * text.length
  return weight
}

/** Bytes of memory, about, that facts keep. */
export function weightOf({ table, tree }: Content): number {
  let weight = 4_096
  if (table.seen) {
    const { head, tail, names, columns } = table.value
    weight += COLUMN * columns.length
    for (const { cells } of [...head, ...tail]) weight += textWeight(cells)
    for (const row of names.values()) weight += textWeight(row)
  }
  const records = tree.seen ? tree.value.records : undefined
  if (records) weight += COLUMN * records.columns.length + textWeight(records.fields.map(({ name }) => name))
  return weight
}
