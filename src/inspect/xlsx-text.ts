import { cellOf } from './office-xml.ts'

/** ECMA-376 part 1, 22.9.2.19: `_x000D_` stands for a character that XML could not hold. */
const ESCAPE = /_x([\da-fA-F]{4})_/g

/** What a cell of Excel shows of a text; UTF-8 bytes, as they are kept. */
export const shownText = (bytes: string): string =>
  cellOf(bytes.includes('_x') ? bytes.replace(ESCAPE, (_, code: string) => characterOf(code)) : bytes)

const characterOf = (code: string): string =>
  Buffer.from(String.fromCharCode(Number.parseInt(code, 16))).toString('latin1')
