import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import type { Route } from '../support/portal.ts'
import { datasets } from './audited.ts'
import { folder, odbadge, portalFor } from './run.ts'

interface Expected {
  readonly badge?: 'gold' | 'none'
  readonly rows?: number
  readonly header?: readonly string[]
  /** Messages, as `rule#id`, that must be among those found. */
  readonly found?: readonly string[]
  readonly link?: string
}

const json = (value: unknown, headers?: Route['headers']): Route => ({
  body: JSON.stringify(value),
  ...(headers && { headers }),
})
const mol = [
  { 年度: '2009', '平均年齡-男': '34.77', '平均年齡-女': '31.28' },
  { 年度: '2010', '平均年齡-男': '34.52', '平均年齡-女': '31.01' },
]
const MOL = '年度、平均年齡-男、平均年齡-女'
const names = MOL.split('、')
const csv = `${names.join()}\r\n${mol.map((row) => Object.values(row).join()).join('\r\n')}\r\n`
const HTML = '<!DOCTYPE html><html><head><title>請登入</title></head><body>登入</body></html>'

/** Bodies as FACTS §2 has them: what each service answers, and what an audit makes of it. */
const SERVICES: readonly (readonly [string, path: string, Route, format: string, Expected])[] = [
  [
    'MOL datastore: no fields, no total, all strings, no charset',
    '/OdService/rest/datastore/A17010000J-000135-MOZ',
    json(
      { success: true, result: { resource_id: 'A17010000J-000135-MOZ', records: mol } },
      { 'content-type': 'application/json' },
    ),
    'JSON',
    { badge: 'gold', rows: 2, header: names },
  ],
  [
    'MOL download: JSON array',
    '/OdService/download/A17000000J-030073-1',
    json(mol),
    'JSON',
    { badge: 'gold', rows: 2 },
  ],
  [
    'MOL download: XML <row>',
    '/OdService/download/A17000000J-030073-2',
    {
      body: `<?xml version="1.0" encoding="UTF-8"?><data>${mol
        .map(
          (row) =>
            `<row>${Object.entries(row)
              .map(([name, value]) => `<${name}>${value}</${name}>`)
              .join('')}</row>`,
        )
        .join('')}</data>`,
    },
    'XML',
    { badge: 'gold', rows: 2 },
  ],
  [
    'MOL download: some CSV is BIG5',
    '/OdService/download/A17000000J-030073-3',
    { body: iconv.encode(csv, 'cp950') },
    'CSV',
    { found: ['metadata/encoding-matches#differs'] },
  ],
  [
    'CWA: success is the string "true", rows below records',
    '/api/v1/rest/datastore/F-C0032-001?Authorization=CWA-1',
    json({ success: 'true', result: { resource_id: 'x', fields: [] }, records: { location: mol } }),
    'JSON',
    { badge: 'gold', rows: 2, header: names },
  ],
  [
    'MOENV v2: fields and records at the top',
    '/api/v2/aqx_p_432?limit=1000&api_key=SECRET',
    json({
      fields: [{ id: 'county', type: 'text', info: { label: '縣市' } }],
      resource_id: 'x',
      total: '85',
      limit: '1000',
      offset: '0',
      _links: { start: '/' },
      records: mol,
      __extras: { api_key: 'x' },
    }),
    'JSON',
    { badge: 'gold', rows: 2, header: names },
  ],
  [
    'NTPC: envelope like MOL’s',
    '/api/v1/rest/datastore/382000000A-000077-002',
    json({
      success: true,
      result: {
        resource_id: 'x',
        limit: 2000,
        total: 2,
        fields: [{ type: 'text', id: '年度' }],
        records: mol,
      },
    }),
    'JSON',
    { badge: 'gold', rows: 2 },
  ],
  [
    'NHI: application/csv, no ETag, no Last-Modified',
    '/api/iode0000s01/Dataset?rId=A21030000I-D20021-001',
    { body: csv, headers: { 'content-type': 'application/csv' } },
    'CSV',
    { badge: 'gold', rows: 2 },
  ],
  [
    'COA/MOA: empty []',
    '/Service/OpenData/DataFileService.aspx',
    { body: '[]' },
    'JSON',
    { badge: 'none', found: ['download/has-data#no-records'] },
  ],
  [
    'FIA: both parameters needed',
    '/OAI/api/x?limit=1&offset=0',
    json(mol.slice(0, 1)),
    'JSON',
    { badge: 'gold', rows: 1 },
  ],
  ['WEBSERVICES, as the catalogue calls them', '/ws', json(mol), 'WEBSERVICES', { badge: 'gold', rows: 2 }],
  [
    '200 with an empty body (cpx.cbc.gov.tw)',
    '/empty',
    { body: '' },
    'JSON',
    { badge: 'none', found: ['download/has-data#empty'] },
  ],
  ['200 + HTML', '/html', { body: HTML }, 'CSV', { badge: 'none', found: ['download/direct#web-page'] }],
  [
    'an error with HTTP 200',
    '/error',
    json({ success: false, error: { message: 'ER0001:API Key錯誤' } }),
    'JSON',
    { badge: 'none', found: ['download/has-data#server-message'] },
  ],
  [
    'CF-403 (NDC, MOEA, DGBAS portals)',
    '/cf',
    {
      status: 403,
      headers: { server: 'cloudflare', 'cf-mitigated': 'challenge' },
      body: '<title>Just a moment...</title>',
    },
    'CSV',
    { link: 'challenge' },
  ],
  [
    'notes of 2016: unicode escapes',
    '/escaped',
    {
      body: JSON.stringify(mol).replace(
        /[\u0080-\uffff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    },
    'JSON',
    { badge: 'gold', rows: 2, header: names },
  ],
]

describe('FACTS §2, what the services answer', () => {
  it.each(SERVICES)('%s', async (_, path, route, format, expected) => {
    const record = await audited(path, route, format)
    const [resource] = record.resources
    if (expected.badge) expect(record.badge.atLeast).toBe(expected.badge)
    if (expected.rows !== undefined) expect(resource?.table?.rows).toBe(expected.rows)
    if (expected.header) expect(resource?.table?.header).toEqual(expected.header)
    if (expected.link !== undefined) expect(resource?.link.failure?.code).toBe(expected.link)
    const found = resource?.findings.map(({ rule, messageId }) => `${rule}#${messageId}`) ?? []
    for (const wanted of expected.found ?? []) expect(found).toContain(wanted)
    // Keys stay out of whatever is written.
    expect(JSON.stringify(record)).not.toMatch(/SECRET|CWA-1/)
  })
})

async function audited(path: string, route: Route, format: string): Promise<DatasetRecord> {
  const { url } = await portalFor({ [path]: route })
  const list = `id,url,format,encoding,fields,frequency\n1,${url(path)},${format},UTF-8,${MOL},不定期\n`
  const at = folder({ 'list.csv': list })
  const argv = ['audit', at('list.csv'), '--out', at('out'), '--allow-private', '--confirm-after', 'never']
  expect((await odbadge(...argv)).code).toBe(0)
  const [record] = datasets(at('out', 'ledger.ndjson'))
  if (!record) throw new Error('no dataset')
  return record
}
