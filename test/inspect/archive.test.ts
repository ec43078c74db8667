import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Inspection, Part } from '../../src/core/artifacts.ts'
import { tarOf } from '../support/tar.ts'
import { type MadeMember, zipOf } from '../support/zip.ts'
import { cutEvery, inspectPieces } from './bytes-source.ts'

const CSV = '年度,人數\n110,5\n111,6\n'
const BIG5 = iconv.encode(CSV, 'cp950')
const BAD = Buffer.concat([Buffer.from(CSV), Buffer.from([0xe5, 0x90, 0x0a])])

const inside = (content: Buffer) => inspectPieces([content])
/** Each part in a word: its format, or why it has none. */
const word = ({ content, parts }: Part): unknown =>
  parts ? parts.map(named) : content.bytes.seen ? content.bytes.value.format : content.bytes.because.code
const named = (part: Part): unknown => [part.member, word(part)]
const words = ({ parts = [] }: Inspection) => parts.map(named)

describe('what is judged of an archive', () => {
  it.each<[string, Record<string, string | Buffer>, unknown[]]>([
    [
      'data, not documents and pictures',
      { 'a.csv': CSV, 'a.pdf': '%PDF', 'b.png': 'x', 'c.docx': 'PK' },
      [['a.csv', 'csv']],
    ],
    [
      'what promises data, whatever it is',
      { 'a.csv': '<html><p>', 'b.json': '' },
      [
        ['a.csv', 'html'],
        ['b.json', 'empty'],
      ],
    ],
    ['data without an ending', { a: '[{"x":1}]', b: '只是文字' }, [['a', 'json']]],
    [
      'data, not what explains it',
      {
        'a.csv': CSV,
        'manifest.csv': CSV,
        'schema-a.csv': CSV,
        'README.txt': CSV,
        '欄位說明.csv': CSV,
        'b.txt': CSV,
      },
      [['a.csv', 'csv']],
    ],
    ['text where there is nothing better', { 'a.txt': CSV, 'manifest.csv': CSV }, [['a.txt', 'csv']]],
    ['notes where there is nothing else', { 'manifest.csv': CSV }, [['manifest.csv', 'csv']]],
    [
      'nothing that the system left',
      { 'a.csv': CSV, '__MACOSX/._a.csv': 'x', '.DS_Store': 'x', 'Thumbs.db': 'x' },
      [['a.csv', 'csv']],
    ],
    [
      'archives in it',
      { 'in.zip': zipOf({ 'b.csv': CSV }), 'docs.zip': zipOf({ 'a.pdf': '%PDF' }) },
      [['in.zip', [['b.csv', 'csv']]]],
    ],
    ['compressed files in it', { 'a.csv.gz': gzipSync(CSV) }, [['a.csv.gz', [['data', 'csv']]]]],
  ])('%s', async (_, members, expected) => {
    expect(words(await inside(zipOf(members)))).toEqual(expected)
  })

  it('does not depend on where it is cut', async () => {
    const content = zipOf({ 'a.csv': BAD, 'b.csv': BIG5, 'in.zip': zipOf({ 'c.csv': CSV }) })
    expect(await inspectPieces(cutEvery(content, 7), 5)).toEqual(await inside(content))
  })

  it.each([
    ['no file at all', zipOf([{ name: 'folder/' }]), 'no-members'],
    ['documents only', zipOf({ 'a.pdf': '%PDF', 'b.jpg': 'x' }), 'no-testable-member'],
    ['a directory that is cut off', zipOf({ 'a.csv': CSV }).subarray(0, 60), 'archive-damaged'],
    ['an unfinished gzip', gzipSync(CSV.repeat(999)).subarray(0, 30), undefined],
  ])('%s has a reason', async (_, content, code) => {
    const { content: found, parts } = await inside(content)
    if (code) {
      expect(found.table).toMatchObject({ seen: false, because: { code } })
      expect(parts).toBeUndefined()
    } else expect(words({ content: found, ...(parts && { parts }) })).toEqual([['data', 'member-damaged']])
  })
})

describe('members that cannot be read have a reason each', () => {
  it.each<[string, MadeMember, string]>([
    ['encrypted', { name: 'a.csv', content: CSV, flags: 1 }, 'member-encrypted'],
    ['leading out', { name: '../a.csv', content: CSV }, 'member-name'],
    ['a link', { name: 'a.csv', content: 'b', mode: 0o120777 }, 'member-link'],
    ['of a wrong sum', { name: 'a.csv', content: CSV, claims: { crc: 7 } }, 'member-damaged'],
    [
      'an archive in an archive, too large to hold',
      { name: 'a.zip', content: zipOf([{ name: 'b', content: Buffer.alloc(40 << 20) }]) },
      'over-held',
    ],
    ['encrypted, of no known kind', { name: 'a', content: CSV, flags: 1 }, 'member-encrypted'],
  ])('%s', async (_, made, code) => {
    const found = await inside(zipOf([made, { name: 'sound.csv', content: CSV }]))
    expect(words(found).map((part) => (part as string[])[1])).toEqual([code, 'csv'])
  })

  it('nested deeper than three archives', async () => {
    let content = zipOf({ 'a.csv': CSV })
    for (let depth = 0; depth < 3; depth++) content = zipOf({ 'in.zip': content })
    let part: Inspection = await inside(content)
    while (part.parts) part = part.parts[0]!
    expect(part.content.table).toMatchObject({ because: { code: 'too-nested', data: { cap: 3 } } })
  })

  it('more than 1,000', async () => {
    const made = Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}.csv`, content: CSV }))
    const { parts = [] } = await inside(zipOf(made))
    expect(parts.length).toBe(1_001)
    expect(parts.at(-1)).toMatchObject({ content: { table: { because: { code: 'too-many-members' } } } })
  })

  it('so wide that their facts would fill the memory', async () => {
    const wide = `${Array.from({ length: 500 }, (_, n) => `column ${n}`).join(',')}\n`.repeat(70)
    const made = Array.from({ length: 200 }, (_, n) => ({ name: `${n}.csv`, content: wide, deflate: true }))
    const { parts = [] } = await inside(zipOf(made))
    expect(parts.length).toBeLessThan(100)
    expect(parts.at(-1)).toMatchObject({ content: { table: { because: { code: 'too-many-facts' } } } })
  })
})

describe('tar', () => {
  const LONG = `${'資料'.repeat(60)}.csv`
  const pax = (text: string) => {
    const length = Buffer.byteLength(text) + 5
    return `${length} ${text}\n`
  }
  it.each<[string, Buffer, unknown[]]>([
    [
      'plain',
      tarOf([
        { name: 'f/', type: '5' },
        { name: 'f/a.csv', content: CSV },
        { name: 'b.json', content: '[1]' },
      ]),
      [
        ['f/a.csv', 'csv'],
        ['b.json', 'json'],
      ],
    ],
    [
      'with a GNU long name',
      tarOf([
        { name: '././@LongLink', type: 'L', content: `${LONG}\0` },
        { name: 'short', content: CSV },
      ]),
      [[LONG, 'csv']],
    ],
    [
      'with a pax name',
      tarOf([
        { name: 'x', type: 'x', content: pax(`path=${LONG}`) },
        { name: 'short', content: CSV },
      ]),
      [[LONG, 'csv']],
    ],
    [
      'with a link, a device and a way out',
      tarOf([
        { name: 'a.csv', type: '2' },
        { name: 'b.csv', type: '3' },
        { name: '../c.csv', content: CSV },
        { name: 'd.csv', content: CSV },
      ]),
      [
        ['a.csv', 'member-link'],
        ['b.csv', 'member-link'],
        ['../c.csv', 'member-name'],
        ['d.csv', 'csv'],
      ],
    ],
    [
      'with bytes that call for a second look',
      tarOf([
        { name: 'a.csv', content: BAD },
        { name: 'b.csv', content: CSV },
      ]),
      [
        ['a.csv', 'csv'],
        ['b.csv', 'csv'],
      ],
    ],
    [
      'with a wrong sum',
      tarOf([
        { name: 'a.csv', content: CSV },
        { name: 'b.csv', content: CSV, sum: 1 },
      ]),
      [
        ['a.csv', 'csv'],
        [undefined, 'archive-damaged'],
      ],
    ],
    [
      'cut off',
      tarOf([
        { name: 'a.csv', content: CSV },
        { name: 'b.csv', content: CSV, size: 99_999 },
      ]),
      [
        ['a.csv', 'csv'],
        ['b.csv', 'archive-damaged'],
        [undefined, 'archive-damaged'],
      ],
    ],
  ])('%s, and the same behind gzip', async (_, tar, expected) => {
    const plain = await inside(tar)
    expect(words(plain)).toEqual(expected)
    expect((await inside(gzipSync(tar))).parts).toEqual(plain.parts)
  })
})
