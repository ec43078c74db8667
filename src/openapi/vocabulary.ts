const string = { type: 'string' }
const boolean = { type: 'boolean' }
const extensible = { patternProperties: { '^x-': true }, additionalProperties: false }
const reference = { type: 'string', format: 'uri-reference' }
const mapping = { type: 'object', additionalProperties: string }
const externalDocs = {
  type: 'object',
  required: ['url'],
  properties: { url: reference, description: string },
  ...extensible,
}
const xml = { name: string, namespace: string, prefix: string, attribute: boolean, wrapped: boolean }

/** The fields OpenAPI adds to JSON Schema (Schema Object, fixed fields of 3.1 and 3.2). */
export const VOCABULARY = {
  '3.1': {
    properties: {
      discriminator: {
        type: 'object',
        required: ['propertyName'],
        properties: { propertyName: string, mapping },
        ...extensible,
      },
      xml: { type: 'object', properties: xml, ...extensible },
      externalDocs,
    },
  },
  '3.2': {
    properties: {
      discriminator: {
        type: 'object',
        required: ['propertyName'],
        properties: { propertyName: string, mapping, defaultMapping: string },
        ...extensible,
      },
      xml: {
        type: 'object',
        properties: { ...xml, nodeType: { enum: ['element', 'attribute', 'text', 'cdata', 'none'] } },
        allOf: ['attribute', 'wrapped'].map((old) => ({ not: { required: ['nodeType', old] } })),
        ...extensible,
      },
      externalDocs,
    },
  },
} as const
