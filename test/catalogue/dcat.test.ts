import { describe, expect, test } from 'vitest'
import { ids, readText } from './make.ts'

const DATA_JSON = {
  conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
  dataset: [
    {
      '@type': 'dcat:Dataset',
      identifier: 'd1',
      title: '名稱',
      publisher: { '@type': 'org:Organization', name: '勞動部' },
      contactPoint: { fn: '王小明', hasEmail: 'mailto:a@b.tw' },
      accrualPeriodicity: 'R/P1Y',
      issued: '2020-01-01',
      modified: '2026-01-31T00:00:00Z',
      keyword: ['a'],
      distribution: [
        { title: '第一個', downloadURL: 'files/a.csv', mediaType: 'text/csv' },
        { accessURL: 'https://b.tw/', format: 'API' },
      ],
    },
  ],
}

const EXPECTED = {
  id: 'd1',
  title: '名稱',
  publisher: '勞動部',
  updateFrequency: '每1年',
  issued: '2020-01-01T00:00:00+08:00',
  modified: '2026-01-31T08:00:00+08:00',
  contact: { name: '王小明' },
  resources: [
    { id: '1', url: 'https://a.tw/files/a.csv', format: 'CSV', description: '第一個' },
    { id: '2', url: 'https://b.tw/', format: 'API' },
  ],
  position: 1,
}

const CONTEXT = { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' }
const GRAPH = {
  '@context': CONTEXT,
  '@graph': [
    { '@id': 'c', '@type': 'dcat:Catalog', 'dcat:dataset': [{ '@id': 'd1' }] },
    {
      '@id': 'd1',
      '@type': 'dcat:Dataset',
      'dct:title': [
        { '@language': 'en', '@value': 'name' },
        { '@language': 'zh-TW', '@value': '名稱' },
      ],
      'dct:publisher': { '@id': 'p' },
      'dct:accrualPeriodicity': {
        '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
      },
      'dct:issued': { '@type': 'xsd:date', '@value': '2020-01-01' },
      'dct:modified': '2026-01-31T00:00:00Z',
      'dcat:contactPoint': { 'vcard:fn': '王小明' },
      'dcat:distribution': [{ '@id': 'r1' }, { '@id': 'r2' }],
    },
    { '@id': 'p', '@type': 'foaf:Organization', 'foaf:name': '勞動部' },
    {
      '@id': 'r1',
      '@type': 'dcat:Distribution',
      'dct:title': '第一個',
      'dcat:downloadURL': { '@id': 'files/a.csv' },
      'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
    },
    {
      '@id': 'r2',
      '@type': 'dcat:Distribution',
      'dcat:accessURL': { '@id': 'https://b.tw/' },
      'dct:format': 'API',
    },
  ],
}

/** The same nested and with whole names. */
const EXPANDED = [
  {
    '@type': ['http://www.w3.org/ns/dcat#Catalog'],
    'http://www.w3.org/ns/dcat#dataset': [
      {
        '@id': 'd1',
        '@type': ['http://www.w3.org/ns/dcat#Dataset'],
        'http://purl.org/dc/terms/title': [{ '@value': '名稱' }],
        'http://www.w3.org/ns/dcat#distribution': [
          { 'http://www.w3.org/ns/dcat#downloadURL': [{ '@id': 'https://a.tw/files/a.csv' }] },
        ],
      },
    ],
  },
]

const url = 'https://a.tw/data.json'

describe('data.json', () => {
  test('a dataset', async () => {
    const { datasets, problems } = await readText(JSON.stringify(DATA_JSON), { url })
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([EXPECTED])
    expect(datasets[0]?.resources).toEqual(EXPECTED.resources)
    expect(datasets[0]?.extra).toEqual({ keyword: '["a"]' })
  })

  test('cut inside the second: the first is kept and the rest told', async () => {
    const twice = JSON.stringify({
      dataset: [DATA_JSON.dataset[0], { ...DATA_JSON.dataset[0], identifier: 'd2' }],
    })
    const read = await readText(twice.slice(0, -80))
    expect(ids(read)).toEqual(['d1'])
    expect(read.codes).toEqual(['cut-short@2'])
  })

  test('a distribution without an address is told', async () => {
    const read = await readText(
      JSON.stringify({ dataset: [{ identifier: 'd', title: 't', distribution: [{}] }] }),
    )
    expect(read.codes).toEqual(['no-resource@1', 'bad-record@1'])
  })
})

describe('DCAT as JSON-LD', () => {
  test('a graph with links between its nodes', async () => {
    const { datasets, problems } = await readText(JSON.stringify(GRAPH), { url })
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([EXPECTED])
    expect(datasets[0]?.resources).toEqual(EXPECTED.resources)
  })

  test('nested nodes with whole names', async () => {
    const { datasets, problems } = await readText(JSON.stringify(EXPANDED))
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([
      { id: 'd1', title: '名稱', resources: [{ id: '1', url: 'https://a.tw/files/a.csv' }] },
    ])
  })

  test('nodes that link in a circle', async () => {
    const circle = {
      '@context': CONTEXT,
      '@graph': [
        { '@id': 'd', '@type': 'dcat:Dataset', 'dct:title': 't', 'dct:relation': { '@id': 'e' } },
        { '@id': 'e', 'dct:isPartOf': { '@id': 'd' } },
      ],
    }
    const read = await readText(JSON.stringify(circle))
    expect(ids(read)).toEqual(['d'])
  })

  test('datasets that all link to the catalogue, which links to them all', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `d${at}`)
    const graph = [
      { '@id': 'c', '@type': 'dcat:Catalog', 'dcat:dataset': ids.map((id) => ({ '@id': id })) },
      ...ids.map((id) => ({
        '@id': id,
        '@type': 'dcat:Dataset',
        'dct:title': id,
        'dct:isPartOf': { '@id': 'c' },
      })),
    ]
    const started = performance.now()
    const { datasets } = await readText(JSON.stringify({ '@context': CONTEXT, '@graph': graph }))
    expect(datasets).toHaveLength(300)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('cut short', async () => {
    await expect(readText(JSON.stringify(GRAPH).slice(0, -9))).rejects.toThrow(/不是正確的 JSON/)
  })
})

test.each([
  ['R/P1M', '每1月'],
  ['R/P3M', '每3月'],
  ['R/PT1H', '每1小時'],
  ['irregular', '不定期'],
  ['http://publications.europa.eu/resource/authority/frequency/QUARTERLY', '每1季'],
  ['http://purl.org/cld/freq/daily', '每1日'],
  ['每年', '每年'],
  ['constructor', 'constructor'],
])('accrualPeriodicity %s', async (accrualPeriodicity, expected) => {
  const { datasets } = await readText(JSON.stringify({ dataset: [{ identifier: 'd', accrualPeriodicity }] }))
  expect(datasets[0]?.updateFrequency).toBe(expected)
})
