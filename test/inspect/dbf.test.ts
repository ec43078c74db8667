import { describe, expect, it } from 'vitest'
import { dbf } from '../support/dbf.ts'
import { zipOf } from '../support/zip.ts'
import { inspectPieces } from './bytes-source.ts'

const inside = (content: Buffer) => inspectPieces([content])

describe('attributes of shapes', () => {
  const FIELDS = [
    ['站名', 10],
    ['人數', 6],
  ] as const
  const ROWS = [
    ['許功蓋', '5'],
    ['二站', '6'],
    ['三,站', '7'],
  ]
  const table = async (members: Record<string, Buffer | string>) => {
    const { parts = [] } = await inside(zipOf(members))
    const { table, text, bytes } = parts[0]!.content
    if (!table.seen || !text.seen || !bytes.seen) throw new Error('not seen')
    return {
      rows: table.value.head.map(({ cells }) => cells),
      encoding: text.value.encoding,
      format: bytes.value.format,
    }
  }
  it.each<[string, { encoding?: string; driver?: number }, string | undefined, string]>([
    ['by .cpg', { encoding: 'cp950' }, 'Big5', 'BIG5'],
    ['by .cpg in a number', { encoding: 'cp950' }, '950', 'BIG5'],
    ['by the language driver', { encoding: 'cp950', driver: 0x78 }, undefined, 'BIG5'],
    ['by their bytes', { encoding: 'utf8' }, undefined, 'UTF-8'],
  ])('are a table, its encoding told %s', async (_, options, cpg, encoding) => {
    const made = dbf(FIELDS, ROWS, { ...options, deleted: [1] })
    const found = await table({ 'a.DBF': made, ...(cpg && { 'a.cpg': cpg }) })
    expect(found).toEqual({
      rows: [
        ['站名', '人數'],
        ['許功蓋', '5'],
        ['三,站', '7'],
      ],
      encoding,
      format: 'dbf',
    })
  })

  it('that come alone are a table, too, which keeps the size of the file', async () => {
    const made = dbf(FIELDS, ROWS, { encoding: 'cp950' })
    const { content } = await inside(made)
    expect(content).toMatchObject({
      bytes: { value: { format: 'dbf', size: made.length } },
      text: { value: { encoding: 'BIG5' } },
      table: { whole: true, value: { rows: 4 } },
      shape: { value: { kind: 'table' } },
    })
    expect(await inspectPieces(Array.from(made, (byte) => Buffer.of(byte)))).toEqual(await inside(made))
  })

  it('that come alone and break off have a reason', async () => {
    const { content } = await inside(dbf(FIELDS, ROWS).subarray(0, -30))
    expect(content).toMatchObject({
      bytes: { value: { format: 'dbf' } },
      table: { because: { code: 'part-damaged' } },
      shape: { whole: false },
    })
  })

  it.each<[string, (made: Buffer) => unknown]>([
    ['the month', (made) => (made[2] = 13)],
    ['the kind of a field', (made) => (made[32 + 11] = 0x5a)],
    ['the width of a field', (made) => (made[32 + 16] = 0)],
    ['the width of a record', (made) => made.writeUInt16LE(3, 10)],
    ['the end of the fields', (made) => (made[32 + 64] = 0x20)],
    ['the length of the header', (made) => made.writeUInt16LE(40, 8)],
  ])('are none where %s is none', async (_, spoil) => {
    const made = dbf(FIELDS, ROWS)
    spoil(made)
    expect((await inside(made)).content.bytes).toMatchObject({ value: { format: 'binary' } })
  })

  it('are asked for where an archive has the shapes alone', async () => {
    const { content, parts } = await inside(
      zipOf({ 'a.shp': Buffer.from('0000270a'.padEnd(200, '0'), 'hex') }),
    )
    expect(parts).toBeUndefined()
    expect(content.shape).toMatchObject({ because: { code: 'shape-alone' } })
  })

  it('that are none have a reason', async () => {
    const made = dbf(FIELDS, ROWS)
    for (const broken of [Buffer.from('x'), made.subarray(0, 50), made.subarray(0, -30), Buffer.alloc(500)])
      expect((await inside(zipOf({ 'a.dbf': broken }))).parts).toMatchObject([
        { member: 'a.dbf', content: { table: { because: { code: 'member-damaged' } } } },
      ])
  })
})
