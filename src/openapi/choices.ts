import { isObject, valueAt } from './pointer.ts'

export type Schema = Readonly<Record<string, unknown>>

interface Branch {
  readonly schema: Schema
  /** `in: query`, `type: apiKey`: what only this branch may say. */
  readonly constants: ReadonlyMap<string, string>
  readonly shape?: Schema
}

/**
 * The same schema with `oneOf` written as if-then-else wherever the branches exclude each other by `$ref`, by type
 * or by the only value of a field: then ajv reports the branch that was meant, not all of them.
 */
export function settled(node: unknown, root: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => settled(item, root))
  if (!isObject(node)) return node
  const fields = Object.entries(node)
  const choice = fields.find(([name, value]) => /^(?:oneOf|anyOf)$/.test(name) && Array.isArray(value))
  const decided = choice && decide(choice[1] as Schema[], root)
  if (!choice || !decided)
    return Object.fromEntries(fields.map(([name, value]) => [name, settled(value, root)]))
  const { [choice[0]]: _, allOf = [], ...rest } = node
  return settled({ ...rest, allOf: [...(allOf as Schema[]), decided] }, root)
}

function decide(schemas: readonly Schema[], root: unknown): Schema | undefined {
  const branches = schemas.flatMap((schema) => branchesOf(schema, root))
  const shaped = branches.filter(({ shape }) => shape)
  const named = branches.filter(({ shape, constants }) => !shape && constants.size > 0)
  const [open, ...others] = branches.filter(({ shape, constants }) => !shape && constants.size === 0)
  if (others.length > 0) return undefined
  let rest = open ? open.schema : byConstant(named, [])
  if (!rest) return undefined
  if (open) for (const { schema, constants } of named) rest = either(says(constants), schema, rest)
  for (const { schema, shape } of shaped) rest = either(shape!, schema, rest)
  return rest
}

// biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
const either = (test: Schema, yes: Schema, no: Schema): Schema => ({ if: test, then: yes, else: no })

const says = (constants: ReadonlyMap<string, string>): Schema => ({
  type: 'object',
  required: [...constants.keys()],
  properties: Object.fromEntries([...constants].map(([name, value]) => [name, { const: value }])),
})

/** By a field that all branches fix; those that fix it alike, by the next such field. */
function byConstant(branches: readonly Branch[], used: readonly string[]): Schema | undefined {
  const [first, ...others] = branches
  if (first && others.length === 0) return first.schema
  const key = [...(first?.constants.keys() ?? [])].find(
    (name) => !used.includes(name) && others.every(({ constants }) => constants.has(name)),
  )
  if (key === undefined) return undefined
  const values = [...new Set(branches.map(({ constants }) => constants.get(key)!))]
  const cases = values.map((value) => {
    const same = branches.filter(({ constants }) => constants.get(key) === value)
    return { value, schema: byConstant(same, [...used, key]) }
  })
  if (cases.some(({ schema }) => !schema)) return undefined
  return {
    required: [key],
    properties: { [key]: { enum: values } },
    allOf: cases.map(({ value, schema }) => either(says(new Map([[key, value]])), schema!, {})),
  }
}

function branchesOf(schema: Schema, root: unknown): Branch[] {
  const target = typeof schema['$ref'] === 'string' ? valueAt(root, schema['$ref'].slice(1)) : schema
  if (!isObject(target)) return [{ schema, constants: new Map() }]
  const { oneOf, ...common } = target
  if (Array.isArray(oneOf)) {
    const inner = oneOf.flatMap((branch) => branchesOf(branch as Schema, root))
    if (inner.every(({ constants, shape }) => !shape && constants.size > 0))
      return inner.map((branch) => ({ ...branch, schema: { ...common, allOf: [branch.schema] } }))
  }
  const constants = constantsOf(target)
  const shape = shapeOf(target)
  return [{ schema, constants, ...(shape && { shape }) }]
}

function shapeOf({ type, required }: Schema): Schema | undefined {
  if (type === 'boolean' || type === 'array') return { type }
  return Array.isArray(required) && required.length === 1 && required[0] === '$ref'
    ? { type: 'object', required: ['$ref'] }
    : undefined
}

function constantsOf({ properties }: Schema): ReadonlyMap<string, string> {
  const fixed = Object.entries(isObject(properties) ? properties : {}).flatMap(([name, value]) => {
    const values = isObject(value) ? value['enum'] : undefined
    const [only, ...more] = Array.isArray(values) ? (values as unknown[]) : []
    return typeof only === 'string' && more.length === 0 ? [[name, only] as const] : []
  })
  return new Map(fixed)
}
