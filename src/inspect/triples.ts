import type { Format } from '../core/format.ts'

const COMMENTS = /^(?:#[^\n]*\n\s*)*/
const TURTLE = /^(?:@prefix|@base|prefix\s+[\w.-]*:|base)\s*[\w.-]*:?\s*</i
const IRI = '<[a-z][\\w+.-]*:[^<>"\\s]*>'
const NODE = `(?:${IRI}|_:[^\\s<>"]+)`
const LITERAL = `"(?:[^"\\\\\\r\\n]|\\\\.)*"(?:@[\\w-]+|\\^\\^${IRI})?`
/** One statement to a line, in full; in N-Quads the graph's name comes last. */
const STATEMENT = new RegExp(
  `^${NODE}[ \\t]*${IRI}[ \\t]*(?:${NODE}|${LITERAL})[ \\t]*(${NODE})?[ \\t]*\\.`,
  'i',
)

/** RDF by the first characters; each file of N-Triples is one of Turtle, so then it is called as declared. */
export function triplesIn(decoded: string, declared: Format | undefined): Format | undefined {
  const text = decoded.trimStart().replace(COMMENTS, '')
  if (TURTLE.test(text)) return 'turtle'
  const [statement, graph] = STATEMENT.exec(text) ?? []
  if (statement === undefined) return undefined
  if (graph !== undefined) return 'nquads'
  return declared === 'turtle' || declared === 'nquads' ? declared : 'ntriples'
}

/** Whether it names what the same thing is elsewhere. */
export const leadsOn = (text: string): boolean =>
  /[:/#](?:sameAs|seeAlso|exactMatch|closeMatch)(?=[>\s])/.test(text)
