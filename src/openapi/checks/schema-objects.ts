import type { Check } from '../context.ts'
import { explain } from '../explain.ts'
import { below, own } from '../pointer.ts'
import type { Validators } from '../schemas.ts'

const DIALECT =
  /^https:\/\/(?:json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.[12]\/dialect\/(?:base|\d{4}-\d\d-\d\d))#?$/

/** Since 3.1 Schema Objects are JSON Schema, which the schema of the document does not look into. */
export const schemaObjects =
  ({ schemaObject, vocabulary }: Validators): Check =>
  ({ root, visits, fault, doubt }) => {
    if (!schemaObject || !vocabulary) return
    const dialect = own(root, 'jsonSchemaDialect')
    if (typeof dialect === 'string' && !DIALECT.test(dialect)) {
      if (visits('schema').length > 0) doubt('/jsonSchemaDialect', 'other-dialect', { dialect })
      return
    }
    const foreign: string[] = []
    for (const { node, pointer } of visits('schema')) {
      const named = own(node, '$schema')
      if (typeof named !== 'string' || DIALECT.test(named)) continue
      foreign.push(pointer)
      doubt(below(pointer, '$schema'), 'other-dialect', { dialect: named })
    }
    const spoken = (pointer: string) =>
      !foreign.some((outer) => pointer === outer || pointer.startsWith(`${outer}/`))
    for (const { node, pointer, parent } of visits('schema')) {
      const validators = parent === 'schema' ? [vocabulary] : [schemaObject, vocabulary]
      for (const validate of validators)
        if (!validate(node))
          for (const { at, id, data } of explain(validate))
            if (spoken(pointer + at)) fault(pointer + at, id, data)
    }
  }
