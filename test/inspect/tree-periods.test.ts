import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newestPeriod } from '../../src/core/newest.ts'
import { look } from './bytes-source.ts'
import { readJson, readXml, treeOf } from './tree-reader.ts'

const NOW = Date.parse('2026-11-20T00:00:00Z')

async function newestIn(content: string) {
  const { shape } = await look([Buffer.from(content)])
  const records = shape.seen && shape.value.kind === 'tree' ? shape.value.tree.records : undefined
  const names = records?.fields.map(({ name }) => name) ?? []
  return newestPeriod(records?.periods ?? [], { names, lastRow: 0 }, NOW)
}

const feature = (date: string) =>
  `{"type":"Feature","geometry":{"type":"Point","coordinates":[121.5,25]},"properties":{"名":"甲","日期":"${date}"}}`
const kml = (field: (value: string) => string) =>
  `<kml><Document>${['111', '113', '112'].map((value) => `<Placemark><name>甲</name><ExtendedData>${field(value)}</ExtendedData></Placemark>`).join('')}</Document></kml>`

describe('the newest period of records', () => {
  test.each<[string, string, string, string, number]>([
    ['numbers', '[{"縣市":"甲","年度":111},{"縣市":"乙","年度":113},{"年度":112}]', '年度', '113', 2],
    ['escapes', '[{"日期":"2024\\/05\\/31"},{"日期":"2024\\/05\\/30"}]', '日期', '2024/05/31', 1],
    ['letters as escapes', '[{"\\u5e74\\u5ea6":"113\\u5e74"},{"年度":"112年"}]', '年度', '113年', 1],
    ['null is no value', '[{"年度":null},{"年度":"113"},{"年度":null},{"年度":null}]', '年度', '113', 2],
    ['an envelope', '{"success":true,"result":{"records":[{"年月":"11305"}]}}', '年月', '11305', 1],
    ['NDJSON', '{"date":"2024-05-30"}\n{"date":"2024-05-31"}\n', 'date', '2024-05-31', 2],
    [
      'GeoJSON',
      `{"type":"FeatureCollection","features":[${feature('2024-05-31')},${feature('2024-05-30')}]}`,
      '日期',
      '2024-05-31',
      1,
    ],
    [
      'a name given twice in a record counts once',
      '[{"年度":"111","年度":"114"},{"年度":"112"}]',
      '年度',
      '112',
      2,
    ],
    [
      'XML',
      '<r><row><年度>111</年度></row><row><年度><![CDATA[113]]></年度></row><row/></r>',
      '年度',
      '113',
      2,
    ],
    [
      'references in XML',
      '<r><row><年度>111</年度></row><row><年度>&#49;13</年度></row></r>',
      '年度',
      '113',
      2,
    ],
    ['attributes', '<r><row 年度="111"/><row 年度="113"/></r>', '年度', '113', 2],
    [
      'RSS',
      '<rss><channel><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><item><title>甲</title><pubDate>Mon, 20 May 2024 08:00:00 GMT</pubDate></item></channel></rss>',
      'pubDate',
      'Mon, 20 May 2024 08:00:00 GMT',
      1,
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2024-05-31T08:00:00Z</updated></entry></feed>',
      'updated',
      '2024-05-31T08:00:00Z',
      1,
    ],
    ['KML, Data', kml((v) => `<Data name="年度"><value>${v}</value></Data>`), '年度', '113', 2],
    [
      'KML, SimpleData',
      kml((v) => `<SchemaData><SimpleData name="年度">${v}</SimpleData></SchemaData>`),
      '年度',
      '113',
      2,
    ],
  ])('%s', async (_, content, column, value, row) => {
    expect(await newestIn(content)).toMatchObject({ column, value, row, record: true })
  })

  test.each([
    ['a list beside the data', '{"log":[{"年度":113}],"records":[{"a":1},{"a":2}]}'],
    ['a value inside a value', '[{"a":{"年度":113}},{"a":{"年度":114}}]'],
    ['a list under the name', '[{"年度":[113]},{"年度":[114]}]'],
    [
      'another object beside the properties',
      `{"type":"FeatureCollection","features":[${feature('')},${feature('').replace('}}', '},"x":{"日期":"2024-05-31"}}')}]}`,
    ],
    ['other values', '[{"年度":"甲"},{"年度":true},{"年度":113}]'],
    [
      'a second element is another column',
      '<r><row><a>1</a><b><年度>113</年度></b></row><row><a>2</a></row></r>',
    ],
    [
      'elements under the name',
      '<r><row><年度><a>113</a></年度></row><row><年度><a>113</a></年度></row></r>',
    ],
  ])('none in %s', async (_, content) => {
    expect(await newestIn(content)).toBeUndefined()
  })

  test('a newer one is found among very many, wherever it stands', async () => {
    const days = Array.from({ length: 6_000 }, (_, n) =>
      new Date(n * 86_400_000 + 1e12).toISOString().slice(0, 10),
    )
    for (const at of [0, 4_000, 5_555, 5_999]) {
      const dates = days.with(at, '2026-01-01')
      const json = dates.map((date) => `{"a":1,"date":"${date}"}`).join(',')
      expect(await newestIn(`[${json}]`)).toMatchObject({ value: '2026-01-01', row: at + 1 })
      const xml = dates.map((date) => `<row><a>1</a><date>${date}</date></row>`).join('')
      expect(await newestIn(`<r>${xml}</r>`)).toMatchObject({ value: '2026-01-01', row: at + 1 })
    }
  })
})

describe('periods do not depend on where the content is cut', () => {
  const value = fc.oneof(
    fc.constantFrom(
      'null',
      'true',
      '1e3',
      '""',
      '"甲"',
      '"2024\\/05\\/31"',
      '"\\u0031\\u0031\\u0033"',
      '[1]',
      '{}',
    ),
    fc.integer({ min: 90, max: 115 }).map(String),
    fc.integer({ min: 100, max: 115 }).map((year) => `"${year}年"`),
  )
  const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 40 }))
  const cutter = (lengths: Iterator<number>) => () => lengths.next().value as number

  test('JSON', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), cuts, (values, lengths) => {
        // Beyond the first 5,000 values are compared where they stand.
        const json = `[${'{"年度":101},'.repeat(5_000)}${values.map((v) => `{"年度":${v} ,"日期":${v}}`).join(',')}]`
        expect(treeOf(readJson(json, cutter(lengths)))).toEqual(treeOf(readJson(json)))
      }),
      { numRuns: 40 },
    )
  })

  test('XML', () => {
    const piece = fc.constantFrom(
      '113',
      '1',
      '年',
      ' ',
      '&#49;',
      '<![CDATA[12]]>',
      '<!-- 9 -->',
      '\n',
      '2024-05-31T00:00:00',
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 4 }), { minLength: 2, maxLength: 20 }),
        cuts,
        (rows, lengths) => {
          const xml = `<r>${rows.map((row) => `<row><年度>${row.join('')}</年度></row>`).join('')}</r>`
          expect(treeOf(readXml(xml, cutter(lengths)))).toEqual(treeOf(readXml(xml)))
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('a list of features may hold what is none', () => {
  const { records } = treeOf(
    readJson(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"年度":113}},"x",1,true]}',
    ),
  )
  expect(records).toMatchObject({ count: 1, others: 3 })
})
