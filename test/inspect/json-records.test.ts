import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, treeOf } from './tree-reader.ts'

const tree = (content: string | Buffer) => treeOf(readJson(content))

const names = (content: string): string[] | undefined =>
  tree(content).records?.fields.map((field) => field.name)
const place = (content: string): string | undefined => tree(content).records?.path

describe('the list of records', () => {
  test('a plain array counts names over all records, in order of first sight', () => {
    expect(tree('[{"b":1,"a":2},{"a":3},{"c":null,"a":4}]').records).toMatchObject({
      path: '$',
      count: 3,
      fields: [
        { name: 'b', count: 1 },
        { name: 'a', count: 3 },
        { name: 'c', count: 1 },
      ],
      nested: 0,
      others: 0,
    })
  })

  test('nested values and elements that are no objects are counted', () => {
    expect(tree('[{"a":[]},{"a":{},"b":[]},{"a":1},2,[3],null]').records).toMatchObject({
      count: 3,
      nested: 2,
      others: 3,
    })
  })

  test('names inside nested values are not fields', () => {
    expect(names('[{"a":{"x":1}},{"a":[{"y":1}]}]')).toEqual(['a'])
  })

  test('two spellings of a name are one name', () => {
    expect(tree('[{"年度":1},{"\\u5e74\\u5ea6":2},{"年\\u5ea6":3}]').records!.fields).toEqual([
      { name: '年度', count: 3 },
    ])
    expect(names('[{"a\\\\b":1},{"a\\b":2}]')).toEqual(['a\\b', 'a\b'])
  })

  test('names are counted for each list anew', () => {
    expect(tree('{"x":[{"a":1}],"y":[{"a":1},{"a":2}]}').records!.fields).toEqual([{ name: 'a', count: 2 }])
  })

  const ENVELOPES: readonly (readonly [string, string, string, string[]])[] = [
    [
      'MOL',
      '{"success":true,"result":{"resource_id":"A17010000J-000135-MOZ","records":[{"年度":"2009","平均年齡-男":"34.77"},{"年度":"2010","平均年齡-男":"35"}]}}',
      '$.result.records',
      ['年度', '平均年齡-男'],
    ],
    [
      'NTPC',
      '{"success":true,"result":{"resource_id":"x","limit":2,"fields":[{"type":"text","id":"No"},{"type":"text","id":"Name"},{"type":"text","id":"Addr"}],"records":[{"No":"1","Name":"a"}]}}',
      '$.result.records',
      ['No', 'Name'],
    ],
    [
      'MOENV',
      '{"fields":[{"id":"sitename","type":"text","info":{"label":"測站"}},{"id":"aqi"}],"resource_id":"r","total":"85","_links":{},"records":[{"sitename":"基隆","aqi":"40"}],"__extras":{"api_key":"k"}}',
      '$.records',
      ['sitename', 'aqi'],
    ],
    [
      'CWA',
      '{"success":"true","result":{"resource_id":"F-C0032-001","fields":[{"id":"datasetDescription"},{"id":"locationName"},{"id":"parameterName"}]},"records":{"datasetDescription":"三十六小時","location":[{"locationName":"嘉義縣","weatherElement":[]}]}}',
      '$.records.location',
      ['locationName', 'weatherElement'],
    ],
    [
      'parking',
      '{"data":{"UPDATETIME":"x","park":[{"id":"1","area":"南港區"}]}}',
      '$.data.park',
      ['id', 'area'],
    ],
    ['OData', '{"@odata.context":"x","value":[{"Id":1}]}', '$.value', ['Id']],
    [
      'unheard of',
      '{"XML_Head":{"Listname":"1","Infos":{"Info":[{"Id":"C1"},{"Id":"C2"}]}}}',
      '$.XML_Head.Infos.Info',
      ['Id'],
    ],
    ['the longer of two', '{"x":[{"a":1}],"y":[{"b":1},{"b":2}],"z":[{"c":1}]}', '$.y', ['b']],
  ]
  test.each(ENVELOPES)('%s', (_, text, path, fields) => {
    expect(place(text)).toBe(path)
    expect(names(text)).toEqual(fields)
  })

  test('an empty list under a known wrapper is the answer: there is no data', () => {
    expect(tree('{"fields":[{"id":"a"},{"id":"b"}],"records":[]}').records).toMatchObject({
      path: '$.records',
      count: 0,
      others: 0,
    })
    expect(tree('[]').records).toMatchObject({ path: '$', count: 0, others: 0 })
  })

  test.each(['{"a":1}', '{"a":{"b":2}}', '{"tags":[]}', '{"tags":["x"]}', '"x"', '1'])(
    'none in %s',
    (text) => {
      expect(tree(text).records).toBeUndefined()
    },
  )

  test('a two-dimensional array has rows but no names', () => {
    expect(tree('[["a","b"],[1,2]]').records).toMatchObject({
      path: '$',
      count: 0,
      fields: [],
      nested: 0,
      others: 2,
    })
    expect(tree('{"columns":["a"],"rows":[[1],[[2]]]}').records).toMatchObject({
      path: '$.rows',
      others: 2,
      nested: 1,
    })
  })

  test('a list of scalars counts only where nothing better is', () => {
    expect(tree('[1,"2",null]').records).toMatchObject({ path: '$', count: 0, others: 3 })
    expect(tree('{"data":["x"],"parks":[{"a":1}]}').records).toMatchObject({ path: '$.parks', count: 1 })
  })

  test('lists inside lists and lists far down are values', () => {
    expect(place('{"list":[{"records":[{"a":1},{"a":2}]}]}')).toBe('$.list')
    expect(place('{"a":{"b":{"c":{"d":{"e":{"f":[{"x":1}]}}}}}}')).toBe('$.a.b.c.d.e.f')
    expect(place('{"a":{"b":{"c":{"d":{"e":{"f":{"g":[{"x":1}]}}}}}}}')).toBeUndefined()
  })

  test('what was met before a fault is told', () => {
    expect(tree('[{"a":1},{"a":2},{"b":')).toMatchObject({ records: { count: 3 }, fault: { line: 1 } })
  })

  const field = fc.constantFrom('a', 'b', '年度', 'c"d', '')
  const records = fc.array(
    fc.dictionary(
      field,
      fc.oneof(
        fc.integer(),
        fc.string(),
        fc.constant(null),
        fc.json().map((json) => JSON.parse(json) as unknown),
      ),
    ),
  )
  test('fields agree with a count over the parsed records', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (list, pretty) => {
        const parsed = JSON.parse(JSON.stringify(list)) as Record<string, unknown>[]
        const counts = new Map<string, number>()
        for (const name of parsed.flatMap((record) => Object.keys(record)))
          counts.set(name, (counts.get(name) ?? 0) + 1)
        const found = tree(JSON.stringify(list, null, pretty ? 2 : undefined))
        expect(found.records!.fields).toEqual([...counts].map(([name, count]) => ({ name, count })))
        expect(found.records!.count).toBe(parsed.length)
        expect(found.records!.nested).toBe(
          parsed.filter((record) =>
            Object.values(record).some((value) => typeof value === 'object' && value !== null),
          ).length,
        )
        expect(found.duplicateKeys.count).toBe(0)
      }),
    )
  })
})

describe('GeoJSON', () => {
  const feature = (properties: string) =>
    `{"type":"Feature","geometry":{"type":"Point","coordinates":[121.5,25]},"properties":${properties}}`
  test.each([
    [
      'type first',
      (list: string) => `{"type":"FeatureCollection","crs":{"type":"name"},"features":[${list}]}`,
    ],
    ['type last', (list: string) => `{"features":[${list}],"type":"FeatureCollection"}`],
  ])('%s: the fields are the properties', (_, collection) => {
    const text = collection(
      [feature('{"name":"a","area":1}'), feature('{"name":"b","more":{"x":1}}'), feature('null')].join(),
    )
    expect(tree(text).records).toMatchObject({
      path: '$.features',
      count: 3,
      fields: [
        { name: 'name', count: 2 },
        { name: 'area', count: 1 },
        { name: 'more', count: 1 },
      ],
      nested: 1,
      others: 0,
    })
  })

  test('an element that is no feature adds no fields', () => {
    const text = `{"type":"FeatureCollection","features":[${feature('{"a":1}')},[{"b":2}]]}`
    expect(tree(text).records).toMatchObject({ fields: [{ name: 'a', count: 1 }], others: 1 })
  })

  test('features without the type are ordinary records', () => {
    expect(names(`{"features":[${feature('{"a":1}')}]}`)).toEqual(['type', 'geometry', 'properties'])
  })
})
