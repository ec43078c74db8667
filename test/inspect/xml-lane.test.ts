import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xmlLane } from '../../src/inspect/xml-lane.ts'
import { readRepeated, readXml, treeOf } from './tree-reader.ts'

describe('chunks', () => {
  const samples = [
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<r xmlns:x="u">\r<row x:a="&lt;1"><年>😀</年></row><row>&#x4e00;</row></r>',
    '<r><message><![CDATA[查]]]]>&amp;無</message></r>',
    '<!DOCTYPE r [<!ENTITY n "]>">]><r>&n;&m;</r>',
    '<a/> x \u0001',
    '<a/>x & y',
    ' <!-- x --> junk <a/>',
    '<a/>\r\n\r\r x',
    '<a>Q & A</a><b>;</b>',
    '<a b="1&c" d="x;y"/>',
    '<a>&#27;</a>',
    '<a>\r\n\u0002</a>',
    '<a><b></a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><![CDATA[',
    '<a>😀\ud83d',
  ]
  test.each(samples)('one at a time: %j', (text) => {
    expect(readXml(text, () => 1)).toEqual(readXml(text))
  })

  test('any cuts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.infiniteStream(fc.nat(7)), (text, sizes) => {
        expect(readXml(text, () => sizes.next().value as number)).toEqual(readXml(text))
      }),
    )
  })

  test.each([
    ['a CRLF', '\r', '\n', 2, 5],
    ['a CR', '\r', '', 2, 5],
    ['a pair', '\ud83d', '\ude00', 1, 70_009],
  ])('a cut in or after %s far into the content', (_, before, after, line, column) => {
    const lane = xmlLane()
    lane.push(`<a>${'x'.repeat(70_000)}${before}`)
    lane.push(`${after}<b/>`)
    lane.push('&x;</a>')
    expect(treeOf(lane.end()).fault).toMatchObject({ line, column })
  })

  const rows = fc.record({
    count: fc.nat(4_000),
    size: fc.integer({ min: 1_000, max: 99_000 }),
    end: fc.constantFrom('', '\n', '\r\n', '\r'),
  })
  test('the place of a fault far into the content', () => {
    fc.assert(
      fc.property(rows, ({ count, size, end }) => {
        const row = `<row><年>😀${'x'.repeat(50)}</年></row>${end}`
        const text = `<r>${end}${row.repeat(count)}<row>&x;</row></r>`
        const before = end === '' ? 3 + count * [...row].length : 0
        expect(treeOf(readXml(text, () => size)).fault).toMatchObject({
          line: end === '' ? 1 : count + 2,
          column: before + 6,
        })
      }),
      { numRuns: 50 },
    )
  })

  test('a message too long to be one', () => {
    const text = `<r><message>查無${' '.repeat(2_000_000)}資料</message></r>`
    expect(treeOf(readXml(text)).messages).toEqual([])
    expect(readXml(text, () => 300_000)).toEqual(readXml(text))
  })

  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="',
    '"/>',
    '&amp;',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '\r',
    '\n',
    'x',
    '年',
    '😀',
    '<?p ',
    '?>',
    '\u0001',
    ' ',
  )
  test('any soup, any cuts', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (pieces, size) => {
        const text = pieces.join('')
        expect(readXml(text, () => size)).toEqual(readXml(text))
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each(['<r><row><a>1</a></row><row><a>2</a></row><row><a', '<r>&am', '<!-- ', '<a/>\ud83d', ''])(
  'what a cap has cut is not broken: %j',
  (text) => {
    const lane = xmlLane()
    lane.push(text)
    expect(treeOf(lane.end(true)).fault).toBeUndefined()
  },
)

describe('bounds', () => {
  const feed = (chunk: string, times: number, first = '', last = '') =>
    readRepeated(xmlLane(), chunk, times, first, last)

  test('ten million levels stop at the cap', () => {
    expect(feed('<a>'.repeat(100_000), 100)).toMatchObject({
      whole: false,
      because: { code: 'too-deep', data: { cap: 256 } },
      value: { depth: 256 },
    })
    expect(treeOf(readXml('<a>'.repeat(256) + '</a>'.repeat(256))).fault).toBeUndefined()
  })

  const long = 'x'.repeat(1 << 20)
  test.each([
    ['text', '<a>\n<b/>', 1 << 24],
    ['CDATA', '<a>\n<b/><![CDATA[', 1 << 24],
    ['a comment', '<a>\n<b/><!--', 1 << 24],
    ['an instruction', '<a>\n<b/><?x ', 1 << 24],
    ['an attribute', '<a>\n<b/><c d="', 1 << 20],
    ['a name', '<a>\n<b/><', 1 << 24],
    ['a DOCTYPE', '<!DOCTYPE a "', 1 << 20],
  ])('%s without end', (_, first, cap) => {
    const line = first.split('\n').length
    expect(feed(long, 600, first)).toMatchObject({
      whole: false,
      because: { code: 'piece-too-long', data: { line, cap } },
    })
  })

  test('a bare & before a long text is a fault all the same', () => {
    expect(feed(long, 20, '<a>\nQ & A ')).toMatchObject({ value: { fault: { line: 2, column: 3 } } })
  })

  test('a tag with more and more attributes', () => {
    const lane = xmlLane()
    lane.push('<a')
    for (let i = 0; i < 30; i++)
      lane.push(Array.from({ length: 10_000 }, (_, k) => ` a${i}_${k}=""`).join(''))
    expect(lane.end()).toMatchObject({ whole: false, because: { code: 'piece-too-long' } })
  })

  test('more names than fit', () => {
    const lane = xmlLane()
    lane.push('<r>')
    for (let i = 0; i < 5_000; i++) lane.push(`<row><n${i}/></row>`)
    lane.push('</r>')
    expect(lane.end()).toMatchObject({
      whole: false,
      because: { code: 'too-many-names', data: { cap: 4_096 } },
      value: { records: { count: 5_000 } },
    })
  })
})
