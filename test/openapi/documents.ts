/** One small valid document of each version; the tables break them one way at a time. */
export const BASE = {
  '2.0': `swagger: "2.0"
info: {title: 空氣品質測站, version: "1"}
basePath: /api
paths:
  /sites/{id}:
    parameters:
      - {name: id, in: path, required: true, type: string}
    get:
      operationId: site
      security: [{key: []}]
      parameters:
        - $ref: '#/parameters/limit'
        - {name: fields, in: query, type: array, items: {type: string}}
      responses:
        200: {description: 成功, schema: {$ref: '#/definitions/測站'}}
    post:
      operationId: addSite
      parameters:
        - {name: site, in: body, schema: {$ref: '#/definitions/測站'}}
      responses:
        201: {description: 已新增}
parameters:
  limit: {name: limit, in: query, type: integer}
definitions:
  測站:
    type: object
    discriminator: kind
    required: [kind]
    properties: {kind: {type: string}, near: {$ref: '#/definitions/測站'}}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
tags: [{name: a}, {name: b}]
`,
  '3.0': `openapi: 3.0.3
info: {title: 空氣品質測站, version: "1"}
servers:
  - {url: 'https://{host}/api', variables: {host: {default: a.gov.tw, enum: [a.gov.tw]}}}
paths:
  /sites/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      operationId: site
      security: [{key: []}]
      parameters:
        - $ref: '#/components/parameters/limit'
      responses:
        200:
          description: 成功
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Site'}
              example: {$ref: this is data}
          links:
            again: {operationId: site}
            by: {operationRef: '#/paths/~1sites~1{id}/get'}
        default: {$ref: '#/components/responses/Error'}
components:
  parameters:
    limit: {name: limit, in: query, schema: {type: integer}}
  responses:
    Error: {description: 失敗}
  schemas:
    Site:
      type: object
      required: [id]
      properties: {id: {type: string, pattern: '^[\\w-.]+$'}, near: {type: array, items: {$ref: '#/components/schemas/Site'}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
tags: [{name: a}, {name: b}]
`,
  '3.1': `openapi: 3.1.0
info: {title: 空氣品質測站, version: "1"}
paths:
  /sites/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      operationId: site
      security: [{key: [read]}]
      parameters:
        - $ref: '#/components/parameters/limit'
      responses:
        "200":
          description: 成功
          content: {application/json: {schema: {$ref: '#/components/schemas/Site'}}}
webhooks:
  changed:
    post: {operationId: changed, responses: {"200": {description: 收到}}}
components:
  parameters:
    limit: {name: limit, in: query, schema: {type: [integer, 'null'], exclusiveMinimum: 0}}
  schemas:
    Site:
      type: object
      properties: {id: {type: string}, near: {$ref: '#/components/schemas/Site'}, place: {$ref: '#place'}}
      discriminator: {propertyName: id}
    Place: {$anchor: place, type: object, $defs: {x: true}}
    Own:
      $id: https://example.gov.tw/own
      properties: {a: {$ref: '#/$defs/inner'}, b: {$ref: own#/$defs/inner}}
      $defs: {inner: {type: string}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
tags: [{name: a}, {name: b}]
`,
  '3.2': `openapi: 3.2.0
$self: https://example.gov.tw/openapi.yaml
info: {title: 空氣品質測站, version: "1"}
servers:
  - {url: 'https://{host}/api', variables: {host: {default: a.gov.tw, enum: [a.gov.tw]}}}
paths:
  /sites/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    query:
      operationId: search
      security: [{key: []}]
      responses:
        "200": {content: {application/jsonl: {itemSchema: {$ref: 'openapi.yaml#/components/schemas/Site'}}}}
    additionalOperations:
      LOCK: {operationId: lock, responses: {"204": {description: 已鎖定}}}
components:
  schemas:
    Site: {type: object, xml: {nodeType: element}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
tags: [{name: a}, {name: b, parent: a}]
`,
} as const

export type Base = keyof typeof BASE

/** Replaces what must be there: a table row that changes nothing would prove nothing. */
export function change(base: Base, from: string, to: string): string {
  const text: string = BASE[base]
  if (!text.includes(from)) throw new Error(`${base} has no ${from}`)
  return text.replace(from, () => to)
}
