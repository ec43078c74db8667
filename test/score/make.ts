import type { IndicatorOutcomes, Outcome } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Verdict } from '../../src/core/judge.ts'
import type { Body, DatasetRecord, ResourceRecord } from '../../src/core/ledger.ts'

export const outcomes = (changes: Partial<IndicatorOutcomes> = {}): IndicatorOutcomes => ({
  link: 'pass',
  download: 'pass',
  structure: 'pass',
  metadata: 'pass',
  timeliness: 'not-applicable',
  ...changes,
})

export const finding = (rule: string, messageId: string, outcome: Outcome): Finding => ({
  rule,
  messageId,
  outcome,
  severity: outcome === 'pass' ? 'advice' : 'blocking',
  data: {},
  fingerprint: `${rule}#${messageId}`,
})

export const verdict = (rule: string, outcome: Outcome, ...messageIds: string[]): Verdict => ({
  rule,
  outcome,
  findings: messageIds.map((messageId) => finding(rule, messageId, outcome)),
  crashed: false,
})

export const body = (id: string, group: Body['group'] = 'central', name = id): Body => ({ id, name, group })

export const resource = (changes: Partial<ResourceRecord> = {}): ResourceRecord => ({
  id: '1',
  url: 'https://example.gov.tw/1',
  format: { declared: null, detected: null },
  encoding: { declared: null, detected: null, bom: null },
  size: null,
  sha256: null,
  link: {
    status: 200,
    finalUrl: 'https://example.gov.tw/1',
    hops: [],
    at: '2026-01-01T00:00:00Z',
    elapsed: 1,
  },
  indicators: outcomes(),
  outcomes: {},
  findings: [],
  ...changes,
})

export const dataset = (changes: Partial<DatasetRecord> = {}): DatasetRecord => ({
  kind: 'dataset',
  id: '1',
  title: '資料集',
  publisher: '內政部',
  body: body('moi'),
  badge: { atLeast: 'gold', atMost: 'gold' },
  indicators: outcomes(),
  outcomes: {},
  findings: [],
  resources: [],
  ...changes,
})
