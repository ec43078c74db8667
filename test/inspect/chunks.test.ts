import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../src/core/format.ts'
import { inspect } from '../../src/inspect/index.ts'
import { ALL, cutEvery, look, sourceOf } from './bytes-source.ts'

/** Pieces that trouble begins with: quotes, line ends, second bytes that look like ASCII, marks, faults. */
const PIECES = [
  ',',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  '"a,b"',
  '"a\nb"',
  '\t',
  ' ',
  '　',
  '年度',
  '許功蓋',
  '一',
  '合計',
  '小計',
  '備註：',
  '1',
  '23.5',
  'x',
  '{',
  '}',
  '[',
  ']',
  ':',
  '"k":',
  'null',
  '<a>',
  '</a>',
  '<b c="1"/>',
  '&amp;',
  '&#27;',
  '\ufffd',
  '\ufeff',
  'Ã©',
  '\\',
  '\\u4e00',
]
const HEADS = [
  '年度,縣市,人數\n',
  'a,b\n1,2\n',
  '[{"k":1},',
  '<?xml version="1.0" encoding="UTF-8"?><r>',
  '<html><body>',
  '{"k":1}\n{"k":2}\n',
  'cb([{"k":1},\n',
  '',
  '\ufeff年,月\n',
]

const body = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
    fc.constantFrom('utf8', 'cp950', 'utf-16le', 'torn'),
  )
  .map(([head, pieces, encoding]) => {
    const text = head + pieces.join('')
    if (encoding !== 'torn') return iconv.encode(text, encoding)
    const bytes = Buffer.from(text)
    return bytes.subarray(0, Math.max(0, bytes.length - 1))
  })

describe('inspection does not depend on where the content is cut', () => {
  it('any content, any cuts, any block size', async () => {
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        async (content, cut, blockSize) => {
          const whole = await look([content])
          expect(await look(cutEvery(content, cut), blockSize)).toEqual(whole)
        },
      ),
      { numRuns: 600 },
    )
  })

  it.each([
    [
      'inside a Big5 pair whose second byte is a backslash',
      iconv.encode('姓名,功績\n許功蓋,"一,二"\n', 'cp950'),
    ],
    ['inside CRLF and a doubled quote', Buffer.from('a,b\r\n"x ""y""",2\r\n\r\n"multi\r\nline",3\r\n')],
    ['inside UTF-16', iconv.encode('﻿年度\t人數\r\n112\t5\r\n', 'utf-16le')],
    ['inside a byte order mark', Buffer.from('\ufeff年度,人數\n112,5\n')],
    [
      'inside a bad sequence',
      Buffer.concat([Buffer.from('年度,人數\n112,'), Buffer.from([0xe5, 0x90]), Buffer.from('\n113,5\n')]),
    ],
    ['inside a JSON escape and number', Buffer.from('[{"年":"\\u4e00\\n","n":-1.5e+10},{"年":"","n":0}]')],
  ])('one byte at a time: %s', async (_, content) => {
    expect(await look(cutEvery(content, 1), 1)).toEqual(await look([content]))
  })
})

describe('content cut by a cap', () => {
  const cases: [string, string, Format?][] = [
    ['inside a quoted cell', '年度,地址\n112,"中山路2號"\n113,"中山路1', 'csv'],
    ['inside a record', '年度,縣市,人數\n112,臺北市,5\n113,臺', 'csv'],
    ['inside JSON', '[{"年度":"112"},{"年度":"11'],
    ['inside XML', '<r><row><年>1</年></row><row><年>2'],
  ]
  it.each(cases)('is no fault of the content: %s', async (_, text, format) => {
    const whole = Buffer.from(text)
    const { content } = await inspect(
      { ...sourceOf([whole.subarray(0, whole.length - 1)]), whole: false },
      format ? { format } : {},
      ALL,
    )
    const { shape, text: read } = content
    expect(shape).toMatchObject({ seen: true, whole: false, because: { code: 'over-byte-cap' } })
    expect(read).toMatchObject({ seen: true, whole: false, value: { encoding: 'UTF-8', bad: { count: 0 } } })
    if (!shape.seen) return
    if (shape.value.kind === 'tree') expect(shape.value.tree.fault).toBeUndefined()
    if (shape.value.kind === 'table')
      expect(shape.value.table).toMatchObject({ quotes: { count: 0 }, widths: [{ rows: [1, 2] }] })
  })
})
