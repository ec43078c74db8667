import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { Data } from '../core/localised.ts'
import { below, isObject, valueAt } from './pointer.ts'
import type { MessageId } from './words.ts'

export interface Explained {
  readonly at: string
  readonly id: MessageId
  readonly data: Data
}

/** Says of ajv's errors what a reader can act on; those that only repeat others are left out. */
export function explain({ errors, schema }: ValidateFunction): readonly Explained[] {
  const telling = meant(errors ?? [])
  const troubled = new Set<string>()
  for (const { keyword, instancePath } of telling)
    for (let at = instancePath; !keyword.startsWith('unevaluated') && !troubled.has(at); at = outer(at))
      troubled.add(at)
  return telling.flatMap((error) => {
    // A part of the schema that failed does not count what it knows: then only names nobody knows are told.
    const name: unknown = error.params['unevaluatedProperty']
    return troubled.has(error.instancePath) && knows(error.parentSchema!, String(name), schema)
      ? []
      : [say(error)]
  })
}

const outer = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))

const namesOf = new WeakMap<object, ReadonlySet<string>>()

/** Whether a schema names a field, itself or in what it refers to. */
function knows(parent: object, name: string, root: unknown): boolean {
  const known = namesOf.get(parent)
  if (known) return known.has(name)
  const text = JSON.stringify(parent)
  const referred = [...text.matchAll(/"\$ref":"#(\/[^"]+)"/g)].map(([, pointer]) => valueAt(root, pointer!))
  const texts = [text, ...referred.map((schema) => JSON.stringify(schema) ?? '')]
  namesOf.set(
    parent,
    new Set(texts.flatMap((part) => [...part.matchAll(/"([^"]+)":/g)].map(([, key]) => key!))),
  )
  return knows(parent, name, root)
}

/** Without the errors of branches that were not meant. */
function meant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = []
  for (const error of errors) {
    const { keyword, schemaPath, instancePath } = error
    if (keyword === 'if' || error.propertyName !== undefined) continue
    if (keyword !== 'oneOf' && keyword !== 'anyOf') {
      kept.push(error)
      continue
    }
    const inner: ErrorObject[] = []
    const own = schemaPath.slice(0, schemaPath.lastIndexOf('/'))
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const below = last.instancePath === instancePath || last.instancePath.startsWith(`${instancePath}/`)
      const beside = last.schemaPath === `${own}/${last.keyword}`
      if (!below || beside) break
      inner.unshift(kept.pop()!)
    }
    const deeper = inner.filter((child) => child.instancePath !== instancePath)
    const values = inner.filter((child) => child.keyword !== 'type')
    if (alternatives(error)) kept.push(error)
    else if (deeper.length > 0) kept.push(...deeper)
    else kept.push(...(values.length > 0 ? values : inner.length > 0 ? inner : [error]))
  }
  return kept
}

/** Fields of which one must be there, when a choice is about nothing else. */
function alternatives({ schema }: ErrorObject): readonly string[] | undefined {
  const names = Array.isArray(schema)
    ? schema.map((branch: unknown) => {
        const required = isObject(branch) && Object.keys(branch).length === 1 ? branch['required'] : undefined
        return Array.isArray(required) && required.length === 1 ? String(required[0]) : undefined
      })
    : []
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined
}

type Say = (error: ErrorObject) => Omit<Explained, 'at'> & { readonly below?: string }

const SAY: Readonly<Record<string, Say>> = {
  required: ({ params, instancePath }) =>
    params['missingProperty'] === 'default' && instancePath.endsWith('/responses')
      ? { id: 'no-response', data: {} }
      : { id: 'missing-field', data: { name: params['missingProperty'] } },
  additionalProperties: (error) => unknownField(error, error.params['additionalProperty']),
  unevaluatedProperties: (error) => unknownField(error, error.params['unevaluatedProperty']),
  type: ({ params, data }) => ({
    id: 'wrong-type',
    data: { expected: [params['type']].flat(), found: typeOf(data) },
  }),
  enum: ({ params, data }) => ({
    id: 'wrong-value',
    data: { value: shown(data), allowed: params['allowedValues'].map(shown) },
  }),
  const: ({ params, data }) => ({
    id: 'wrong-value',
    data: { value: shown(data), allowed: [shown(params['allowedValue'])] },
  }),
  pattern: ({ params, data }) => ({
    id: 'wrong-pattern',
    data: { value: shown(data), pattern: params['pattern'] },
  }),
  format: ({ params, data }) => ({
    id: 'wrong-format',
    data: { value: shown(data), format: params['format'] },
  }),
  propertyNames: ({ params, schema }) => ({
    id: 'bad-name',
    data: { name: params['propertyName'], pattern: (schema as { pattern?: string }).pattern ?? '' },
    below: params['propertyName'],
  }),
  uniqueItems: ({ params }) => ({ id: 'repeated-item', data: { first: params['j'], second: params['i'] } }),
  'false schema': () => ({ id: 'field-not-here', data: {} }),
  minProperties: ({ params, instancePath }) =>
    instancePath.endsWith('/responses')
      ? { id: 'no-response', data: {} }
      : { id: 'too-few', data: { limit: params['limit'] } },
  minItems: ({ params }) => ({ id: 'too-few', data: { limit: params['limit'] } }),
  contains: () => ({ id: 'two-query-strings', data: {} }),
  oneOf: (error) => ({ id: 'exactly-one', data: { names: alternatives(error) ?? [] } }),
  anyOf: (error) => ({ id: 'at-least-one', data: { names: alternatives(error) ?? [] } }),
  not: ({ schema, instancePath }) => {
    const required = isObject(schema) ? schema['required'] : undefined
    if (Array.isArray(required)) return { id: 'not-together', data: { names: required.map(String) } }
    if (instancePath.endsWith('/responses')) return { id: 'no-response', data: {} }
    return { id: 'query-and-query-string', data: {} }
  },
}

function say(error: ErrorObject): Explained {
  const words = SAY[error.keyword]?.(error)
  const named = words?.id === 'exactly-one' || words?.id === 'at-least-one'
  if (!words || (named && (words.data['names'] as readonly string[]).length === 0))
    return { at: error.instancePath, id: 'against-schema', data: { detail: error.message ?? error.keyword } }
  const at = words.below === undefined ? error.instancePath : below(error.instancePath, words.below)
  return { at, id: words.id, data: words.data }
}

function unknownField({ instancePath }: ErrorObject, name: string) {
  const place = instancePath.slice(instancePath.lastIndexOf('/') + 1)
  const id =
    place === 'paths' && instancePath === '/paths'
      ? 'path-without-slash'
      : place === 'responses' && instancePath !== '/components/responses'
        ? 'bad-status'
        : name === '<<'
          ? 'merge-key'
          : 'unknown-field'
  return { id, data: { name }, below: name } as const
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

/** A value as JSON, short enough for a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? typeOf(value) : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
