import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type OpenapiResult, validate } from '../../src/openapi/index.ts'
import { BASE, type Base, change } from './documents.ts'

const judged = (text: string | Uint8Array): OpenapiResult => validate(Buffer.from(text as string))
const told = ({ faults }: OpenapiResult) => faults.map(({ pointer, id }) => [pointer, id])
const asJson = (yaml: string) => JSON.stringify(parse(yaml), null, 1)

describe('valid documents', () => {
  it.each(Object.entries(BASE))('%s in YAML and in JSON', (version, yaml) => {
    for (const text of [yaml, asJson(yaml), `\uFEFF${yaml}`, yaml.replaceAll('\n', '\r\n')]) {
      const result = judged(text)
      expect(told(result)).toEqual([])
      expect(result).toMatchObject({ verdict: 'valid', more: 0 })
      expect(result.version).toMatch(new RegExp(`^${version.replace('.', '\\.')}`))
    }
  })

  // biome-ignore format: a table
  it.each<[what: string, base: Base, from: string, to: string]>([
    ['a field beside $ref is ignored', '2.0', "- $ref: '#/parameters/limit'", "- {$ref: '#/parameters/limit', x: 1}"],
    ['so in a schema', '2.0', "schema: {$ref: '#/definitions/測站'}}\n    post", "schema: {$ref: '#/definitions/測站', x: 1}}\n    post"],
    ['two paths that differ in a name, of which 2.0 says nothing', '2.0', 'parameters:\n  limit', 'x-a: 1\nparameters:\n  limit'],
    ['own fields anywhere', '3.0', '        200:', '        x-y: {$ref: nowhere}\n        200:'],
    ['a trailing comma, as YAML allows', '3.0', 'version: "1"}', 'version: "1",}'],
    ['anchors and aliases', '3.0', 'Error: {description: 失敗}', 'Error: &e {description: 失敗}\n    Other: *e'],
    ['the same parameter in another place', '3.0', "- $ref: '#/components/parameters/limit'", "- $ref: '#/components/parameters/limit'\n        - {name: limit, in: header, schema: {}}"],
    ['an operation overrides a parameter', '3.0', "- $ref: '#/components/parameters/limit'", '- {name: id, in: path, required: true, schema: {}}'],
    ['a reference with percent-encoding', '3.0', "'#/paths/~1sites~1{id}/get'", "'#/paths/~1sites~1%7Bid%7D/get'"],
    ['property names that are keywords elsewhere', '3.0', 'properties: {id:', 'properties: {default: {type: string}, $ref: {type: string}, id:'],
    ['the whole document', '3.1', "near: {$ref: '#/components/schemas/Site'}", "near: {$ref: '#'}"],
    ['a path without operations needs no parameters', '3.1', 'paths:', 'paths:\n  /empty/{x}: {}'],
    ['no paths at all', '3.1', 'paths:', 'x-paths:'],
    ['a boolean schema', '3.1', 'schema: {type: string}', 'schema: true'],
    ['a schema that is its own reference', '3.1', 'Place: {$anchor', "Loop: {$ref: '#/components/schemas/Loop'}\n    Place: {$anchor"],
    ['another name of the dialect', '3.1', 'openapi: 3.1.0', 'openapi: 3.1.1\njsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base'],
    ['a scheme by its address', '3.2', '{key: []}', "{'#/components/securitySchemes/key': []}"],
    ['names like those of JavaScript', '3.0', 'properties: {id:', 'properties: {__proto__: {type: string}, constructor: {type: string}, toString: {type: string}, id:'],
  ])('%s (%s %s)', (_, base, from, to) => {
    const text = change(base, from, to)
    expect(told(judged(text))).toEqual([])
    expect(judged(text).verdict).toBe('valid')
  })
})

const GET = '/paths/~1sites~1{id}/get'
const SITE = '/components/schemas/Site'

describe('each of these is found, and nothing else', () => {
  // biome-ignore format: a table
  it.each<[base: Base, from: string, to: string, pointer: string, id: string]>([
    // By the schemas.
    ['2.0', ', version: "1"', '', '/info', 'missing-field'],
    ['2.0', 'in: query, type: integer', 'in: qury, type: integer', '/parameters/limit/in', 'wrong-value'],
    ['2.0', 'in: header', 'in: cookie', '/securityDefinitions/key/in', 'wrong-value'],
    ['2.0', 'basePath: /api', 'basePath: api', '/basePath', 'wrong-pattern'],
    ['2.0', '201:', 'OK:', '/paths/~1sites~1{id}/post/responses/OK', 'bad-status'],
    ['2.0', '/sites/{id}:\n    parameters:\n      - {name: id, in: path, required: true', '/sites/{id}:\n    parameters:\n      - {name: id, in: path', '/paths/~1sites~1{id}/parameters/0', 'missing-field'],
    ['3.0', 'version: "1"', 'version: 1.0', '/info/version', 'wrong-type'],
    ['3.0', 'description: 失敗', 'descripton: 失敗', '/components/responses/Error', 'missing-field'],
    ['3.0', 'required: true, schema: {type: string}', 'required: true, schema: {type: strng}', '/paths/~1sites~1{id}/parameters/0/schema/type', 'wrong-value'],
    ['3.0', 'in: query, schema: {type: integer}', 'in: query', '/components/parameters/limit', 'exactly-one'],
    ['3.0', 'in: query, schema: {type: integer}', 'in: body, schema: {type: integer}', '/components/parameters/limit/in', 'wrong-value'],
    ['3.0', 'in: query, schema: {type: integer}', 'in: query, schema: {type: integer}, example: 1, examples: {}', '/components/parameters/limit', 'not-together'],
    ['3.0', '{default: a.gov.tw, enum', '{enum', '/servers/0/variables/host', 'missing-field'],
    ['3.0', 'paths:\n  /sites', 'paths:\n  sites: {}\n  /sites', '/paths/sites', 'path-without-slash'],
    ['3.0', 'version: "1"}', 'version: "1", contact: {email: me}}', '/info/contact/email', 'wrong-format'],
    ['3.0', 'version: "1"}', 'version: "1", license: {name: a, url: 授權 條款}}', '/info/license/url', 'wrong-format'],
    ['3.0', 'again: {operationId: site}', "again: {operationId: site, operationRef: '#/info'}", `${GET}/responses/200/links/again`, 'not-together'],
    ['3.1', 'title: 空氣品質測站', 'titel: 空氣品質測站', '/info', 'missing-field'],
    ['3.1', 'tags: [{name: a}', 'tags: [{nam: a}', '/tags/0', 'missing-field'],
    ['3.1', 'in: header', 'in: body', '/components/securitySchemes/key/in', 'wrong-value'],
    ['3.1', '    limit:', '    "a b": {name: a, in: query, schema: {}}\n    limit:', '/components/parameters/a b', 'bad-name'],
    ['3.1', 'description: 成功', 'summary: 成功', `${GET}/responses/200`, 'missing-field'],
    ['3.1', '[integer, ', '[int, ', '/components/parameters/limit/schema/type/0', 'wrong-value'],
    ['3.1', 'exclusiveMinimum: 0', 'exclusiveMinimum: true', '/components/parameters/limit/schema/exclusiveMinimum', 'wrong-type'],
    ['3.1', 'discriminator: {propertyName: id}', 'discriminator: id', `${SITE}/discriminator`, 'wrong-type'],
    ['3.1', 'discriminator: {propertyName: id}', 'discriminator: {}', `${SITE}/discriminator`, 'missing-field'],
    ['3.2', '"200": {content', 'OK: {}\n        "200": {content', '/paths/~1sites~1{id}/query/responses/OK', 'bad-status'],
    ['3.2', 'LOCK:', 'GET:', '/paths/~1sites~1{id}/additionalOperations/GET', 'bad-name'],
    ['3.2', '{nodeType: element}', '{nodeType: element, attribute: true}', `${SITE}/xml`, 'not-together'],
    ['3.2', 'security: [{key: []}]', 'parameters: [{name: a, in: query, schema: {}}, {name: b, in: querystring, content: {a/b: {}}}]', '/paths/~1sites~1{id}/query/parameters', 'query-and-query-string'],
    ['3.2', 'openapi.yaml\ninfo', 'openapi.yaml#x\ninfo', '/$self', 'wrong-pattern'],
    // By the texts.
    ['2.0', 'operationId: addSite', 'operationId: site', '/paths/~1sites~1{id}/post/operationId', 'repeated-operation-id'],
    ['2.0', '- {name: site, in: body', '- {name: other, in: body, schema: {}}\n        - {name: site, in: body', '/paths/~1sites~1{id}/post/parameters/1', 'two-bodies'],
    ['2.0', '- {name: site, in: body', '- {name: f, in: formData, type: string}\n        - {name: site, in: body', '/paths/~1sites~1{id}/post/parameters/0', 'body-and-form'],
    ['2.0', 'type: array, items: {type: string}', 'type: array', `${GET}/parameters/1`, 'no-items'],
    ['2.0', 'required: [kind]', 'required: [near]', '/definitions/測站/discriminator', 'bad-discriminator'],
    ['2.0', '{key: []}', '{other: []}', `${GET}/security/0/other`, 'unknown-scheme'],
    ['2.0', '{key: []}', '{key: [read]}', `${GET}/security/0/key`, 'scopes-without-oauth'],
    ['2.0', '/sites/{id}:', '/sites:', '/paths/~1sites/parameters/0', 'undeclared-path-parameter'],
    ['2.0', "near: {$ref: '#/definitions/測站'}", "near: {$ref: '#/definitions/站'}", '/definitions/測站/properties/near/$ref', 'unresolved'],
    ['3.0', '/sites/{id}:', '/sites/{id}/{year}:', '/paths/~1sites~1{id}~1{year}/get', 'missing-path-parameter'],
    ['3.0', 'components:\n', '  /sites/{no}: {}\ncomponents:\n', '/paths/~1sites~1{no}', 'same-path'],
    ['3.0', "- $ref: '#/components/parameters/limit'", "- $ref: '#/components/parameters/limit'\n        - {name: limit, in: query, schema: {}}", `${GET}/parameters/1`, 'repeated-parameter'],
    ['3.0', 'again: {operationId: site}', 'again: {operationId: sites}', `${GET}/responses/200/links/again/operationId`, 'unknown-operation'],
    ['3.0', "~1{id}/get'", "~1{id}/put'", `${GET}/responses/200/links/by/operationRef`, 'unresolved'],
    ['3.0', 'Error: {description: 失敗}', "Error: {$ref: '#/components/responses/Error'}", `${GET}/responses/default/$ref`, 'circular'],
    ['3.0', "$ref: '#/components/responses/Error'", "$ref: '#/components/__proto__'", `${GET}/responses/default/$ref`, 'unresolved'],
    ['3.0', "$ref: '#/components/responses/Error'", "$ref: '#/components/responses/%E0%A4%A'", `${GET}/responses/default/$ref`, 'wrong-format'],
    ['3.0', '    Site:\n', '    測站: {type: object}\n    Site:\n', '/components/schemas/測站', 'bad-name'],
    ['3.0', "type: array, items: {$ref: '#/components/schemas/Site'}", 'type: array', `${SITE}/properties/near`, 'no-items'],
    ['3.0', '{key: []}', '{key: [read]}', `${GET}/security/0/key`, 'scopes-without-oauth'],
    ['3.1', 'name: b}]', 'name: a}]', '/tags/1/name', 'repeated-tag'],
    ['3.0', '  responses:\n    Error', '  examples: {e: {value: 1, externalValue: a}}\n  responses:\n    Error', '/components/examples/e', 'not-together'],
    ['3.1', '"#place"'.replaceAll('"', "'"), "'#plaza'", `${SITE}/properties/place/$ref`, 'unresolved'],
    ['3.1', "a: {$ref: '#/$defs/inner'}", "a: {$ref: '#/components/schemas/Site'}", '/components/schemas/Own/properties/a/$ref', 'unresolved'],
    ['3.1', 'operationId: changed', 'operationId: site', '/webhooks/changed/post/operationId', 'repeated-operation-id'],
    ['3.1', '{key: [read]}', '{kez: [read]}', `${GET}/security/0/kez`, 'unknown-scheme'],
    ['3.2', 'enum: [a.gov.tw]', 'enum: [b.gov.tw]', '/servers/0/variables/host/default', 'default-not-in-enum'],
    ['3.2', 'https://{host}/api', 'https://{host}/{host}', '/servers/0/url', 'repeated-expression'],
    ['3.2', '/sites/{id}:', '/sites/{id}/{id}:', '/paths/~1sites~1{id}~1{id}', 'repeated-expression'],
    ['3.2', 'parent: a', 'parent: c', '/tags/1/parent', 'unknown-tag'],
    ['3.2', 'parent: a', 'parent: b', '/tags/1/parent', 'circular-tag'],
    ['3.2', 'openapi.yaml#/components/schemas/Site', 'openapi.yaml#/components/schemas/No', '/paths/~1sites~1{id}/query/responses/200/content/application~1jsonl/itemSchema/$ref', 'unresolved'],
  ])('%s: %s → %s', (base, from, to, pointer, id) => {
    const yaml = change(base, from, to)
    const json = asJson(yaml)
    for (const text of [yaml, json]) {
      const { verdict, faults } = judged(text)
      expect([verdict, faults[0]?.pointer, faults[0]?.id]).toEqual(['invalid', pointer, id])
      // A misspelt field is both missing and unknown; no other change says two things.
      expect(
        faults.slice(1).filter((fault) => !['unknown-field', 'unresolved', 'circular'].includes(fault.id)),
      ).toEqual([])
      const lines = text.split('\n')
      expect(faults[0]!.line).toBeGreaterThan(0)
      expect(faults[0]!.line).toBeLessThanOrEqual(lines.length)
    }
  })
})

it.each<[base: Base, from: string, to: string, ids: string[]]>([
  ['3.1', 'schema: {type: [integer', 'example: 1, examples: {}, schema: {type: [integer', ['not-together']],
  ['3.1', 'in: header', 'in: body', ['wrong-value']],
  ['3.2', 'in: path, required: true', 'in: path', ['missing-field']],
  ['3.1', 'in: path, required: true', 'in: path, lenght: 1', ['missing-field', 'unknown-field']],
])('says each thing once (%s: %s → %s)', (base, from, to, ids) => {
  expect(judged(change(base, from, to)).faults.map(({ id }) => id)).toEqual(ids)
})

describe('what we cannot judge', () => {
  // biome-ignore format: a table
  it.each<[base: Base, from: string, to: string, verdict: string, pointer: string, id: string]>([
    ['3.0', "$ref: '#/components/responses/Error'", '$ref: errors.yaml#/Error', 'unverified', `${GET}/responses/default/$ref`, 'external'],
    ['3.0', "- $ref: '#/components/parameters/limit'", '- $ref: https://a.gov.tw/p.json', 'unverified', `${GET}/parameters/0/$ref`, 'external'],
    ['2.0', "- $ref: '#/parameters/limit'", '- $ref: p.json#/limit', 'unverified', `${GET}/parameters/0/$ref`, 'external'],
    ['3.0', "~1{id}/get'", "~1{id}/get'.yaml".replace("'.yaml", "'"), 'valid', '', ''],
    ['3.1', 'openapi: 3.1.0', 'openapi: 3.1.0\njsonSchemaDialect: http://json-schema.org/draft-07/schema#', 'unverified', '/jsonSchemaDialect', 'other-dialect'],
    ['3.1', 'Place: {$anchor: place, type: object', 'Place: {$anchor: place, $schema: "http://json-schema.org/draft-04/schema#", exclusiveMinimum: true', 'unverified', '/components/schemas/Place/$schema', 'other-dialect'],
    ['3.2', '{key: []}', '{other: []}', 'unverified', '/paths/~1sites~1{id}/query/security/0/other', 'external'],
    ['3.0', 'openapi: 3.0.3', 'openapi: 4.0.0', 'unsupported', '/openapi', 'unknown-version'],
    ['3.0', 'openapi: 3.0.3', 'openapi: 3.3.0', 'unsupported', '/openapi', 'unknown-version'],
    ['2.0', 'swagger: "2.0"', 'swagger: "1.2"', 'unsupported', '/swagger', 'unknown-version'],
  ])('%s: %s → %s is %s', (base, from, to, verdict, pointer, id) => {
    const result = judged(change(base, from, to))
    expect(result.verdict).toBe(verdict)
    expect([result.faults[0]?.pointer ?? '', result.faults[0]?.id ?? '']).toEqual([pointer, id])
  })

  it('is not said of a document that is invalid anyway', () => {
    const text = change('3.0', "$ref: '#/components/responses/Error'", '$ref: errors.yaml').replace(
      'title:',
      'titel:',
    )
    expect(judged(text).verdict).toBe('invalid')
    expect(told(judged(text)).map(([, id]) => id)).not.toContain('external')
  })
})
