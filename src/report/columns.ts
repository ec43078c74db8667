import stringWidth from 'string-width'

/**
 * Text of strangers made harmless for a terminal: no escape sequences, no reordering, one line, and no beginning
 * that a CI runner would take for a command.
 */
export const printable = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '\ufffd',
    )
    .replace(/^(?= ?(?:::|##\[))/, '\ufffd')

/** Likewise of several lines, each with its indentation. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${/^ */.exec(line)![0]}${printable(line.trimStart())}`)
    .join('\n')

/** `text` in at most `width` terminal columns; a Chinese character takes two. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += stringWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

/** Rows in aligned columns: the last column is cut at `width`, those before it are right-aligned where `right` says so. */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[],
  width: number,
): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))))
  return rows.map((row) => {
    let line = ''
    for (const [i, cell] of row.entries()) {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(cell)))
      const last = i === row.length - 1 && !right.includes(i)
      line += last
        ? `  ${cut(cell, Math.max(8, width - stringWidth(line) - 2))}`
        : `  ${right.includes(i) ? space + cell : cell + space}`
    }
    return line.trimEnd()
  })
}
