import { CHECKS } from './checks/index.ts'
import { schemaObjects } from './checks/schema-objects.ts'
import type { Context } from './context.ts'
import { explain } from './explain.ts'
import { type Fault, Faults, type OpenapiResult, type Verdict } from './fault.ts'
import { Beyond, MANY_NODES, MAX_BYTES, measure } from './limits.ts'
import { type Fields, isObject } from './pointer.ts'
import { read } from './read.ts'
import { resolver } from './references.ts'
import { validatorsFor } from './schemas.ts'
import type { Source } from './source.ts'
import { type Version, versionOf } from './version.ts'
import { walk } from './walk.ts'

export type { Fault, OpenapiResult, Verdict } from './fault.ts'
export { MAX_BYTES } from './limits.ts'
export { MESSAGES, TYPE_WORDS } from './words.ts'

/** Judges one OpenAPI or Swagger document by its official schema and by what only its text says. */
export function validate(bytes: Uint8Array): OpenapiResult {
  let version: string | null = null
  try {
    if (bytes.length > MAX_BYTES) throw new Beyond('too-large', { limit: MAX_BYTES / 2 ** 20 })
    const source = read(bytes)
    if (source.data === undefined) return answer('invalid', source.faults, source, version)
    const nodes = measure(source.data)
    const named = versionOf(source.data)
    version = named.text
    if (named.state === 'none') source.faults.add('', 'not-openapi')
    if (named.state === 'no-version')
      source.faults.add(`/${named.field}`, 'no-version', { field: named.field })
    if (named.state === 'unknown') {
      const unknown = new Faults()
      unknown.add(`/${named.field}`, 'unknown-version', { version: named.text })
      return answer('unsupported', unknown, source, version)
    }
    if (named.state !== 'known' || !isObject(source.data))
      return answer('invalid', source.faults, source, version)
    return judge(source, source.data, named.version, named.text, nodes)
  } catch (error) {
    if (!(error instanceof Beyond)) throw error
    const faults = [{ pointer: '', id: error.id, data: error.data }]
    return { version, verdict: 'unverified', faults, more: 0 }
  }
}

function judge(source: Source, root: Fields, version: Version, text: string, nodes: number): OpenapiResult {
  const { faults } = source
  const doubts = new Faults()
  const validators = validatorsFor(version, nodes <= MANY_NODES)
  if (!validators.document(root))
    for (const { at, id, data } of explain(validators.document)) faults.add(at, id, data)
  const visits = walk(root, version)
  const context: Context = {
    version,
    root,
    visits: (kind) => visits.get(kind) ?? [],
    ...resolver(visits, version === '3.1' || version === '3.2'),
    fault: (pointer, id, data) => faults.add(pointer, id, data),
    doubt: (pointer, id, data) => doubts.add(pointer, id, data),
  }
  for (const check of [...CHECKS, schemaObjects(validators)]) check(context)
  if (faults.count > 0) return answer('invalid', faults, source, text)
  return answer(doubts.count > 0 ? 'unverified' : 'valid', doubts, source, text)
}

function answer(verdict: Verdict, found: Faults, source: Source, version: string | null): OpenapiResult {
  const kept = [...found.kept.values()]
  const lines = source.lines(kept.map(({ pointer }) => pointer))
  const placed = kept.map((fault): Fault => {
    const line = fault.line ?? (fault.pointer === '' ? undefined : lines.get(fault.pointer))
    return { ...fault, ...(line !== undefined && { line }) }
  })
  const faults = placed.sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  return { version, verdict, faults, more: found.count - kept.length }
}
