import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { SyntaxFault } from '../core/artifacts.ts'
import type { Reason } from '../core/observed.ts'
import type { FaultCause } from '../core/syntax-faults.ts'
import { RecentText } from './recent-text.ts'
import { readDoctype } from './xml-doctype.ts'
import { bareAmpersand, explainRefusal } from './xml-faults.ts'

/** saxes looks up namespaces from the inside out, so depth costs; libxml2 stops here too. */
const MAX_DEPTH = 256
/** Characters between two tags; they are kept to say where in them a fault is. */
const MAX_PIECE = 1 << 24
/** Characters of one tag, and of what comes before the root: the parser keeps them, at many bytes each. */
const MAX_TAG = 1 << 20
/** No entity has a longer name. */
const LONGEST_REFERENCE = 1_000

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

  /** `on` and `off` look their handler up by name, which is slow where it is done at every element. */
  hear(text: ((text: string) => void) | undefined): void {
    this['textHandler'] = text
    this['cdataHandler'] = text
  }
}

export type Attributes = SaxesTagNS['attributes']
/** Looking into an empty set of attributes costs as much as the rest of an element. */
export const NO_ATTRIBUTES: Attributes = {}

export interface XmlHandlers {
  /** `name` is local; `depth`: 1 for the root; `from`: the character of the document behind the tag. */
  open(name: string, attributes: Attributes, depth: number, from: number): void
  /** `to`: the character behind the end tag. */
  close(depth: number, to: number): void
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
  readonly #recent = new RecentText()
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
    this.#parser.on('opentag', ({ local, attributes }) => {
      // Behind the name there was at most a slash or one space.
      const { position } = this.#parser
      const isBare = position - this.#tag <= 1
      this.#markHere()
      this.#tag = Number.POSITIVE_INFINITY
      if (this.#depth === MAX_DEPTH) {
        this.stopped = { code: 'too-deep', data: { cap: MAX_DEPTH } }
        throw new Stop()
      }
      this.#depth++
      handlers.open(local, isBare ? NO_ATTRIBUTES : attributes, this.#depth, position)
    })
    this.#parser.on('closetag', (tag) => {
      this.#closed = tag.name
      this.#markHere()
      handlers.close(this.#depth--, this.#parser.position)
    })
  }

  /** Whether text is handed on; it costs time, so it is off until asked for. */
  listen(on: boolean): void {
    if (on === this.#listening) return
    this.#listening = on
    this.#parser.hear(on ? this.#onText : undefined)
  }

  push(text: string): void {
    if (this.#ended) return
    this.#recent.add(text, this.#parser)
    this.#guarded(() => this.#parser.write(text))
    const fed = this.#recent.length
    if (!this.#ended) this.#bound(fed)
    if (fed - this.#mark > MAX_TAG && this.#depth > 0 && this.#tag > fed) this.#parser.forget()
    this.#recent.forget(this.#mark)
  }

  /** `cut`: there would be more, so what is missing is no fault. */
  end(cut: boolean): void {
    this.encoding = this.#parser.xmlDecl.encoding
    if (this.#ended || cut) return
    // The parser would throw at half a surrogate pair without the other half.
    if (this.#recent.endsInHalf) this.#explain('disallowed character.', this.#recent.length)
    else this.#guarded(() => this.#parser.close())
  }

  get #ended(): boolean {
    return this.fault !== undefined || this.stopped !== undefined
  }

  #guarded(read: () => void): void {
    try {
      read()
    } catch (error) {
      if (error instanceof Refused)
        this.#explain(error.message, Math.min(this.#parser.position, this.#recent.length))
      else if (!(error instanceof Stop)) throw error
    }
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
    const text = this.#recent.before(this.#mark + cap)
    const at = bareAmpersand(text, this.#mark - this.#recent.start)
    if (at >= 0 && at < text.length - LONGEST_REFERENCE) this.#faultAt(at, { code: 'xml-bare-ampersand' })
    else this.stopped = { code: 'piece-too-long', data: { line: this.#recent.placeOf(this.#mark).line, cap } }
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
    const { at, cause } = explainRefusal({
      words,
      text: this.#recent.before(position),
      from: this.#mark - this.#recent.start,
      inRoot: this.#depth > 0,
      closed: this.#closed,
    })
    this.#faultAt(at, cause)
  }

  /** `at`: in the recent text. */
  #faultAt(at: number, cause: FaultCause): void {
    this.fault = { ...this.#recent.placeOf(this.#recent.start + at), ...cause }
  }
}
