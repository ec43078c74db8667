import type { SyntaxFault, Text } from '../core/artifacts.ts'
import { declaredCharset } from '../core/encoding.ts'

/**
 * XML must be in the encoding it declares, UTF-8 when it declares none and has no byte order mark (XML 1.0
 * §4.3.3), to the last byte; else a conforming parser rejects it, however well the rest is formed.
 */
export function encodingFault(
  declared: string | undefined,
  { encoding, bom, bad }: Text,
): SyntaxFault | undefined {
  const charset =
    declared === undefined ? (bom?.startsWith('UTF-16') ? 'UTF-16' : 'UTF-8') : declaredCharset(declared)
  // A name we do not know may well be right.
  if (charset === undefined) return undefined
  const actual = encoding.startsWith('UTF-16') ? 'UTF-16' : encoding
  const [place] = bad.first
  if (actual === 'UTF-8' && charset === 'UTF-8' && place)
    return { line: place.line, column: 1, code: 'xml-bytes', data: { bytes: place.bytes } }
  if (actual === charset || (actual === 'ASCII' && charset !== 'UTF-16')) return undefined
  const start = { line: 1, column: 1 }
  return declared === undefined
    ? { ...start, code: 'xml-no-encoding', data: { encoding } }
    : { ...start, code: 'xml-encoding', data: { declared, encoding } }
}
