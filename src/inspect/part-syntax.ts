/** What is not well-formed. */
export class Malformed extends Error {}

const NAME_START =
  ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'
/** XML 1.0 §2.3. */
const NAME = new RegExp(
  `^[${NAME_START}][${NAME_START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}]*$`,
  'u',
)
const SPACE = '[ \\t\\r\\n]'
const DECLARATION = new RegExp(
  `^<\\?xml${SPACE}+version${SPACE}*=${SPACE}*(["'])1\\.\\d+\\1` +
    `(?:${SPACE}+encoding${SPACE}*=${SPACE}*(["'])[A-Za-z][\\w.-]*\\2)?` +
    `(?:${SPACE}+standalone${SPACE}*=${SPACE}*(["'])(?:yes|no)\\3)?${SPACE}*\\?>$`,
)
const DOCTYPE = new RegExp(
  `^<!DOCTYPE${SPACE}+([^ \\t\\r\\n'"[>]+)` +
    `(?:${SPACE}+(?:SYSTEM|PUBLIC${SPACE}+(?:"[^"]*"|'[^']*'))${SPACE}+(?:"[^"]*"|'[^']*'))?${SPACE}*>`,
)
/** To its end, or to its internal subset. */
const ANY_DOCTYPE = /^<!DOCTYPE(?:[^"'>[]|"[^"]*"|'[^']*')*[>[]/
const MAX_DOCTYPE = 4_096
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f]/
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&/g
const STANDS_FOR: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What UTF-8 bytes say that were read as latin1. */
export const textIn = (bytes: string): string =>
  /^[\0-\x7f]*$/.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8')

/** Throws {@link Malformed} at what is no name. */
export function checkName(bytes: string): void {
  const name = textIn(bytes)
  if (!NAME.test(name)) throw new Malformed(`「${name.slice(0, 40)}」`)
}

/** Text with its references resolved; throws {@link Malformed} at what is none, and at characters XML does not have. */
export function referencesIn(bytes: string): string {
  allowed(bytes)
  if (!bytes.includes('&')) return bytes
  return bytes.replace(REFERENCE, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return STANDS_FOR[name]!
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (!isCharacter(code)) throw new Malformed(`${whole} is no reference`)
    return Buffer.from(String.fromCodePoint(code)).toString('latin1')
  })
}

/** XML 1.0 §2.2; false for NaN. */
const isCharacter = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

interface Place {
  /** Something came before: no declaration may follow. */
  readonly begun: boolean
  /** A DOCTYPE may stand here. */
  readonly mayDeclare: boolean
  readonly inRoot: boolean
}

/**
 * What begins with `<!` or `<?` at `at`: a comment, CDATA, a processing instruction, the declaration or a DOCTYPE.
 *
 * @returns where it ends, and the text of CDATA; undefined when it goes on behind the end of `source`.
 */
export function markup(source: string, at: number, place: Place): { end: number; text?: string } | undefined {
  if (source.startsWith('<?', at)) return instruction(source, at, place)
  if (source.startsWith('<!--', at)) return comment(source, at)
  if (source.startsWith('<![CDATA[', at) && place.inRoot) return cdata(source, at)
  if (source.startsWith('<!DOCTYPE', at) && place.mayDeclare) return doctype(source, at)
  const start = source.slice(at, at + 9)
  if (
    ['<!--', '<![CDATA[', '<!DOCTYPE'].some((known) => start.length < known.length && known.startsWith(start))
  )
    return undefined
  throw new Malformed(textIn(start))
}

function comment(source: string, at: number) {
  const end = source.indexOf('--', at + 4)
  if (end === -1 || end + 2 === source.length) return undefined
  if (source[end + 2] !== '>') throw new Malformed('-- in a comment')
  allowed(source.slice(at, end))
  return { end: end + 3 }
}

function cdata(source: string, at: number) {
  const end = source.indexOf(']]>', at)
  if (end === -1) return undefined
  const text = source.slice(at + 9, end)
  allowed(text)
  return { end: end + 3, text: text.replace(/\r\n?/g, '\n') }
}

function instruction(source: string, at: number, { begun }: Place) {
  const end = source.indexOf('?>', at + 2)
  if (end === -1) return undefined
  const whole = source.slice(at, end + 2)
  const target = /^<\?([^ \t\r\n?]*)(?=[ \t\r\n]|\?>)/.exec(whole)?.[1] ?? ''
  const isDeclaration = target === 'xml' && !begun && DECLARATION.test(whole)
  if (/^xml$/i.test(target) && !isDeclaration) throw new Malformed('<?xml')
  checkName(target)
  allowed(whole)
  return { end: end + 2 }
}

function doctype(source: string, at: number) {
  const start = source.slice(at, at + MAX_DOCTYPE)
  const found = DOCTYPE.exec(start)
  if (found) {
    checkName(found[1]!)
    allowed(found[0])
    return { end: at + found[0].length }
  }
  if (start.length === MAX_DOCTYPE || ANY_DOCTYPE.test(start)) throw new Malformed('<!DOCTYPE')
  return undefined
}

function allowed(bytes: string): void {
  if (FORBIDDEN.test(bytes)) throw new Malformed('control character')
}
