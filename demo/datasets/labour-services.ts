import { zip } from '../bytes.ts'
import { csv, figure, json, records, times } from '../contents.ts'
import { type Answer, type DemoDataset, file, GOLD } from '../dataset.ts'

const monthly = {
  updateFrequency: '每1月',
  issued: '2018-03-15 09:30:00',
  modified: '2026-11-05 10:12:33',
  contact: { name: '王小明', phone: '02-0000-0001' },
  publisher: '勞動部',
} as const

const header = ['年月', '失業給付核付件數', '核付金額']
const rows = times(30, (i) => [
  `${113 + Math.floor(i / 12)}${String((i % 12) + 1).padStart(2, '0')}`,
  figure(i, 4_000, 9_000),
  figure(i + 40, 90_000, 220_000),
])
const all = records(header, rows)

/** The envelope of 共通性資料存取 API, as 勞動部 fills it. */
const answer = (id: string, from: number, count: number): Answer => ({
  body: json({ success: true, result: { resource_id: id, records: all.slice(from, from + count) } }),
})

const SOUND = '/OdService/rest/datastore/DEMO-000001-001'
const POOR = '/OdApi/rest/datastore/DEMO-000002-001'

/** 勞動部: data services, and how they answer those who ask more than the address alone. */
export const LABOUR_SERVICES: readonly DemoDataset[] = [
  {
    ...monthly,
    id: '6301',
    title: '失業給付核付統計',
    fields: header.join('、'),
    resources: [file('JSON', SOUND, answer('DEMO-000001-001', 0, 100).body ?? '')],
    also: {
      [`${SOUND}?limit=2&offset=0`]: answer('DEMO-000001-001', 0, 2),
      [`${SOUND}?limit=2&offset=2`]: answer('DEMO-000001-001', 2, 2),
      [`${SOUND}?limit=1&offset=29`]: answer('DEMO-000001-001', 29, 1),
      [`${SOUND}?limit=1&offset=30`]: answer('DEMO-000001-001', 30, 1),
      '/OdService/dump/datastore/DEMO-000001-001': { body: zip({ 'data.csv': csv([header, ...rows]) }) },
      '/OdService/rest/datastore/odbadge-no-such-resource': { status: 404 },
    },
    expect: { badge: GOLD, advises: ['structure/plain-records#envelope'] },
  },
  {
    ...monthly,
    id: '6302',
    title: '失業給付核付統計（舊服務）',
    fields: header.join('、'),
    resources: [file('JSON', POOR, answer('DEMO-000002-001', 0, 30).body ?? '')],
    also: {
      // Whatever is asked for, everything comes; and the dump is of last year.
      '/OdApi/dump/datastore/DEMO-000002-001': {
        body: zip({ 'data.csv': csv([header, ...rows.slice(0, 18)]) }),
      },
      '/OdApi/rest/datastore/odbadge-no-such-resource': { body: json({ success: true, result: {} }) },
    },
    expect: {
      badge: GOLD,
      advises: [
        'structure/plain-records#envelope',
        'download/api-paging#size-ignored',
        'download/api-paging#from-ignored',
        'download/api-dump#count',
        'download/api-errors#silent',
      ],
    },
  },
]
