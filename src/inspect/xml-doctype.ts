/** A longer DOCTYPE is not read: every entity name is accepted then, as with declarations kept elsewhere. */
const MAX_DOCTYPE = 1 << 18

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.·-]*`
/** How a reference has to be written; `&` before anything else is a bare one. */
export const REFERENCE = `&(?:#[0-9]+|#x[0-9A-Fa-f]+|${NAME});`
const LITERAL = `(?:"[^"]*"|'[^']*')`
const VALUE = `"(?:[^%&"]|${REFERENCE})*"|'(?:[^%&']|${REFERENCE})*'`
const EXTERNAL = `(?:SYSTEM|PUBLIC\\s+${LITERAL})\\s+${LITERAL}`

const HEAD = new RegExp(`^\\s+${NAME}(?::${NAME})?(?<external>\\s+${EXTERNAL})?\\s*(?<subset>\\[)?`, 'u')
const ENTITY = new RegExp(
  `<!ENTITY\\s+(?<name>${NAME})\\s+(?:(?<value>${VALUE})|${EXTERNAL}(?<unparsed>\\s+NDATA\\s+${NAME})?)\\s*>`,
  'uy',
)
/** What else an internal subset may hold (XML 1.0 §2.8), declarations of no interest by their outline. */
const OTHER = new RegExp(
  `\\s+|<!--(?:(?!--)[^])*-->|<\\?(?:(?!\\?>)[^])*\\?>|(?<parameter>%${NAME};)|` +
    `<!(?:ELEMENT|ATTLIST|NOTATION|ENTITY\\s+%)\\s(?:[^"'<>]|${LITERAL})*>`,
  'uy',
)

const ENTITY_REFERENCES = new RegExp(`&${NAME};`, 'gu')
const PREDEFINED = new Set(['lt', 'gt', 'amp', 'apos', 'quot'])

export interface Doctype {
  /** Entities that may be referred to. Nothing is ever expanded or fetched: their names are all there is. */
  readonly entities: ReadonlySet<string>
  /** How many of them have their text in the document itself. */
  readonly internal: number
  /** Declarations are kept elsewhere too, so an unknown name is no fault (XML 1.0 §4.1, Entity Declared). */
  readonly open: boolean
  readonly wellFormed: boolean
}

const BROKEN: Doctype = { entities: new Set(), internal: 0, open: false, wellFormed: false }

/** Reads what stands between `<!DOCTYPE` and `>`. */
export function readDoctype(text: string): Doctype {
  if (text.length > MAX_DOCTYPE) return { entities: new Set(), internal: 0, open: true, wellFormed: true }
  const head = HEAD.exec(text)
  const end = head?.groups?.['subset'] ? text.lastIndexOf(']') : head?.[0].length
  if (head === null || end === undefined || text.slice(end).replace(/^\]/, '').trim() !== '') return BROKEN

  const values = new Map<string, string>()
  const external = new Set<string>()
  let open = head.groups!['external'] !== undefined
  for (let at = head[0].length; at < end; ) {
    ENTITY.lastIndex = OTHER.lastIndex = at
    const entity = ENTITY.exec(text)
    const found = entity ?? OTHER.exec(text)
    if (found === null) return BROKEN
    at += found[0].length
    if (found.groups?.['parameter']) open = true
    const name = entity?.groups?.['name']
    // The first declaration of a name is the one that counts (XML 1.0 §4.2).
    if (name === undefined || values.has(name) || external.has(name)) continue
    const { value, unparsed } = entity!.groups!
    if (value !== undefined) values.set(name, value)
    else if (unparsed === undefined) external.add(name)
  }
  const internal = usable(values, (name) => external.has(name) || (open && !values.has(name)))
  return { entities: new Set([...internal, ...external]), internal: internal.length, open, wellFormed: true }
}

/** Entities all of whose references lead somewhere: none is undeclared, none comes back to itself. */
function usable(values: ReadonlyMap<string, string>, isKnown: (name: string) => boolean): string[] {
  const users = new Map<string, string[]>()
  const missing = new Map<string, number>()
  const found: string[] = []
  for (const [name, value] of values) {
    const references = new Set(value.match(ENTITY_REFERENCES)?.map((reference) => reference.slice(1, -1)))
    const needed = [...references].filter((other) => !PREDEFINED.has(other) && !isKnown(other))
    for (const other of needed) {
      const list = users.get(other)
      if (list) list.push(name)
      else users.set(other, [name])
    }
    missing.set(name, needed.length)
    if (needed.length === 0) found.push(name)
  }
  for (const name of found) {
    for (const user of users.get(name) ?? []) {
      const left = missing.get(user)! - 1
      missing.set(user, left)
      if (left === 0) found.push(user)
    }
  }
  return found
}
