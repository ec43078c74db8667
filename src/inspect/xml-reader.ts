import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { SyntaxFault } from '../core/artifacts.ts'
import type { Reason } from '../core/observed.ts'
import { readDoctype } from './xml-doctype.ts'
import { BARE_AMPERSAND, bareAmpersand, explainRefusal } from './xml-faults.ts'

/** saxes looks up namespaces from the inside out, so depth costs; libxml2 stops here too. */
const MAX_DEPTH = 256
/** Characters between two tags; they are kept to say where in them a fault is. */
const MAX_PIECE = 1 << 24
/** Characters of one tag, and of what comes before the root: the parser keeps them, at many bytes each. */
const MAX_TAG = 1 << 20
/** No entity has a longer name. */
const LONGEST_REFERENCE = 1_000
/** Content is remembered in blocks of at least this length. */
const BLOCK = 1 << 16

const LF = 0x0a
const CR = 0x0d

// Both are thrown out of the parser, which cannot be told to stop, and never leave this file.
class Refused extends Error {}
class Stop extends Error {}

interface Options {
  readonly xmlns: true
  readonly position: false
}

class StrictParser extends SaxesParser<Options> {
  override fail(words: string): never {
    throw new Refused(words)
  }

  /** Drops what was gathered of a comment, CDATA or text that goes on: nobody will read it. */
  forget(): void {
    this['text'] = ''
  }
}

/** Content with the place where it begins; `column` from 0. */
interface Block {
  readonly position: number
  readonly line: number
  readonly column: number
  text: string
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
  #depth = 0
  /** The element closed last. */
  #closed = ''
  /** Where the name of the open tag ended. */
  #tag = Number.POSITIVE_INFINITY
  #listening = false
  /** Where the last tag ended. */
  #mark = 0
  #fed = 0
  /** The last character fed. */
  #last = 0
  #recent: Block[] = [{ position: 0, line: 1, column: 0, text: '' }]
  readonly #parser = new StrictParser({ xmlns: true, position: false })
  readonly #onText: (text: string) => void

  /** V8 makes the parser five times slower when more than six kinds of handlers are set on it. */
  constructor(handlers: XmlHandlers) {
    // What is too long has been forgotten in part, depending on where content was cut.
    this.#onText = (text) => {
      if (this.#parser.position - this.#mark <= MAX_TAG) handlers.text(text)
    }
    this.#parser.on('doctype', (text) => this.#declare(text))
    this.#parser.on('opentagstart', () => {
      this.#tag = this.#parser.position
    })
    this.#parser.on('opentag', (tag) => {
      this.#markHere()
      this.#tag = Number.POSITIVE_INFINITY
      if (this.#depth === MAX_DEPTH) {
        this.stopped = { code: 'too-deep', data: { cap: MAX_DEPTH } }
        throw new Stop()
      }
      this.#depth++
      handlers.open(tag, this.#depth)
    })
    this.#parser.on('closetag', (tag) => {
      this.#closed = tag.name
      this.#markHere()
      handlers.close(this.#depth--)
    })
  }

  /** Whether text is handed on; it costs time, so it is off until asked for. */
  listen(on: boolean): void {
    if (on === this.#listening) return
    this.#listening = on
    for (const kind of ['text', 'cdata'] as const) {
      if (on) this.#parser.on(kind, this.#onText)
      else this.#parser.off(kind)
    }
  }

  push(text: string): void {
    if (this.#ended) return
    this.#remember(text)
    this.#guarded(() => this.#parser.write(text))
    if (!this.#ended) this.#bound(this.#fed)
    if (this.#fed - this.#mark > MAX_TAG && this.#depth > 0 && this.#tag > this.#fed) this.#parser.forget()
    while (this.#recent.length > 1 && this.#recent[1]!.position <= this.#mark) this.#recent.shift()
  }

  end(cut: boolean): void {
    this.encoding = this.#parser.xmlDecl.encoding
    if (this.#ended || cut) return
    // The parser would throw at half a surrogate pair without the other half.
    if (this.#endsInHalf) this.#explain('disallowed character.', this.#fed)
    else this.#guarded(() => this.#parser.close())
  }

  /** The parser has not counted the last character yet: a carriage return, or half a surrogate pair. */
  get #isHeldBack(): boolean {
    return this.#last === CR || this.#endsInHalf
  }

  get #endsInHalf(): boolean {
    return this.#last >= 0xd800 && this.#last <= 0xdbff
  }

  get #ended(): boolean {
    return this.fault !== undefined || this.stopped !== undefined
  }

  #guarded(read: () => void): void {
    try {
      read()
    } catch (error) {
      if (error instanceof Refused) this.#explain(error.message, Math.min(this.#parser.position, this.#fed))
      else if (!(error instanceof Stop)) throw error
    }
  }

  #remember(text: string): void {
    const last = this.#recent.at(-1)!
    if (last.text.length < BLOCK || this.#isHeldBack) last.text += text
    else {
      const { line, column } = this.#parser
      this.#recent.push({ position: this.#fed, line, column, text })
    }
    this.#fed += text.length
    if (text !== '') this.#last = text.charCodeAt(text.length - 1)
  }

  #markHere(): void {
    const { position } = this.#parser
    if (position - this.#mark > MAX_TAG) {
      this.#bound(position)
      if (this.#ended) throw new Stop()
    }
    this.#mark = position
  }

  /** Ends the reading when there is too much since the last tag, at the same place wherever content was cut. */
  #bound(position: number): void {
    const cap = position - this.#tag > MAX_TAG || this.#depth === 0 ? MAX_TAG : MAX_PIECE
    if (position - this.#mark <= cap) return
    const { start, text } = this.#recall(this.#mark + cap)
    const from = this.#mark - start.position
    const at = bareAmpersand(text, from)
    if (at >= 0 && at < text.length - LONGEST_REFERENCE)
      this.#faultAt(start, text.slice(0, at), BARE_AMPERSAND)
    else
      this.stopped = { code: 'piece-too-long', data: { line: advance(start, text.slice(0, from)).line, cap } }
  }

  /** What is remembered before a position, and where that begins. */
  #recall(position: number): { readonly start: Block; readonly text: string } {
    const start = this.#recent[0]!
    const text = this.#recent.map((block) => block.text).join('')
    return { start, text: text.slice(0, position - start.position) }
  }

  #declare(text: string): void {
    const { entities, internal, open, wellFormed } = readDoctype(text)
    const parser = this.#parser
    if (!wellFormed) parser.fail('malformed doctype')
    this.entities = internal
    // A reference stands for itself: never longer than it was, and different for different names.
    for (const name of entities) parser.ENTITIES[name] = `&${name};`
    if (open && parser.xmlDecl.standalone !== 'yes')
      parser.ENTITIES = new Proxy(parser.ENTITIES, {
        get: (known, name) => known[String(name)] ?? `&${String(name)};`,
      })
    this.#markHere()
  }

  #explain(words: string, position: number): void {
    this.#bound(position)
    if (this.#ended) return
    const { start, text } = this.#recall(position)
    const from = this.#mark - start.position
    const { at, message } = explainRefusal({
      words,
      text,
      from,
      inRoot: this.#depth > 0,
      closed: this.#closed,
    })
    this.#faultAt(start, text.slice(0, at), message)
  }

  #faultAt(start: Block, text: string, message: string): void {
    const { line, column } = advance(start, text)
    this.fault = { line, column: column + 1, message }
  }
}

/** Where `text` leads from a place; CRLF is one line end and a surrogate pair one character. */
function advance({ line, column }: Block, text: string) {
  let lines = line
  let columns = column
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || code === CR) {
      if (code === LF && text.charCodeAt(at - 1) === CR) continue
      lines++
      columns = 0
    } else if (code < 0xdc00 || code > 0xdfff) columns++
  }
  return { line: lines, column: columns }
}
