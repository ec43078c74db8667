import { isUtf8 } from 'node:buffer'
import { type Format, formatKind } from '../core/format.ts'
import { decodeEither } from './decode.ts'
import { formatByMagic } from './magic.ts'
import { triplesIn } from './triples.ts'

export type Bom = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE'

/** What the publisher and the server said of the content; used only where bytes are ambiguous. */
export interface Hints {
  /** Declared 檔案格式, else the extension. */
  readonly format?: Format
}

export interface Sniffed {
  readonly bom: Bom | null
  readonly utf16: 'UTF-16LE' | 'UTF-16BE' | null
  /** Undefined: delimited or plain text, to be told apart by its lines. */
  readonly format: Format | undefined
}

/** Bytes looked at to settle what the content is. */
export const SNIFF = 64 * 1024

const HTML =
  /^<(?:!doctype\s+html|html|head|body|script|meta|title|div|p|table|form|center|h1|br|iframe|style|link|span|font|a)[\s>/]/i

export function sniff(block: Buffer, hints: Hints): Sniffed {
  const head = block.subarray(0, SNIFF)
  const bom = bomOf(head)
  const binary = bom ? undefined : formatByMagic(head)
  if (binary) return { bom, utf16: null, format: binary }
  const utf16 = bom?.startsWith('UTF-16') ? (bom as 'UTF-16LE' | 'UTF-16BE') : utf16ByStatistics(head)
  if (!utf16 && looksBinary(head)) return { bom, utf16: null, format: 'binary' }
  const start = bom === 'UTF-8' ? 3 : bom ? 2 : 0
  const text = utf16
    ? new TextDecoder(utf16.toLowerCase()).decode(head.subarray(start))
    : decodeEither(head.subarray(start, start + 4096).toString('latin1'))
  const format = triplesIn(text, hints.format) ?? markupOf(text)
  if (format === 'html' && isSavedTable(head.toString('latin1'), hints))
    return { bom, utf16, format: 'htmlxls' }
  if (format === 'json' && !utf16 && isLines(head.subarray(start))) return { bom, utf16, format: 'ndjson' }
  return { bom, utf16, format }
}

function bomOf(head: Buffer): Bom | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'UTF-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE'
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE'
  return null
}

/** UTF-16 without BOM: most units are ASCII or CJK in one byte order and nearly none in the other. */
function utf16ByStatistics(head: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  const units = Math.min(head.length >> 1, 4096)
  if (units < 4 || (isUtf8(head.subarray(0, units * 2)) && !head.includes(0))) return null
  let little = 0
  let big = 0
  let zeros = 0
  for (let i = 0; i < units; i++) {
    const a = head[2 * i]!
    const b = head[2 * i + 1]!
    if (plausible(b, a)) little++
    if (plausible(a, b)) big++
    if (a === 0 || b === 0) zeros++
  }
  // Big5 has no zero byte; UTF-16 text has one in every digit, comma and line end.
  if (zeros < units * 0.05) return null
  if (little > units * 0.9 && little > big * 1.5) return 'UTF-16LE'
  return big > units * 0.9 && big > little * 1.5 ? 'UTF-16BE' : null
}

const plausible = (high: number, low: number): boolean =>
  high === 0
    ? low >= 0x20 || low === 9 || low === 10 || low === 13
    : (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff

function looksBinary(head: Buffer): boolean {
  let control = 0
  for (const byte of head)
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1a)) control++
  return control > head.length * 0.02
}

/** After an XML declaration only `html` is a page: `table` and `title` are names like any other. */
const XHTML = /^<html[\s>/]/i
const PROLOGUE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/

const MHTML = /^(?:MIME-Version:|From: <Saved by|Content-Type:\s*multipart\/related)/i
const JSONP = /^(?:\/\*\*\/\s*)?[\w$.[\]]{1,100}\s*\(\s*[[{]/

function markupOf(decoded: string): Format | undefined {
  const text = decoded.trimStart()
  if (text.startsWith('<')) {
    const page = text.startsWith('<?xml') ? XHTML : HTML
    if (
      /^<table[\s>]/i.test(text) &&
      !/<(?:t[rdh]|t(?:body|head|foot)|caption|col|colgroup)[\s>/]/i.test(text)
    )
      return xmlKind(text)
    return page.test(text.replace(PROLOGUE, '').replace(/^<!doctype\s+html[^>]*>\s*(?=<html)/i, ''))
      ? 'html'
      : xmlKind(text)
  }
  if (/^\{\s*(?:"|\}|$)/.test(text) || /^\[\s*(?:[[{"\]\-\d]|true|false|null|$)/.test(text)) return 'json'
  if (MHTML.test(text)) return 'mhtml'
  return JSONP.test(text) ? 'jsonp' : undefined
}

/** One JSON object to a line: the first line is one by itself, and another begins the next. */
function isLines(head: Buffer): boolean {
  const end = head.indexOf(0x0a)
  if (end === -1 || !/^\s*\{/.test(head.toString('latin1', end, end + 64))) return false
  const line = decodeEither(head.toString('latin1', 0, end)).trim()
  return line.startsWith('{') && line.endsWith('}') && isJson(line)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return false
  }
}

const OFFICE_PAGE = /urn:schemas-microsoft-com:office:|content=["']?Excel\.Sheet/i

/** A table that a program wrote as HTML and called XLS; a page that asks or runs something is a page. */
function isSavedTable(head: string, { format }: Hints): boolean {
  if (OFFICE_PAGE.test(head)) return /<table[\s>]/i.test(head)
  const declared = format !== undefined && formatKind(format) === 'workbook'
  return declared && /<t[dh][\s>]/i.test(head) && !/<(?:form|input|script|iframe|a)[\s>]/i.test(head)
}

function xmlKind(text: string): Format {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.\-\u00b7-\uffff]+)[^>]*>?/.exec(text)
  const name = root?.[1]?.toLowerCase()
  const tag = root?.[0] ?? ''
  if (name === 'kml') return 'kml'
  if (name === 'svg') return 'svg'
  if (name === 'rss' || (name === 'feed' && tag.includes('Atom'))) return 'rss'
  if (name === 'rdf' && /purl\.org\/rss\/|my\.netscape\.com\/rdf/.test(tag)) return 'rss'
  if (name === 'alert' && tag.includes('emergency:cap:')) return 'cap'
  if (
    /schemas\.xmlsoap\.org\/wsdl|www\.w3\.org\/ns\/wsdl/.test(tag) &&
    /^(?:definitions|description)$/.test(name ?? '')
  )
    return 'wsdl'
  if (/opengis\.net\/gml/.test(tag)) return 'gml'
  return 'xml'
}
