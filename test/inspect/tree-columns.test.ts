import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/core/column.ts'
import { readJson, readXml, treeOf } from './tree-reader.ts'

const recordsOf = (content: string, cut?: (index: number) => number) =>
  treeOf(content.startsWith('<') ? readXml(content, cut) : readJson(content, cut)).records!
const columnsOf = (content: string) => recordsOf(content).columns
/** The kinds there are. */
const kinds = ({ counts }: Column) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
const list = <T>(length: number, of: (n: number) => T): T[] => Array.from({ length }, (_, n) => of(n))

describe('what the values of records look like', () => {
  const VALUES: readonly (readonly [value: unknown, kind: string])[] = [
    [null, 'empty'],
    ['', 'empty'],
    [' ', 'empty'],
    [12.5, 'number'],
    [-3e10, 'number'],
    ['0912', 'number'],
    ['-1.5%', 'number'],
    ['1,234', 'grouped'],
    ['１２', 'wide'],
    ['1.2E+11', 'scientific'],
    ['民國113年', 'roc'],
    ['113/05/31', 'roc'],
    ['2024-05-31', 'western'],
    ['－', 'placeholder'],
    ['無', 'placeholder'],
    ['N/A', 'placeholder'],
    ['n/a', 'placeholder'],
    ['中華民國113年5月底', 'roc'],
    ['民國113年6月1日編製', 'text'],
    ['中文', 'text'],
    ['台北市', 'text'],
    [true, 'text'],
    ['x'.repeat(300), 'text'],
  ]
  const asAscii = (json: string) =>
    json.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

  test.each(VALUES)('%j: %s', (value, kind) => {
    // The second and third of a kind are told by how they begin, where that says enough.
    const json = JSON.stringify(list(3, () => ({ a: value })))
    expect(columnsOf(json).map(kinds)).toEqual([{ [kind]: 3 }])
    expect(columnsOf(asAscii(json)).map(kinds)).toEqual([{ [kind]: 3 }])
    expect(columnsOf(`[{"a":1},{"a":"文"},${json.slice(1)}`).map(kinds)).toEqual([
      Object.fromEntries([
        ['number', 1 + (kind === 'number' ? 3 : 0)],
        ['text', 1 + (kind === 'text' ? 3 : 0)],
        [kind, 3 + (kind === 'number' || kind === 'text' ? 1 : 0)],
      ]),
    ])
    const text = value === null ? '' : String(value)
    const rows = list(3, () => `<row><a>${text}</a><b/></row>`).join('')
    expect(kinds(columnsOf(`<r>${rows}</r>`)[0]!)).toEqual({
      [typeof value === 'number' && String(value).includes('e') ? 'scientific' : kind]: 3,
    })
  })

  test('a name that a record has not is no value; nor is one that holds more', () => {
    expect(columnsOf('[{"a":1},{"b":[1]},{"a":{"a":2}}]').map(kinds)).toEqual([{ number: 1 }, {}])
    const xml = '<r><row><a>1</a><b><c>1</c><d/></b></row><row><a>2</a><a>x</a><b><c>1</c><d/></b></row></r>'
    const { fields, columns } = recordsOf(xml)
    expect(fields.map(({ name }) => name)).toEqual(['a', 'a[2]', 'b'])
    expect(columns.map(kinds)).toEqual([{ number: 2 }, {}, {}])
  })

  test('of very many records one in sixteen is looked at', () => {
    const json = `[${list(50_160, (n) => `{"a":${n < 50_000 ? 1 : '"－"'}}`).join()}]`
    expect(columnsOf(json).map(kinds)).toEqual([{ number: 50_000, placeholder: 10 }])
    const xml = `<r>${list(50_160, (n) => `<row><a>${n < 50_000 ? 1 : '－'}</a></row>`).join('')}</r>`
    expect(columnsOf(xml).map(kinds)).toEqual([{ number: 50_000, placeholder: 10 }])
  })

  test('only the first 256 names are looked at', () => {
    const record = JSON.stringify(Object.fromEntries(list(300, (n) => [`a${n}`, n])))
    const { fields, columns } = recordsOf(`[${record}]`)
    expect([fields.length, columns.length]).toEqual([300, 256])
  })
})

describe('records that come twice', () => {
  test('in many small lists, a limited number is remembered', () => {
    const small = list(100_100, (n) => `"k${n % 50}${'x'.repeat(n % 3)}":[{"a":1,"b":2},{"a":1,"b":3}]`)
    const json = `{${small.join()},"records":[{"a":1,"b":2},{"a":1,"b":2}]}`
    expect(recordsOf(json)).toMatchObject({ path: '$.records', same: { looked: 0, found: { count: 0 } } })
  })

  test('lists in the records of XML are none of records', () => {
    const items = (n: number) => list(10, (m) => `<i${m}><v>${n}</v><w/></i${m}>`).join('')
    const rows = list(25_000, (n) => `<row><a>${n}</a><b>${items(n)}</b></row>`)
    expect(recordsOf(`<r>${rows.join('')}</r>`)).toMatchObject({ path: '/r/row', same: { looked: 25_000 } })
  })

  test('a very long one is not compared', () => {
    const long = (length: number) => `{"a":"${'x'.repeat(length)}","b":1}`
    for (const cut of [() => 65_536, () => Number.POSITIVE_INFINITY]) {
      expect(recordsOf(`[${long(1e6)},${long(1e6)}]`, cut).same).toMatchObject({
        looked: 2,
        found: { count: 1 },
      })
      expect(recordsOf(`[${long(2e6)},${long(2e6)}]`, cut).same.looked).toBe(0)
      const row = (length: number) => `<row>${`<a>${'x'.repeat(1e5)}</a>`.repeat(length)}</row>`
      expect(recordsOf(`<r>${row(10)}${row(10)}</r>`, cut).same).toMatchObject({
        looked: 2,
        found: { count: 1 },
      })
      expect(recordsOf(`<r>${row(20)}${row(20)}</r>`, cut).same.looked).toBe(0)
    }
  })
})

describe('columns and equal records do not depend on where the content is cut', () => {
  const cuts = fc.infiniteStream(fc.integer({ min: 1, max: 40 }))
  const value = fc.constantFrom(
    '1',
    '"1"',
    '"甲乙"',
    '"\\u7532"',
    '"\\u7121"',
    '"－"',
    '""',
    '-2.5',
    'null',
    '[{}]',
    '"2024-05-31"',
  )
  const record = fc.tuple(value, value).map(([a, b]) => `{"a":${a},"年度": ${b}}`)
  const text = fc.constantFrom(
    '1',
    '甲😀',
    '－',
    '',
    '&#49;',
    '<![CDATA[無]]>',
    '\r\n',
    '<c>1</c><d/>',
    '2024-05-31',
  )
  const row = fc
    .tuple(text, text, fc.constantFrom('', ' k="1"', ' k="1" m=\'甲\''))
    .map(([a, b, given]) => `<row${given}>\r<a>${a}</a><年度>${b}</年度></row>`)

  test.each([
    ['JSON', fc.array(record, { minLength: 2, maxLength: 20 }).map((records) => `[${records.join()}]`)],
    [
      'broken JSON',
      fc.array(record, { minLength: 2, maxLength: 20 }).map((records) => `[${records.join().slice(0, -3)}`),
    ],
    ['XML', fc.array(row, { minLength: 2, maxLength: 20 }).map((rows) => `<r>${rows.join('\r\n')}</r>`)],
    [
      'broken XML',
      fc.array(row, { minLength: 2, maxLength: 20 }).map((rows) => `<r>${rows.join('\r\n').slice(0, -3)}`),
    ],
  ])('%s', (_, content) => {
    fc.assert(
      fc.property(content, cuts, (given, lengths) => {
        expect(recordsOf(given, () => lengths.next().value as number)).toEqual(recordsOf(given))
      }),
      { numRuns: 300 },
    )
  })
})
