import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

export const SCHEMAS = [
  'ledger',
  'report',
  'check',
  'catalogue',
  'dataset-metadata',
  'openapi',
  'score',
  'plan',
  'compare',
  'feedback',
] as const

export const schemaNamed = (name: (typeof SCHEMAS)[number]) =>
  JSON.parse(readFileSync(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: true, allErrors: true })
for (const name of SCHEMAS) ajv.addSchema(schemaNamed(name), name)

/** What the schema says against `value`; nothing when it is valid. */
export function complaints(name: (typeof SCHEMAS)[number], value: unknown): string[] {
  ajv.validate(name, value)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
