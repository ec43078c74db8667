import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import { Faults } from './fault.ts'
import { Beyond, MAX_DEPTH } from './limits.ts'
import { below, tokensOf } from './pointer.ts'
import type { Source } from './source.ts'

const MAX_LEXEMES = 2_500_000
const MAX_ALIASES = 10_000

/** @throws Beyond */
export function readYaml(text: string): Source {
  bound(text)
  const places = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    // The library compares every key with every other; `repeatedKeys` does not.
    uniqueKeys: false,
    lineCounter: places,
    prettyErrors: false,
    logLevel: 'error',
  })
  const lineAt = (offset: number) => places.linePos(offset).line
  const faults = new Faults()
  for (const { code, message, pos } of document.errors) {
    if (code === 'MULTIPLE_DOCS') faults.add('', 'several-documents', {}, lineAt(pos[0]))
    else faults.add('', 'syntax', { detail: message }, lineAt(pos[0]))
  }
  if (faults.count > 0) return { data: undefined, faults, lines: () => new Map() }
  repeatedKeys(document, (pointer, name, offset) =>
    faults.add(below(pointer, name), 'duplicate-key', { name }, lineAt(offset)),
  )
  return {
    data: expanded(document),
    faults,
    lines: (pointers) =>
      new Map(pointers.map((pointer) => [pointer, lineAt(offsetOf(document, tokensOf(pointer)))])),
  }
}

function expanded(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) throw new Beyond('too-many-aliases', { limit: MAX_ALIASES })
    throw error
  }
}

/** The parser recurses into what is nested, at worst until the process ends: so the depth is counted first. */
function bound(text: string): void {
  let count = 0
  let flow = 0
  let marks = 0
  let scalar = false
  let newLine = true
  const indents: number[] = []
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES) throw new Beyond('too-many', { limit: MAX_LEXEMES })
    if (newLine && flow === 0 && !/^\r?\n$/.test(lexeme)) {
      const indent = /^ +$/.test(lexeme) ? lexeme.length : 0
      while ((indents.at(-1) ?? -1) >= indent) indents.pop()
      indents.push(indent)
    }
    newLine = false
    if (scalar) scalar = false
    else if (lexeme === '\u001f') scalar = true
    else if (lexeme === '[' || lexeme === '{') flow++
    else if (lexeme === ']' || lexeme === '}') flow--
    else if (lexeme === '-' || lexeme === '?') marks++
    else if (/^\r?\n$/.test(lexeme)) {
      newLine = true
      marks = 0
    }
    if (flow + marks + indents.length > MAX_DEPTH) throw new Beyond('too-deep', { limit: MAX_DEPTH })
  }
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key)
const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0]

function repeatedKeys(
  document: Document,
  repeated: (pointer: string, name: string, offset: number) => void,
): void {
  const todo: { readonly node: unknown; readonly pointer: string }[] = [
    { node: document.contents, pointer: '' },
  ]
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, pointer } = next
    if (isSeq(node))
      for (const [n, item] of node.items.entries()) todo.push({ node: item, pointer: below(pointer, n) })
    if (!isMap(node)) continue
    const names = new Set<string>()
    for (const { key, value } of node.items) {
      const name = nameOf(key)
      if (names.has(name)) repeated(pointer, name, startOf(key) ?? 0)
      names.add(name)
      if (isMap(value) || isSeq(value)) todo.push({ node: value, pointer: below(pointer, name) })
    }
  }
}

function offsetOf(document: Document, tokens: readonly string[]): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const token of tokens) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => nameOf(key) === token)
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(token)]
      if (node === undefined) break
      offset = startOf(node) ?? offset
    } else break
  }
  return offset
}
