import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { SyntaxFault } from '../core/artifacts.ts'
import type { Data } from '../core/localised.ts'
import type { Reason } from '../core/observed.ts'
import { readDoctype } from './xml-doctype.ts'
import { BARE_AMPERSAND, bareAmpersand, explainRefusal } from './xml-faults.ts'

/** saxes looks up namespaces from the inside out, so depth costs; libxml2 stops here too. */
const MAX_DEPTH = 256
const MAX_ATTRIBUTES = 10_000
/** Characters of one piece of content (text, CDATA, comment, tag …) before the next; it is kept in memory. */
const MAX_PIECE = 1 << 24
/** The parser is fed pieces of one length, so that what it finds never depends on how content arrived. */
const BLOCK = 1 << 16

/** Thrown out of the parser, which cannot be told to stop; it never leaves this file. */
class Stop extends Error {}

/** A place behind a piece of markup; `column` from 0. */
interface Mark {
  readonly position: number
  readonly line: number
  readonly column: number
}

export interface XmlHandlers {
  /** `depth`: 1 for the root. */
  open(tag: SaxesTagNS, depth: number): void
  close(depth: number): void
  /** Only while listening. */
  text(text: string): void
}

/** Strict, namespace-aware reading with saxes; no entity is expanded, nothing outside is fetched. */
export class XmlReader {
  fault: SyntaxFault | undefined
  /** Why reading ended early although nothing was wrong. */
  stopped: Reason | undefined
  encoding: string | undefined
  entities = 0
  #listening = false
  #depth = 0
  #attributes = 0
  /** The element closed last. */
  #closed = ''
  #pending = ''
  /** What was read from `#start` on, which is not later than the mark before the last. */
  #recent = ''
  #start: Mark = { position: 0, line: 1, column: 0 }
  #before: Mark = this.#start
  #mark: Mark = this.#start
  readonly #parser = new SaxesParser({ xmlns: true, position: false })
  readonly #onText: (text: string) => void

  constructor(handlers: XmlHandlers) {
    const parser = this.#parser
    this.#onText = (text) => handlers.text(text)
    parser.on('error', ({ message }) => this.#refuse(message))
    parser.on('xmldecl', ({ encoding }) => {
      this.encoding = encoding
      this.#markHere()
    })
    parser.on('doctype', (text) => this.#declare(text))
    parser.on('opentagstart', () => {
      this.#attributes = 0
      this.#markHere()
    })
    parser.on('attribute', () => {
      if (++this.#attributes > MAX_ATTRIBUTES) this.#stop('too-many-names', { cap: MAX_ATTRIBUTES })
    })
    parser.on('opentag', (tag) => {
      if (++this.#depth > MAX_DEPTH) this.#stop('too-deep', { cap: MAX_DEPTH })
      handlers.open(tag, this.#depth)
    })
    parser.on('closetag', (tag) => {
      this.#closed = tag.name
      handlers.close(this.#depth--)
      this.#markHere()
    })
    parser.on('cdata', (text) => {
      if (this.#listening) handlers.text(text)
      this.#markHere()
    })
    parser.on('processinginstruction', () => this.#markHere())
    // Told of a comment at its second hyphen, before the bracket.
    parser.on('comment', () => this.#markHere(1))
  }

  /** Whether text is handed on; costs time, so it is off until asked for. */
  listen(on: boolean): void {
    this.#listening = on
    if (on) this.#parser.on('text', this.#onText)
    else this.#parser.off('text')
  }

  push(text: string): void {
    if (this.#ended) return
    this.#pending += text
    let at = 0
    for (; this.#pending.length - at >= BLOCK && !this.#ended; at += BLOCK)
      this.#read(this.#pending.slice(at, at + BLOCK))
    this.#pending = this.#pending.slice(at)
  }

  end(): void {
    // Half a surrogate pair at the very end would make the parser throw.
    if (!this.#ended) this.#read(this.#pending.replace(/[\ud800-\udbff]$/, '\ufffd'))
    if (!this.#ended) this.#read(null)
  }

  get #ended(): boolean {
    return this.fault !== undefined || this.stopped !== undefined
  }

  #read(block: string | null): void {
    this.#recent += block ?? ''
    try {
      this.#parser.write(block)
      this.#boundPiece()
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      return
    }
    this.#recent = this.#recent.slice(this.#before.position - this.#start.position)
    this.#start = this.#before
  }

  #boundPiece(): void {
    const from = this.#mark.position - this.#start.position
    if (this.#recent.length - from <= MAX_PIECE) return
    const at = bareAmpersand(this.#recent, from)
    if (at >= 0) this.#faultAt(at, BARE_AMPERSAND)
    this.#stop('piece-too-long', { line: this.#mark.line, cap: MAX_PIECE })
  }

  #markHere(ahead = 0): void {
    const { position, line, column } = this.#parser
    this.#before = this.#mark
    this.#mark = { position: position + ahead, line, column: column + ahead }
  }

  #declare(text: string): void {
    const { entities, internal, open, wellFormed } = readDoctype(text)
    if (!wellFormed) this.#refuse('malformed doctype')
    this.entities = internal
    const parser = this.#parser
    // A reference stands for itself: never longer than it was, and different for different names.
    for (const name of entities) parser.ENTITIES[name] = `&${name};`
    if (open && parser.xmlDecl.standalone !== 'yes')
      parser.ENTITIES = new Proxy(parser.ENTITIES, {
        get: (known, name) => known[String(name)] ?? `&${String(name)};`,
      })
    this.#markHere()
  }

  #refuse(words: string): never {
    const start = this.#start.position
    const { at, message } = explainRefusal({
      words,
      text: this.#recent.slice(0, this.#parser.position - start),
      from: this.#mark.position - start,
      open: this.#closed,
    })
    this.#faultAt(at, message)
  }

  #faultAt(at: number, message: string): never {
    const { line, column } = advance(this.#start, this.#recent.slice(0, at))
    this.fault = { line, column: column + 1, message }
    throw new Stop()
  }

  #stop(code: Reason['code'], data: Data): never {
    this.stopped = { code, data }
    throw new Stop()
  }
}

/** Where `text` leads from a place; CRLF is one line end and a surrogate pair one character. */
function advance({ line, column }: Pick<Mark, 'line' | 'column'>, text: string) {
  let lines = line
  let columns = column
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x0d) {
      if (code === 0x0a && text.charCodeAt(at - 1) === 0x0d) continue
      lines++
      columns = 0
    } else if (code < 0xdc00 || code > 0xdfff) columns++
  }
  return { line: lines, column: columns }
}
