import { figure, json, records, times } from '../contents.ts'
import { type DemoDataset, file, GOLD, NONE } from '../dataset.ts'
import { daily, today, water, waterRows } from './environment-daily.ts'

/** 環境部 and its agencies: what interfaces make of JSON. */
export const ENVIRONMENT_SERVICES: readonly DemoDataset[] = [
  {
    ...daily,
    id: '8102',
    title: '河川水質監測',
    publisher: '環境部',
    fields: 'sitename(測站名稱)、river(河川)、ph(酸鹼度)、dissolvedoxygen(溶氧量)、sampledate(採樣日期)',
    resources: [
      file(
        'API',
        '/moenv/api/v2/water?limit=1000',
        json({ success: true, result: { resource_id: 'demo-0001', records: records(water, waterRows) } }),
        today,
      ),
    ],
    expect: {
      badge: GOLD,
      advises: ['structure/plain-records#envelope', 'metadata/fields-match#lenient'],
    },
  },
  {
    ...daily,
    id: '8109',
    title: '列管污染源資料',
    publisher: '環境部',
    fields: '管制編號、事業名稱',
    resources: [
      file(
        'JSON',
        '/moenv/api/v2/sources',
        json({ success: false, message: '查無資料，請確認查詢條件' }),
        today,
      ),
      file('JSON', '/moenv/api/v2/sources?year=2026', '[]\n', today),
      file('CSV', '/moenv/sources.csv', '查無資料\r\n', today),
    ],
    expect: {
      badge: NONE,
      fails: [
        'download/has-data#server-message',
        'download/has-data#no-records',
        'metadata/fields-match#missing',
        'metadata/fields-match#no-names',
      ],
      advises: ['metadata/fields-match#extra', 'structure/plain-records#no-records'],
    },
  },
  {
    ...daily,
    id: '8110',
    title: '資源回收站點',
    publisher: '環境部資源循環署',
    fields: '站點名稱、地址、電話',
    resources: [
      file(
        'CSV',
        '/moenv/recycling',
        json(
          records(
            ['站點名稱', '地址', '電話'],
            times(40, (i) => [`示範站${i + 1}`, `示範縣回收街${i + 1}號`, '02-0000-0000']),
          ),
        ).replaceAll('"電話"', '"備註": "無",\n    "備註": "週日休息",\n    "電話"'),
        today,
      ),
    ],
    expect: {
      badge: GOLD,
      advises: [
        'structure/plain-records#duplicate',
        'metadata/fields-match#extra',
        'metadata/format-matches#differs',
      ],
    },
  },
  {
    ...daily,
    id: '8111',
    title: '空氣品質預報',
    publisher: '環境部',
    fields: '空品區、發布時間、預報',
    resources: [
      file(
        'JSON',
        '/moenv/forecast.json',
        json(
          times(12, (i) => ({
            空品區: `示範空品區${i + 1}`,
            發布時間: '2026-11-20 06:00',
            預報: times(3, (day) => ({ 日期: `2026-11-${21 + day}`, 指標: figure(i * 3 + day, 20, 140) })),
          })),
        ),
        today,
      ),
    ],
    expect: { badge: GOLD, advises: ['structure/plain-records#nested'] },
  },
]
