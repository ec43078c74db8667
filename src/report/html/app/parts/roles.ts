/** A table in all but its elements: rows of a table element cannot be placed freely. */
export const table = (label: string, rows: number) =>
  ({ role: 'table', 'aria-label': label, 'aria-rowcount': rows }) as const
export const ROW_GROUP = { role: 'rowgroup' } as const
/** @param index from 1, the heads being the first row. */
export const row = (index: number) => ({ role: 'row', 'aria-rowindex': index }) as const
export const CELL = { role: 'cell' } as const
export const COLUMN_HEADER = { role: 'columnheader' } as const

/** Neither a landmark nor a fieldset, but reached by Tab: something in it scrolls. */
export const scrolling = (label: string) => ({ role: 'group', 'aria-label': label, tabIndex: 0 }) as const
