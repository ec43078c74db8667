import { normalName } from './names.ts'

/** One name of 主要欄位說明 with the other readings it allows: 「測站名稱(SiteName)」 may mean either. */
export interface DeclaredField {
  readonly label: string
  readonly readings: readonly string[]
}

export interface FieldDescription {
  readonly fields: readonly DeclaredField[]
  /** Why the text is no list of names; then `fields` is a best effort. */
  readonly unreadable?: 'empty' | 'placeholder' | 'prose'
}

const OPEN = '(（[［【〔{「'
const CLOSE = ')）]］】〕}」'
const SEPARATORS = '、,，;；。\n\r\t|•'
const PLACEHOLDER =
  /^(?:無|略|詳如附件|如附件|詳見.{0,12}|依實際.{0,8}|同資料集名稱|N\/?A|-+|\.+)$|無欄位|並非原始資料|沒有欄位/i
/** Longer than any name and without an explanation in parentheses: a sentence. */
const SENTENCE = 30

/** Reads every shape of 主要欄位說明 met in the catalogue; see docs/decisions.md for the list. */
export function parseFields(source: string | undefined): FieldDescription {
  // Blanks before a colon, or a line end before a bracket, do not part a name from its explanation.
  const text = unescapeHtml(source ?? '')
    .trim()
    .replace(/\s+(?=[:：=])|[\r\n\t]+\s*(?=[(（])/g, '')
  if (text === '') return { fields: [], unreadable: 'empty' }
  if (PLACEHOLDER.test(text)) return { fields: [], unreadable: 'placeholder' }
  const fields = (fromJson(text) ?? tokensOf(text)).map(readField).filter((field) => field.label !== '')
  if (fields.length === 0) return { fields, unreadable: 'prose' }
  const sentences = fields.filter(
    ({ label, readings }) => label.length > SENTENCE && readings.every((name) => name.length > SENTENCE),
  )
  const lone = fields.length === 1 && fields[0]!.label.length > 12 && fields[0]!.readings.length === 1
  return sentences.length * 2 > fields.length || lone ? { fields, unreadable: 'prose' } : { fields }
}

function unescapeHtml(text: string): string {
  const names: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" }
  return text
    .replace(/&(quot|amp|lt|gt|nbsp|apos);/g, (_, name: string) => names[name]!)
    .replace(/<br\s*\/?>/gi, '\n')
}

/** A JSON object's keys with its texts as second readings, or the names of an array. */
function fromJson(text: string): string[] | undefined {
  if (!/^[[{]/.test(text)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Not JSON after all: brackets are common in prose, the ordinary reading goes on.
    return undefined
  }
  if (Array.isArray(value))
    return value.map((item) =>
      String(typeof item === 'object' && item ? ((item as { name?: unknown }).name ?? '') : item),
    )
  return Object.entries(value as Record<string, unknown>).map(([name, about]) =>
    typeof about === 'string' ? `${name}(${about})` : name,
  )
}

function tokensOf(text: string): string[] {
  const numbered = splitNumbered(text)
  const tokens = (numbered ?? splitOutsideBrackets(text)).map(tidy).filter((token) => token !== '')
  const colons = (token: string) => token.match(/[:：=]/g)?.length ?? 0
  // 「number:管制編號name:工廠名稱」: names run together, only the change of script parts them.
  return tokens.flatMap((token) => (colons(token) >= 2 ? splitPairs(token) : [token]))
}

/** 「1.編號2.取水點位置3.備註」 */
function splitNumbered(text: string): string[] | undefined {
  const marks = [...text.matchAll(/(?<![\d.])(\d{1,2})[.．、)](?!\d)/g)]
  if (marks.length < 2 || marks[0]!.index !== 0 || marks.some((mark, i) => Number(mark[1]) !== i + 1))
    return undefined
  const parts = marks.map((mark, i) => text.slice(mark.index + mark[0].length, marks[i + 1]?.index))
  return parts.some((part) => /[、，,;；]/.test(part) && part.length > SENTENCE) ? undefined : parts
}

function splitOutsideBrackets(text: string): string[] {
  const balanced =
    [...text].reduce(
      (depth, char) => depth + (OPEN.includes(char) ? 1 : CLOSE.includes(char) ? -1 : 0),
      0,
    ) === 0
  const tokens: string[] = []
  let depth = 0
  let token = ''
  for (const char of text) {
    if (balanced && OPEN.includes(char)) depth++
    else if (balanced && CLOSE.includes(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && SEPARATORS.includes(char)) {
      tokens.push(token)
      token = ''
    } else token += char
  }
  return [...tokens, token]
}

function splitPairs(token: string): string[] {
  const pairs = [...token.matchAll(/([A-Za-z_][\w .-]*?)\s*[:：=]\s*([^A-Za-z:：=]+)/g)].map(
    (pair) => `${pair[1]}:${pair[2]}`,
  )
  // A value that runs into the next name shows that blanks belong to the names: 「行政區flooding zone：地點」.
  const spaced = /\p{Script=Han}[A-Za-z]/u.test(token) ? [] : token.split(/\s+(?=[\w.-]+[:：=])/)
  if (spaced.length > 1) return spaced.map(tidy)
  return pairs.length > 1 ? pairs : [token]
}

const tidy = (token: string): string =>
  token
    .replace(/^[\s\u3000•:：]+|[\s\u3000.。、，,;；:：]+$/g, '')
    .replace(/^["'“”「]+|["'“”」]+$/g, '')
    .replace(/^(?:Field\d+)\s*[:：]\s*/i, '')

function readField(token: string): DeclaredField {
  const label = token.trim()
  const readings = new Set([label])
  const bracket = /^(.*?)\s*[(（[［【](.*)[)）\]］】]\s*$/s.exec(label)
  if (bracket) {
    readings.add(bracket[1]!)
    readings.add(bracket[2]!)
    readings.add(bracket[2]!.split(/[,，、;；:：\s]/)[0]!)
  }
  const pair = /^([^:：=(（]+)\s*[:：=]\s*(.+)$/s.exec(label)
  if (pair) {
    readings.add(pair[1]!)
    readings.add(pair[2]!.split(/[(（]/)[0]!)
  }
  return { label, readings: [...readings].map((name) => name.trim()).filter((name) => name !== '') }
}

export interface FieldMatch {
  /** Declared but not in the data, with the column that may be meant. */
  readonly missing: readonly { readonly label: string; readonly like?: string }[]
  /** In the data but not declared. */
  readonly extra: readonly string[]
  /** Declared names that agree only by a second reading or without regard to case and blanks. */
  readonly lenient: readonly string[]
}

/** Compares declared names with actual ones: order does not matter, every declared name must be there. */
export function matchFields(declared: readonly DeclaredField[], actual: readonly string[]): FieldMatch {
  const names = new Map(actual.map((name) => [normalName(name), name]))
  const exact = new Set(actual.map((name) => name.replace(/^\ufeff/, '').trim()))
  const used = new Set<string>()
  const lenient: string[] = []
  // A column answers one declared name, and whoever names it exactly comes first.
  const unmatched = declared.filter(({ label }) => {
    if (!exact.has(label)) return true
    used.add(normalName(label))
    return false
  })
  const missed = unmatched.filter(({ label, readings }) => {
    const found = readings.map(normalName).find((name) => names.has(name) && !used.has(name))
    if (found === undefined) return true
    used.add(found)
    lenient.push(label)
    return false
  })
  const free = [...names].filter(([name]) => !used.has(name) && name !== '')
  const missing = missed.map(({ label, readings }) => {
    const like = closest(readings.map(normalName), free)
    return like === undefined ? { label } : { label, like }
  })
  return { missing, extra: free.map(([, name]) => name.trim()), lenient }
}

/** The free name that differs least, if it differs little enough to be a slip of the pen. */
function closest(
  readings: readonly string[],
  free: readonly (readonly [string, string])[],
): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const reading of readings.filter((name) => name.length <= 60)) {
    for (const [name, original] of free.slice(0, 500)) {
      if (name.length > 60) continue
      const contains =
        reading.length >= 2 && name.length >= 2 && (name.includes(reading) || reading.includes(name))
      const distance = contains ? 1 : editDistance(reading, name)
      if (
        distance < least &&
        (contains || distance <= Math.max(1, Math.floor(Math.max(reading.length, name.length) / 3)))
      ) {
        least = distance
        best = original.trim()
      }
    }
  }
  return best
}

/** Levenshtein distance of two short names. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(swap, previous[j]! + 1, current[j - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
