import { expect, test } from 'vitest'
import { csvCatalogue } from './catalogue.ts'
import { folder, odbadge, portalFor, SOUND } from './run.ts'

const OPERATION = { get: { responses: { 200: { description: 'ok' } } } }
/** Sorted by name, as some programs write it. */
const JSON_DOCUMENT = JSON.stringify({
  components: { schemas: { Row: { type: 'object' } } },
  info: { title: '某服務', version: '1' },
  openapi: '3.0.3',
  paths: { '/rows': OPERATION },
})
const YAML_DOCUMENT = `# 服務說明
swagger: "2.0"
info:
  title: 某服務
  version: "1"
paths: {}
`

test('API documents are known by what they hold, and offered until somebody claims them', async () => {
  const portal = await portalFor({
    '/rows.json': { body: JSON_DOCUMENT },
    '/help.txt': { body: YAML_DOCUMENT },
    '/openapi.csv': { body: SOUND },
    '/swagger.json': { body: '[{"openapi":"3.0.0","info":"一"}]' },
  })
  const paths = ['/rows.json', '/help.txt', '/openapi.csv', '/swagger.json']
  const listed = paths.map((path, at) => ({
    id: String(at + 1),
    publisher: '勞動部',
    url: portal.url(path),
    format: 'JSON',
  }))
  const at = folder({
    'export.csv': csvCatalogue([...listed, { ...listed[0]!, id: '9', publisher: '財團法人某基金會' }]),
    'oas.json': JSON.stringify([{ dataset: '1', document: 'rows.json' }]),
    'rows.json': JSON_DOCUMENT,
  })
  await odbadge('audit', at('export.csv'), '--out', at('out'), '--allow-private')
  const ledger = at('out/ledger.ndjson')

  const { out } = await odbadge('score', ledger, '--reporter', 'json')
  expect(JSON.parse(out).candidates).toMatchObject({
    count: 2,
    first: [
      { dataset: '1', document: portal.url('/rows.json') },
      { dataset: '2', document: portal.url('/help.txt') },
    ],
  })
  expect((await odbadge('score', ledger)).out).toContain(portal.url('/help.txt'))

  const claimed = await odbadge('score', ledger, '--claims', at('oas.json'), '--reporter', 'json')
  expect(JSON.parse(claimed.out).candidates).toMatchObject({ count: 1, first: [{ dataset: '2' }] })
})
