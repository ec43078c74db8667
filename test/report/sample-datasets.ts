import type { BadgeInterval, IndicatorOutcomes } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Body, DatasetRecord, ResourceRecord } from '../../src/core/ledger.ts'

export const HOSTILE =
  '</script><img src=x onerror=alert(1)><!-- \u2028\u2029\u202e\u001b[31m =HYPERLINK("x")'
const LONG_URL = `https://data.example/download?file=${'very-long-name-'.repeat(30)}.csv`

export const LABOUR: Body = { id: 'labour', name: '勞動部', group: 'central' }
export const TAINAN: Body = { id: 'tainan', name: '臺南市政府', group: 'local' }
export const UNMAPPED: Body = { id: 'unmapped', name: HOSTILE, group: 'unmapped' }

const PASS: IndicatorOutcomes = {
  link: 'pass',
  download: 'pass',
  structure: 'pass',
  metadata: 'pass',
  timeliness: 'pass',
}

const ragged = (row: number): Finding => ({
  rule: 'structure/consistent-columns',
  messageId: 'ragged',
  outcome: 'fail',
  severity: 'blocking',
  data: { expected: 3, found: 2 },
  at: { row, line: row + 1 },
  fingerprint: 'aaaaaaaaaaaaaa',
})

const big5: Finding = {
  rule: 'metadata/utf-8',
  messageId: 'other',
  outcome: 'pass',
  severity: 'advice',
  data: { encoding: 'BIG5' },
  fingerprint: 'bbbbbbbbbbbbbb',
}

const missing: Finding = {
  rule: 'metadata/fields-match',
  messageId: 'missing',
  outcome: 'fail',
  severity: 'blocking',
  data: { names: ['年度', HOSTILE] },
  fingerprint: 'cccccccccccccc',
}

const dead: Finding = {
  rule: 'link/reachable',
  messageId: 'status',
  outcome: 'fail',
  severity: 'blocking',
  data: { status: 404 },
  fingerprint: 'dddddddddddddd',
}

const unseen = (rule: string): Finding => ({
  rule,
  messageId: 'over-byte-cap',
  outcome: 'unknown',
  severity: 'blocking',
  data: { cap: 1_000_000 },
  fingerprint: 'eeeeeeeeeeeeee',
})

function resource(changes: Partial<ResourceRecord> = {}): ResourceRecord {
  const url = changes.url ?? 'https://data.example/a.csv'
  return {
    id: '1',
    url,
    format: { declared: 'CSV', detected: 'csv' },
    encoding: { declared: 'UTF-8', detected: 'UTF-8', bom: true },
    size: 12_345,
    sha256: '0'.repeat(64),
    table: { header: ['年度', '地區別', '人數'], columns: 3, rows: 1200 },
    link: { status: 200, finalUrl: url, hops: [], at: '2026-01-01T00:00:01.000Z', elapsed: 345 },
    indicators: PASS,
    outcomes: { 'link/reachable': 'pass' },
    findings: [],
    ...changes,
  }
}

function dataset(id: string, badge: BadgeInterval, changes: Partial<DatasetRecord>): DatasetRecord {
  return {
    kind: 'dataset',
    id,
    title: `資料集 ${id}`,
    publisher: '勞動部勞動力發展署',
    body: LABOUR,
    contact: { name: '王小明', phone: '02-12345678' },
    portal: { badge: '白金' },
    updateFrequency: '每1月',
    modified: '2025-12-01T00:00:00+08:00',
    fields: '年度、地區別、人數',
    badge,
    indicators: PASS,
    outcomes: {},
    findings: [],
    resources: [resource()],
    ...changes,
  }
}

export const datasets: readonly DatasetRecord[] = [
  dataset('1001', { atLeast: 'gold', atMost: 'gold' }, {}),
  dataset(
    '1002',
    { atLeast: 'bronze', atMost: 'bronze' },
    {
      indicators: { ...PASS, structure: 'fail' },
      resources: [
        resource({
          indicators: { ...PASS, structure: 'fail' },
          encoding: { declared: 'BIG5', detected: 'BIG5', bom: false },
          findings: [...Array.from({ length: 30 }, (_, i) => ragged(i + 2)), big5],
        }),
        resource({ id: '2', url: LONG_URL, description: '附檔' }),
      ],
    },
  ),
  dataset(
    '1003',
    { atLeast: 'silver', atMost: 'gold' },
    {
      indicators: { ...PASS, metadata: 'unknown', timeliness: 'not-applicable' },
      resources: [
        resource({
          indicators: { ...PASS, metadata: 'unknown' },
          findings: [unseen('metadata/fields-match')],
        }),
      ],
    },
  ),
  dataset(
    '2001',
    { atLeast: 'none', atMost: 'none' },
    {
      body: TAINAN,
      publisher: '臺南市政府交通局',
      indicators: {
        link: 'fail',
        download: 'unknown',
        structure: 'unknown',
        metadata: 'unknown',
        timeliness: 'pass',
      },
      resources: [
        resource({
          url: 'http://dead.example/b.csv',
          format: { declared: 'CSV', detected: null },
          encoding: { declared: null, detected: null, bom: null },
          size: null,
          sha256: null,
          link: {
            status: 404,
            finalUrl: 'http://dead.example/404',
            hops: [{ url: 'http://dead.example/b.csv', status: 302, location: '/404' }],
            failure: { code: 'http-status', detail: '404 Not Found' },
            certificates: 'completed',
            at: '2026-01-01T00:00:02.000Z',
            elapsed: 1500,
          },
          indicators: { ...PASS, link: 'fail', download: 'unknown' },
          findings: [dead],
        }),
      ],
    },
  ),
  dataset(
    '2002',
    { atLeast: 'none', atMost: 'gold' },
    {
      body: TAINAN,
      publisher: '臺南市政府',
      indicators: {
        link: 'unknown',
        download: 'unknown',
        structure: 'unknown',
        metadata: 'unknown',
        timeliness: 'unknown',
      },
    },
  ),
  dataset(
    'x"\'<&>',
    { atLeast: 'silver', atMost: 'silver' },
    {
      title: HOSTILE,
      publisher: HOSTILE,
      body: UNMAPPED,
      contact: { name: HOSTILE },
      fields: HOSTILE,
      indicators: { ...PASS, metadata: 'fail' },
      findings: [missing],
      resources: [resource({ url: 'javascript:alert(document.domain)', description: HOSTILE })],
    },
  ),
]
