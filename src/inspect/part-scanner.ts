import type { Attributes, PartHandlers } from './part-handlers.ts'
import { IN_NAME, nameTable } from './part-names.ts'
import { Malformed, markup, referencesIn, textIn } from './part-syntax.ts'

/** Bytes between two tags, or of one tag or comment; a cell holds 32,767 characters at most. */
const MAX_PIECE = 1 << 20
const MAX_DEPTH = 1_000
const MAX_ATTRIBUTES = 1_000
const NONE = Buffer.alloc(0)
/** A token that goes on in the next block. */
const INCOMPLETE = -1

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20] as const
const [QUOTE, AMPERSAND, APOSTROPHE, SLASH] = [0x22, 0x26, 0x27, 0x2f] as const
const [LESS, EQUALS, GREATER, BRACKET] = [0x3c, 0x3d, 0x3e, 0x5d] as const

/**
 * Cuts XML into tags and texts, its bytes handled as latin1: strict about well-formedness (XML 1.0 §2), nothing is
 * expanded, and an internal DTD is refused. Namespaces are not looked at. Throws {@link Malformed}.
 */
export function partScanner(handlers: PartHandlers) {
  const { names, locals, slotOf } = nameTable()
  /** Elements that are open, outermost first. */
  const open: string[] = []
  const openLocals: string[] = []
  const attributeNames: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  /** Where a value is not what stands between its quotes. */
  const resolved: (string | undefined)[] = []
  let attributeCount = 0
  /** What is being read, as bytes to look at and as text to cut from. */
  let bytes: Buffer = NONE
  let source = ''
  let nameEnd = 0
  let begun = false
  let declared = false
  let rooted = false

  const attributes: Attributes = {
    get(name) {
      const value = attributes.bytes(name)
      return value === undefined ? undefined : textIn(value)
    },
    bytes(name) {
      for (let k = 0; k < attributeCount; k++)
        if (attributeNames[k] === name) return resolved[k] ?? source.slice(starts[k], ends[k])
      return undefined
    },
    names: () => attributeNames.slice(0, attributeCount),
  }

  function afterSpace(at: number): number {
    for (let i = at; i < source.length; i++) {
      const code = bytes[i]
      if (code !== SPACE && code !== LF && code !== TAB && code !== CR) return i
    }
    return source.length
  }

  /** @returns the slot of the name that begins here; `nameEnd` is where it ends. */
  function nameAt(at: number): number {
    const block = bytes
    const end = block.length
    let i = at
    let hash = 0
    for (; i < end; i++) {
      const code = block[i]!
      if (IN_NAME[code] === 0) break
      hash = (hash * 31 + code) | 0
    }
    nameEnd = i
    return i === end ? INCOMPLETE : slotOf(source, at, i, hash)
  }

  function startTag(at: number): number {
    const block = bytes
    const end = block.length
    const slot = nameAt(at + 1)
    if (slot === INCOMPLETE) return INCOMPLETE
    let i = nameEnd
    const name = names[slot]!
    const local = locals[slot]!
    attributeCount = 0
    let code = block[i]!
    while (code !== GREATER && code !== SLASH) {
      const next = afterSpace(i)
      if (next === end) return INCOMPLETE
      code = block[next]!
      if (code !== GREATER && code !== SLASH) {
        if (next === i) throw new Malformed(`<${textIn(name)}`)
        i = attribute(next)
        if (i === INCOMPLETE || i === end) return INCOMPLETE
        code = block[i]!
      } else i = next
    }
    const isEmpty = code === SLASH
    if (isEmpty) {
      i++
      if (i === end) return INCOMPLETE
      if (block[i] !== GREATER) throw new Malformed(`<${textIn(name)} /`)
    }
    if (open.length === 0) {
      if (rooted) throw new Malformed('two roots')
      rooted = true
    }
    if (open.length === MAX_DEPTH) throw new Malformed(`depth > ${MAX_DEPTH}`)
    handlers.open(local, attributes)
    if (isEmpty) handlers.close(local)
    else {
      open.push(name)
      openLocals.push(local)
    }
    return i + 1
  }

  function attribute(at: number): number {
    const block = bytes
    const end = block.length
    const slot = nameAt(at)
    if (slot === INCOMPLETE) return INCOMPLETE
    const name = names[slot]!
    let i = afterSpace(nameEnd)
    if (i === end) return INCOMPLETE
    if (block[i] !== EQUALS) throw new Malformed(`${textIn(name)} without =`)
    i = afterSpace(i + 1)
    if (i === end) return INCOMPLETE
    const quote = block[i]!
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new Malformed(`${textIn(name)}= without quote`)
    const start = ++i
    let isPlain = true
    for (; i < end; i++) {
      const code = block[i]!
      if (code === quote) break
      if (code < SPACE || code === AMPERSAND) isPlain = false
      else if (code === LESS) throw new Malformed(`< in ${textIn(name)}=`)
    }
    if (i === end) return INCOMPLETE
    for (let k = 0; k < attributeCount; k++)
      if (attributeNames[k] === name) throw new Malformed(`${textIn(name)} twice`)
    if (attributeCount === MAX_ATTRIBUTES) throw new Malformed(`attributes > ${MAX_ATTRIBUTES}`)
    attributeNames[attributeCount] = name
    starts[attributeCount] = start
    ends[attributeCount] = i
    resolved[attributeCount] = isPlain
      ? undefined
      : referencesIn(source.slice(start, i).replace(/\r\n|[\t\n\r]/g, ' '))
    attributeCount++
    return i + 1
  }

  function endTag(at: number): number {
    const name = open[open.length - 1]
    if (name === undefined) throw new Malformed('</ without start')
    let end = at + 2 + name.length
    const isSame = name.length === 1 ? bytes[at + 2] === name.charCodeAt(0) : source.startsWith(name, at + 2)
    if (!isSame || bytes[end] !== GREATER) {
      end = source.indexOf('>', at)
      if (end === -1) return INCOMPLETE
      const found = source.slice(at + 2, end).replace(/[ \t\r\n]+$/, '')
      if (found !== name) throw new Malformed(`<${textIn(name)}> … </${textIn(found.slice(0, 100))}>`)
    }
    open.pop()
    handlers.close(openLocals.pop()!)
    return end + 1
  }

  /** A text ends where a tag begins. */
  function characters(at: number): number {
    const block = bytes
    const end = block.length
    let isPlain = true
    let i = at
    for (; i < end; i++) {
      const code = block[i]!
      if (code === LESS) break
      if (code < SPACE ? code !== LF && code !== TAB : code === AMPERSAND || code === BRACKET) isPlain = false
    }
    if (i === end) return INCOMPLETE
    give(isPlain ? source.slice(at, i) : plain(source.slice(at, i)))
    return i
  }

  function plain(text: string): string {
    if (text.includes(']]>')) throw new Malformed(']]>')
    return referencesIn(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  }

  function give(text: string): void {
    if (open.length > 0) handlers.text(text)
    else if (/[^ \t\r\n]/.test(text)) throw new Malformed('text outside the root')
  }

  /** Comments, CDATA, processing instructions, the declaration and a DOCTYPE. */
  function other(at: number): number {
    const found = markup(source, at, { begun, mayDeclare: !declared && !rooted, inRoot: open.length > 0 })
    if (!found) return INCOMPLETE
    declared ||= source.startsWith('<!D', at)
    if (found.text !== undefined) give(found.text)
    return found.end
  }

  function scan(): number {
    const block = bytes
    const end = block.length
    let at = 0
    while (at < end) {
      const second = block[at + 1]
      const next =
        block[at] !== LESS
          ? characters(at)
          : at + 1 === end
            ? INCOMPLETE
            : second === SLASH
              ? endTag(at)
              : second === 0x21 || second === 0x3f
                ? other(at)
                : startTag(at)
      if (next - at > MAX_PIECE || (next === INCOMPLETE && end - at > MAX_PIECE))
        throw new Malformed(`> ${MAX_PIECE}`)
      if (next === INCOMPLETE) break
      begun = true
      at = next
    }
    return at
  }

  return {
    push(block: Buffer): void {
      bytes = bytes.length === 0 ? block : Buffer.concat([bytes, block])
      source = bytes.toString('latin1')
      const used = scan()
      // The block belongs to who gave it.
      bytes = used === bytes.length ? NONE : Buffer.from(bytes.subarray(used))
    },
    end(): void {
      const left = bytes.toString('latin1')
      if (left.startsWith('<')) throw new Malformed(`${textIn(left.slice(0, 20))}…`)
      give(left)
      if (open.length > 0) throw new Malformed(`<${textIn(open.at(-1)!)}> is not closed`)
      if (!rooted) throw new Malformed('no root')
    },
  }
}
