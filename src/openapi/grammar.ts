/** What stands where in a document, for everything that may be a `$ref` or that a check asks about. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'link'
  | 'callback'
  | 'example'
  | 'securityScheme'
  | 'server'
  | 'schema'
  | 'items'

/** `map`: any names; `paths`: names of paths, statuses or expressions, beside which `x-…` is no entry. */
export type Shape = 'one' | 'list' | 'map' | 'paths'
export type Field = readonly [shape: Shape, kind: Kind]
export type Grammar = Readonly<Record<Kind, Readonly<Record<string, Field>>>>

const each = (names: string, field: Field): Record<string, Field> =>
  Object.fromEntries(names.split(' ').map((name) => [name, field]))

const media = {
  schema: ['one', 'schema'],
  itemSchema: ['one', 'schema'],
  examples: ['map', 'example'],
} as const
const encodings = {
  encoding: ['map', 'encoding'],
  prefixEncoding: ['list', 'encoding'],
  itemEncoding: ['one', 'encoding'],
} as const
const content = { content: ['map', 'mediaType'] } as const
const servers = { servers: ['list', 'server'] } as const

/** 3.0, 3.1 and 3.2: what an older one does not know is an unknown field there, found by its schema. */
export const OPENAPI: Grammar = {
  document: {
    ...servers,
    paths: ['paths', 'pathItem'],
    webhooks: ['map', 'pathItem'],
    components: ['one', 'components'],
  },
  components: {
    schemas: ['map', 'schema'],
    responses: ['map', 'response'],
    parameters: ['map', 'parameter'],
    examples: ['map', 'example'],
    requestBodies: ['map', 'requestBody'],
    headers: ['map', 'header'],
    securitySchemes: ['map', 'securityScheme'],
    links: ['map', 'link'],
    callbacks: ['map', 'callback'],
    pathItems: ['map', 'pathItem'],
    mediaTypes: ['map', 'mediaType'],
  },
  pathItem: {
    ...servers,
    ...each('get put post delete options head patch trace query', ['one', 'operation']),
    additionalOperations: ['map', 'operation'],
    parameters: ['list', 'parameter'],
  },
  operation: {
    ...servers,
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'requestBody'],
    responses: ['paths', 'response'],
    callbacks: ['map', 'callback'],
  },
  callback: { '': ['paths', 'pathItem'] },
  parameter: { ...media, ...content },
  header: { ...media, ...content },
  requestBody: content,
  mediaType: { ...media, ...encodings },
  encoding: { headers: ['map', 'header'], ...encodings },
  response: { headers: ['map', 'header'], ...content, links: ['map', 'link'] },
  link: { server: ['one', 'server'] },
  example: {},
  securityScheme: {},
  server: {},
  items: {},
  schema: {
    ...each('properties patternProperties dependentSchemas $defs', ['map', 'schema']),
    ...each('allOf anyOf oneOf prefixItems', ['list', 'schema']),
    ...each('not if then else contains propertyNames items additionalProperties', ['one', 'schema']),
    ...each('unevaluatedItems unevaluatedProperties contentSchema', ['one', 'schema']),
  },
}

/** 2.0. */
export const SWAGGER: Grammar = {
  ...OPENAPI,
  document: {
    paths: ['paths', 'pathItem'],
    definitions: ['map', 'schema'],
    parameters: ['map', 'parameter'],
    responses: ['map', 'response'],
  },
  operation: { parameters: ['list', 'parameter'], responses: ['paths', 'response'] },
  parameter: { schema: ['one', 'schema'], items: ['one', 'items'] },
  response: { schema: ['one', 'schema'], headers: ['map', 'header'] },
  header: { items: ['one', 'items'] },
  items: { items: ['one', 'items'] },
}
