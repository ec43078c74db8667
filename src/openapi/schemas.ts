import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Schema, settled } from './choices.ts'
import { DRAFT_04 } from './draft-04.ts'
import { isObject, valueAt } from './pointer.ts'
import type { Version } from './version.ts'
import { VOCABULARY } from './vocabulary.ts'

const JSON_SCHEMA = 'https://json-schema.org/draft/2020-12/schema'

export interface Validators {
  readonly document: ValidateFunction
  /** A Schema Object of 3.1 and later as JSON Schema; the schema of the document leaves it open. */
  readonly schemaObject?: ValidateFunction
  /** What OpenAPI adds to it. */
  readonly vocabulary?: ValidateFunction
}

const compiled = new Map<string, Validators>()

/** Compiled once per process. `all: false` stops at the first fault. */
export function validatorsFor(version: Version, all: boolean): Validators {
  const key = `${version} ${all}`
  const known = compiled.get(key)
  if (known) return known
  const ajv = new Ajv2020({
    allErrors: all,
    verbose: true,
    strict: false,
    validateSchema: false,
    logger: false,
  })
  formats.default(ajv)
  ajv.addFormat('media-range', true)
  // JSON Schema says SHOULD of a pattern, and not in which dialect.
  ajv.addFormat('regex', true)
  const reference = ajv.formats['uri-reference'] as RegExp
  // The specification's own examples have `{name}` in references.
  ajv.addFormat('uri-reference', (text: string) => reference.test(text.replace(/[{}]/g, '')))
  ajv.addSchema(DRAFT_04)
  const document = ajv.compile(schemaOf(version))
  const validators =
    version === '2.0' || version === '3.0'
      ? { document }
      : {
          document,
          schemaObject: ajv.getSchema(JSON_SCHEMA) as ValidateFunction,
          vocabulary: ajv.compile(VOCABULARY[version]),
        }
  compiled.set(key, validators)
  return validators
}

/** The official schema as the library ships it, in the draft and the form that we compile. */
function schemaOf(version: Version): Schema {
  const file = createRequire(import.meta.url).resolve(
    `@seriousme/openapi-schema-validator/schemas/v${version}/schema.json`,
  )
  const official = JSON.parse(readFileSync(file, 'utf8')) as Schema
  const { id: _, $schema: __, ...rest } = official
  const amended = AMEND[version]?.(rest) ?? rest
  return settled(modern(amended), amended) as Schema
}

/** Draft 4 spelled `exclusiveMinimum` as a flag. */
function modern(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(modern)
  if (!isObject(node)) return node
  const { minimum, exclusiveMinimum, ...rest } = node
  const bounds = exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum, exclusiveMinimum }
  return Object.fromEntries(
    Object.entries({ ...rest, ...bounds }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, modern(value)]],
    ),
  )
}

/** Where a schema is stricter than the text that it stands for, or unreadable in what it reports. */
const AMEND: Partial<Record<Version, (schema: Schema) => Schema>> = {
  '2.0': (schema) => {
    const definitions = schema['definitions'] as Schema
    const reference = { type: 'object', required: ['$ref'], properties: { $ref: { type: 'string' } } }
    const plain = valueAt(schema, '/definitions/schema') as Schema
    const { $ref: _, ...properties } = plain['properties'] as Schema
    return {
      ...schema,
      definitions: {
        ...definitions,
        // Fields beside a `$ref` SHALL be ignored, not refused.
        jsonReference: reference,
        schema: { oneOf: [{ $ref: '#/definitions/jsonReference' }, { $ref: '#/definitions/plainSchema' }] },
        plainSchema: { ...plain, properties },
      },
    }
  },
  '3.0': (schema) => ({
    ...schema,
    definitions: {
      ...(schema['definitions'] as Schema),
      SchemaXORContent: {
        oneOf: [{ required: ['schema'] }, { required: ['content'] }],
        if: { required: ['content'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: {
          properties: { style: false, explode: false, allowReserved: false, example: false, examples: false },
        },
      },
    },
  }),
}
