/** What one value of a column looks like. `grouped`: 1,234; `wide`: full-width digits; `roc` and `western`: dates. */
export const VALUE_KINDS = [
  'empty',
  'number',
  'grouped',
  'wide',
  'scientific',
  'roc',
  'western',
  'placeholder',
  'text',
] as const

export type ValueKind = (typeof VALUE_KINDS)[number]

/** The first value of its kind. */
export interface Example {
  readonly row: number
  readonly text: string
}

/** Values of digits alone that are so long. */
export interface Digits extends Example {
  readonly length: number
  readonly count: number
  /** Those that begin with 0. */
  readonly zeroLed: number
}

/** Values of one column below row 1, or of one name of records; of long lists, in some of the rows. */
export interface Column {
  readonly counts: Readonly<Record<ValueKind, number>>
  readonly first: Readonly<Partial<Record<Exclude<ValueKind, 'empty' | 'number' | 'text'>, Example>>>
  /** Those of kind `text`; of a table, below the rows that may be a header. */
  readonly words?: Counted
  /** By length, shortest first; of records none. */
  readonly digits: readonly Digits[]
  /** Whole numbers from 30000 to 59999: as days since 1900 they lie between 1982 and 2064. */
  readonly serials: number
  readonly firstSerial?: Example
  /** Of JSON, when there are both: numbers without quotes, and strings that are neither empty nor a mark. */
  readonly mixed?: { readonly numbers: Counted; readonly strings: Counted }
}

/** The first of so many. */
export interface Counted extends Example {
  readonly count: number
}

const PLACEHOLDER = /^(?:[-－—─–…*＊#xX.]+|NR|NA|N\/A|null|nan|無)$/i

/** －, …, *, N/A: a mark where a value would stand. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text)

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)%?$/
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/
const WIDE = /^(?=.*[０-９])[-+－＋]?[\d０-９][\d０-９，,．.]*[%％]?$/
const SCIENTIFIC = /^[-+]?\d(?:\.\d+)?[eE][-+]?\d{1,3}$/
const ROC =
  /^(?:(?:中華)?民國前?\s*\d{1,3}\s*年(?:度|底|第.季|[上下]半年)?(?:\s*\d{1,2}\s*月[份底]?(?:\s*\d{1,2}\s*日)?)?|\d{2,3}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{2,3}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01]))$/
const WESTERN =
  /^(?:(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:0?[1-9]|[12]\d|3[01])(?:[ T].*)?)?|(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?)$/

/** The kind of one decoded value. */
export function valueKind(value: string): ValueKind {
  const text = value.trim()
  if (text === '') return 'empty'
  if (NUMBER.test(text)) return 'number'
  if (text.length > 40) return 'text'
  if (isPlaceholder(text)) return 'placeholder'
  if (GROUPED.test(text)) return 'grouped'
  if (SCIENTIFIC.test(text)) return 'scientific'
  if (WESTERN.test(text)) return 'western'
  if (ROC.test(text)) return 'roc'
  return WIDE.test(text) ? 'wide' : 'text'
}
