import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { validate } from '../../src/openapi/index.ts'
import { datasets } from '../report/sample-ledger.ts'
import { complaints } from '../report/schema.ts'
import { ledgers, ledgerText, serving } from './serving.ts'

const BYTES = readFileSync(new URL('../../src/serve/api/openapi.json', import.meta.url))
const DOCUMENT = JSON.parse(BYTES.toString())

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ ...DOCUMENT, $id: 'openapi' })

/** What the schema at a place of the document says against `value`. */
function against(pointer: string, value: unknown): string[] {
  ajv.validate({ $ref: `openapi#${pointer}` }, value)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

const folder = () =>
  ledgers({
    'new.ndjson': ledgerText(),
    'old/ledger.ndjson': ledgerText({ now: '2026-07-01T00:00:00.000Z', records: datasets.slice(1, 4) }),
    'cut.ndjson': ledgerText({ footer: false, now: '2026-06-01T00:00:00.000Z' }),
    'bad.ndjson': 'x\n',
  })

async function examples() {
  const server = await serving(folder())
  const [run, old, bad] = [
    (await server.runOf('new.ndjson')).id,
    (await server.runOf('old/ledger.ndjson')).id,
    (await server.runOf('bad.ndjson')).id,
  ]
  const of = (path: string, id: string) =>
    path.replace('{run}', id).replace('{dataset}', encodeURIComponent(datasets[1]!.id))
  const query = (path: string) => (path.endsWith('/compare') ? `?old=${old}&new=${run}` : '')
  return { ...server, run, old, bad, of, query }
}

it('is described by a document that passes our own validator', async () => {
  expect(validate(BYTES)).toMatchObject({ verdict: 'valid', faults: [], version: '3.1.0' })
  const { ask } = await serving(ledgers({}))
  const { body, headers } = await ask('/openapi.json')
  expect(JSON.parse(body)).toEqual(DOCUMENT)
  expect(headers['content-type']).toMatch(/^application\/json/)
})

describe('every documented path', () => {
  it.each(Object.keys(DOCUMENT.paths))('%s answers as its schema says', async (path) => {
    const { ask, of, query, run, bad, faults } = await examples()
    const { responses, parameters } = DOCUMENT.paths[path].get
    const [[type]] = Object.entries(responses['200'].content) as [[string, unknown]]
    for (const language of ['zh-TW', 'en']) {
      const more = `${query(path)}${query(path) === '' ? '?' : '&'}lang=${language}`
      const { status, headers, body } = await ask(of(path, run) + more)
      expect([status, headers['content-type']]).toEqual([200, expect.stringContaining(type)])
      const value = /json$/.test(type) && !type.includes('ndjson') ? JSON.parse(body) : body
      const pointer = `/paths/${escaped(path)}/get/responses/200/content/${escaped(type)}/schema`
      expect(against(pointer, value)).toEqual([])
      expect((await ask(of(path, run) + more, { method: 'HEAD' })).body).toBe('')
    }
    const refused: [status: number, asked: ReturnType<typeof ask>][] = [
      [400, ask(`${of(path, run)}?lang=fr`)],
      [405, ask(of(path, run), { method: 'POST' })],
      [421, ask(of(path, run), { headers: { host: 'elsewhere.example' } })],
    ]
    if (path.includes('{run}')) {
      refused.push([404, ask(of(path, '0123456789abcdef'))], [409, ask(of(path, bad))])
    }
    if (path.includes('{dataset}')) refused.push([404, ask(path.replace('{dataset}', 'nobody'))])
    if (path.endsWith('/compare')) {
      refused.push([400, ask(path)], [404, ask(`${path}?old=${run}&new=x`)])
      refused.push([409, ask(`${path}?old=${run}&new=${bad}`)])
    }
    for (const [status, asked] of refused) {
      const answer = await asked
      expect([status, answer.status]).toEqual([status, status])
      expect(Object.keys(responses)).toContain(String(status))
      if (!path.startsWith('/api/')) continue
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(against('/components/schemas/Problem', JSON.parse(answer.body))).toEqual([])
    }
    expect(parameters.at(-1)).toEqual({ $ref: '#/components/parameters/lang' })
    expect(faults).toEqual([])
  })

  it('would not answer as another schema says', () => {
    expect(against('/components/schemas/Problem', { status: 200 })).not.toEqual([])
    expect(against('/components/schemas/Run', { id: 'x' })).not.toEqual([])
  })
})

it('gives reports and comparisons of the shapes that scripts know', async () => {
  const { ask, run, old } = await examples()
  const compared = JSON.parse((await ask(`/api/v1/compare?old=${old}&new=${run}`)).body)
  expect(complaints('compare', compared)).toEqual([])
  expect(complaints('report', JSON.parse((await ask(`/runs/${run}/report.json`)).body))).toEqual([])
})

it('hands out files to be kept, the ledger byte for byte', async () => {
  const { ask, run, runOf } = await examples()
  const ledger = await ask(`/runs/${run}/ledger.ndjson`)
  expect(ledger.body).toBe(ledgerText())
  const cut = await ask(`/runs/${(await runOf('cut.ndjson')).id}/ledger.ndjson`)
  expect(cut.body).toBe(ledgerText({ footer: false, now: '2026-06-01T00:00:00.000Z' }))
  const page = await ask(`/runs/${run}/report.html`)
  expect(page.body).toContain('id="ledger"')
  for (const { headers } of [ledger, page]) {
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(headers['content-security-policy']).toContain('sandbox')
  }
})

it('makes a table that spreadsheets read and do not run', async () => {
  const records = ['=HYPERLINK("x")', ' @SUM(1)', '－1', 'a,"b"\nc', '台中'].map((title, n) => ({
    ...datasets[0]!,
    id: `${n}`,
    title,
  }))
  const { ask, runOf } = await serving(ledgers({ 'a.ndjson': ledgerText({ records }) }))
  const { id } = await runOf('a.ndjson')
  const { body } = await ask(`/runs/${id}/datasets.csv`)
  expect(body.startsWith('\ufeff識別碼,名稱,')).toBe(true)
  const titles = body
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.slice(2, line.indexOf(`,${datasets[0]!.publisher}`)))
  expect(titles).toEqual([`"'=HYPERLINK(""x"")"`, `"' @SUM(1)"`, `"'－1"`, `"a,""b"" c"`, '台中'])
  expect((await ask(`/runs/${id}/datasets.csv?q=4&lang=en`)).body.split('\r\n')).toHaveLength(3)
})
