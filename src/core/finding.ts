import type { Outcome } from './badge.ts'
import type { Data } from './localised.ts'
import type { Severity } from './rule.ts'

/** Where in the content; all numbers are from 1 except `offset` (bytes, from 0). */
export interface Location {
  /** Record number: a quoted cell with line breaks is still one row. */
  readonly row?: number
  /** Physical line. */
  readonly line?: number
  readonly column?: number
  readonly offset?: number
  /** Path inside JSON or XML. */
  readonly path?: string
  /** Sheet of a workbook. */
  readonly sheet?: string
  /** Path inside an archive; archives in archives are joined by `!/`. */
  readonly member?: string
  /** A1 notation, or a range: `B12:D14`. */
  readonly cell?: string
}

/** One answer of a rule with its evidence. `outcome` is `pass` for advice: it costs nothing. */
export interface Finding {
  readonly rule: string
  /** A message of the rule; for `unknown`, a reason code or the rule's own doubt. */
  readonly messageId: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly data: Data
  readonly at?: Location
  /** Stays the same when rows shift: tells an old finding from a new one. */
  readonly fingerprint: string
}

/** 53-bit string hash (cyrb53), in hex: for fingerprints, not for security. */
export function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0')
}

const POSITIONAL = new Set([
  'row',
  'rows',
  'line',
  'lines',
  'count',
  'offset',
  'from',
  'to',
  'total',
  'days',
  'due',
  'since',
  'last',
])

/** Made of what is wrong, not of where it stands or how often. */
export function fingerprint(scope: string, rule: string, messageId: string, data: Data): string {
  const content = Object.keys(data)
    .filter((key) => !POSITIONAL.has(key))
    .sort()
    .map((key) => `${key}=${String(data[key])}`)
  return hash([scope, rule, messageId, ...content].join('\u0000'))
}
