import { csv, figure, times } from '../contents.ts'
import { type DemoDataset, file, GOLD, link, NONE, type Selector, SILVER } from '../dataset.ts'

const weekly = {
  updateFrequency: '每1週',
  issued: '2016-12-01 15:45:10',
  modified: '2026-11-12 12:00:00',
  contact: { name: '黃大明', phone: '02-0000-0004' },
} as const

const rain = ['測站', '日期', '雨量']
const rainRows = times(120, (i) => [
  `示範站${(i % 8) + 1}`,
  `2026-10-${String(Math.floor(i / 8) + 1).padStart(2, '0')}`,
  figure(i, 0, 260) / 2,
])
const rainTable = csv([rain, ...rainRows])

const fields = rain.join('、')
/** Where no file came, only the catalogue's own record tells of a time. */
const weak: readonly Selector[] = ['timeliness/on-schedule#weak-evidence']

/** 環境部 and its agencies: links that fail in the ways of servers, and update times that do not keep their promise. */
export const ENVIRONMENT_LINKS: readonly DemoDataset[] = [
  {
    ...weekly,
    id: '8201',
    title: '酸雨監測資料',
    publisher: '環境部',
    fields,
    resources: [link('CSV', '/moenv/acid-rain.csv', { status: 500 })],
    expect: { badge: NONE, fails: ['link/reachable#server-error'], advises: weak },
  },
  {
    ...weekly,
    id: '8202',
    title: '光化測站資料',
    publisher: '環境部',
    fields,
    resources: [
      link('CSV', '/moenv/photochemical.csv', {
        status: 302,
        headers: { location: '/moenv/photochemical.csv' },
      }),
      link('CSV', '/moenv/session/photochemical.csv', { trouble: 'session' }),
      link('CSV', '/moenv/moved/photochemical.csv', { status: 301 }),
    ],
    expect: {
      badge: NONE,
      fails: [
        'link/reachable#redirect-loop',
        'link/reachable#too-many-redirects',
        'link/reachable#bad-redirect',
      ],
      advises: weak,
    },
  },
  {
    ...weekly,
    id: '8203',
    title: '水庫水質監測資料',
    publisher: '環境部',
    fields,
    resources: [link('CSV', '/moenv/reservoir.csv', { trouble: 'hang' })],
    expect: { badge: NONE, fails: ['link/reachable#headers-timeout'], advises: weak },
  },
  {
    ...weekly,
    id: '8204',
    title: '事業廢水自動監測資料',
    publisher: '環境部環境管理署',
    fields,
    resources: [
      link('CSV', '/moenv/effluent.csv', { trouble: 'stall', body: rainTable }),
      link('CSV', '/moenv/effluent-2025.csv', { trouble: 'cut', body: rainTable }),
      link('CSV', '/moenv/effluent-2024.csv', { headers: { 'content-encoding': 'gzip' }, body: rainTable }),
    ],
    expect: {
      badge: NONE,
      fails: ['link/reachable#body-timeout', 'link/reachable#truncated', 'link/reachable#bad-encoding'],
      advises: weak,
    },
  },
  {
    ...weekly,
    id: '8205',
    title: '環境法規查詢介面',
    publisher: '環境部',
    fields,
    resources: [link('API', '/moenv/api/laws', { status: 429 })],
    expect: {
      badge: { atLeast: 'none', atMost: 'gold' },
      unknown: ['link/reachable#too-many-requests'],
      advises: weak,
    },
  },
  {
    ...weekly,
    id: '8206',
    title: '環境教育設施場所',
    publisher: '環境部國家環境研究院',
    fields,
    resources: [link('CSV', 'www.example.com/education.csv')],
    expect: { badge: NONE, fails: ['link/reachable#bad-url'], advises: weak },
  },
  {
    ...weekly,
    id: '8207',
    title: '環境教育講師名冊',
    publisher: '環境部國家環境研究院',
    fields,
    resources: [
      link('CSV', 'ftp://127.0.0.1/pub/lecturers.csv'),
      link('API', '/moenv/api/lecturers', { status: 400 }),
    ],
    expect: {
      badge: NONE,
      fails: ['link/reachable#unsupported-scheme', 'link/reachable#bad-status'],
      advises: weak,
    },
  },
  {
    ...weekly,
    id: '8208',
    title: '環境保護支出統計',
    publisher: '環境部',
    updateFrequency: '每1年',
    fields,
    resources: [file('CSV', '/moenv/expenditure.csv', rainTable, { updated: '2024-06-28 17:20:00' })],
    expect: {
      badge: SILVER,
      fails: ['timeliness/on-schedule#overdue'],
      advises: ['timeliness/on-schedule#newer-data'],
    },
  },
  {
    ...weekly,
    id: '8209',
    title: '紫外線即時監測資料',
    publisher: '環境部',
    updateFrequency: '即時',
    fields,
    resources: [file('CSV', '/moenv/uv.csv', rainTable, { updated: '2026-11-18 03:00:00' })],
    expect: { badge: SILVER, fails: ['timeliness/on-schedule#overdue'] },
  },
  {
    ...weekly,
    id: '8210',
    title: '河川揚塵測站資料',
    publisher: '環境部',
    updateFrequency: '隨時更新',
    fields,
    resources: [file('CSV', '/moenv/dust.csv', rainTable)],
    expect: {
      badge: { atLeast: 'silver', atMost: 'gold' },
      unknown: ['timeliness/on-schedule#unknown-frequency'],
    },
  },
  {
    ...weekly,
    id: '8211',
    title: '環境用藥許可證',
    publisher: '環境部化學物質管理署',
    updateFrequency: '',
    fields,
    resources: [file('CSV', '/cha/pesticides.csv', rainTable)],
    expect: {
      badge: { atLeast: 'silver', atMost: 'gold' },
      unknown: ['timeliness/on-schedule#no-frequency'],
      advises: ['metadata/complete#missing'],
    },
  },
  {
    ...weekly,
    id: '8212',
    title: '溫室氣體排放量盤查',
    publisher: '環境部氣候變遷署',
    fields,
    resources: [
      file('CSV', '/moenv/emissions.csv', rainTable, { updated: '2027-11-12 09:00:00' }),
      link('CSV', '/moenv/old/emissions.csv', { status: 301, headers: { location: '/moenv/emissions.csv' } }),
    ],
    expect: {
      badge: GOLD,
      advises: [
        'link/redirects#moved',
        'timeliness/on-schedule#future-date',
        'timeliness/on-schedule#weak-evidence',
      ],
    },
  },
  {
    ...weekly,
    id: '8213',
    title: '酸雨監測年平均值',
    publisher: '環境部',
    updateFrequency: '每1年',
    fields: '年度、測站、雨量',
    resources: [
      file(
        'CSV',
        '/moenv/acid-by-year.csv',
        csv([
          ['年度', '測站', '雨量'],
          ...times(24, (i) => [109 + Math.floor(i / 8), `示範站${(i % 8) + 1}`, figure(i, 0, 260) / 2]),
        ]),
      ),
    ],
    expect: { badge: GOLD, advises: ['timeliness/recent-data#old'] },
  },
]
