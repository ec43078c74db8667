import { writeFileSync } from 'node:fs'
import { RULES } from '../../rules/index.ts'
import type { Outcome } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord, LedgerHeader } from '../../src/core/ledger.ts'
import { ruleText } from '../../src/core/record.ts'
import { body, dataset, finding, outcomes, resource } from '../score/make.ts'
import { folder } from './run.ts'
import { ledger } from './score-ledger.ts'

export const MOL = body('mol', 'central', '勞動部')
export const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  "=cmd|' /C calc'!A0",
  '</t></is></c><c><f>1+1</f></c>',
  '_x003D_1+1',
  '\u202egnp.exe \u001b[31m "quoted", 逗號\r\n第二行',
  `${'長'.repeat(40_000)}`,
]

/** Every rule passes but these. */
export const answers = (about: 'dataset' | 'resource', changes: Readonly<Record<string, Outcome>> = {}) => ({
  ...Object.fromEntries(RULES.filter((rule) => rule.about === about).map(({ id }) => [id, 'pass' as const])),
  ...changes,
})

const failing = (at: number): Finding => ({
  ...finding('structure/no-blank-rows', 'hole', 'fail'),
  data: { count: 1, rows: ['3'] },
  at: { row: 3, sheet: '工作表1', cell: 'A3' },
  fingerprint: `f${at}`,
})

const unseen = (rule: string): Finding => ({
  ...finding(rule, 'not-fetched', 'unknown'),
  fingerprint: `u-${rule}`,
})

export const hostile = HOSTILE.map((title, at) =>
  dataset({
    id: `h${at}`,
    title,
    publisher: title,
    body: MOL,
    contact: { name: title.slice(0, 60), phone: '02-0000-0001' },
    badge: { atLeast: 'bronze', atMost: 'bronze' },
    indicators: outcomes({ structure: 'fail' }),
    outcomes: answers('dataset'),
    resources: [
      resource({
        outcomes: answers('resource', { 'structure/no-blank-rows': 'fail' }),
        findings: [failing(at)],
        description: title,
      }),
    ],
  }),
)

export const dead = dataset({
  id: 'dead',
  title: '連結失效的資料集',
  body: MOL,
  contact: { name: '王小明', phone: '02-0000-0002' },
  badge: { atLeast: 'none', atMost: 'none' },
  outcomes: answers('dataset'),
  indicators: outcomes({ link: 'fail', structure: 'unknown', metadata: 'unknown', download: 'unknown' }),
  resources: [
    resource({
      outcomes: answers('resource', {
        'link/reachable': 'fail',
        'structure/parses': 'unknown',
        'metadata/fields-match': 'unknown',
      }),
      link: {
        status: 404,
        finalUrl: 'https://example.gov.tw/1',
        hops: [],
        at: '2026-08-31T00:00:00Z',
        elapsed: 1,
        history: { failingSince: '2026-07-01T23:00:00Z' },
      },
      findings: [
        unseen('structure/parses'),
        unseen('metadata/fields-match'),
        finding('metadata/utf-8', 'other', 'pass'),
        { ...finding('link/reachable', 'not-found', 'fail'), data: { status: 404 } },
      ],
    }),
  ],
})

export const gold = dataset({ id: 'gold', title: '沒有問題的資料集', body: MOL, resources: [resource()] })

/** A ledger of these in a folder of its own. */
export function ledgerOf(records: readonly DatasetRecord[], changes: Partial<LedgerHeader> = {}) {
  const at = folder()
  writeFileSync(at('ledger.ndjson'), ledger(records, { rules: RULES.map(ruleText), ...changes }))
  return at
}
