import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Text } from '../../src/core/artifacts.ts'
import { look } from './bytes-source.ts'

async function textOf(content: Buffer): Promise<Text> {
  const { text } = await look([content], undefined, 'csv')
  if (!text.seen) throw new Error('no text')
  return text.value
}

const big5 = (text: string) => iconv.encode(text, 'cp950')
const row = '臺北市,中正區,機構名稱,測試\n'

describe('encoding', () => {
  it.each([
    ['ASCII', Buffer.from('a,b\n1,2\n'), 'ASCII', null],
    ['UTF-8', Buffer.from(`縣市,區\n${row}`), 'UTF-8', null],
    ['UTF-8 with mark', Buffer.from(`\ufeff縣市,區\n${row}`), 'UTF-8', 'UTF-8'],
    ['Big5', big5(`縣市,區\n${row}`), 'BIG5', null],
    ['three Big5 characters', big5('a,b\n1,臺北市\n'), 'BIG5', null],
    [
      'Big5 after 180 KB of ASCII',
      Buffer.concat([Buffer.from('a,b,c\n'.repeat(30_000)), big5(row)]),
      'BIG5',
      null,
    ],
    [
      'Big5 with a user-defined pair',
      Buffer.concat([big5(row.repeat(5)), Buffer.from([0x95, 0xcd]), big5('行里,1\n')]),
      'BIG5',
      null,
    ],
    [
      'UTF-8 with one bad byte',
      Buffer.concat([Buffer.from(row.repeat(50)), Buffer.from([0xff]), Buffer.from('\n')]),
      'UTF-8',
      null,
    ],
    [
      'UTF-16LE with mark',
      iconv.encode(`縣市,區\n${row}`, 'utf-16le', { addBOM: true }),
      'UTF-16LE',
      'UTF-16LE',
    ],
    [
      'UTF-16BE with mark',
      iconv.encode(`縣市,區\n${row}`, 'utf-16be', { addBOM: true }),
      'UTF-16BE',
      'UTF-16BE',
    ],
    ['UTF-16LE without mark', iconv.encode(`縣市,區\n${row.repeat(5)}`, 'utf-16le'), 'UTF-16LE', null],
    [
      'GB18030',
      iconv.encode('城市,地区,机构名称\n北京市,东城区,测试机构的名称说明文字内容\n'.repeat(10), 'gb18030'),
      'GB18030',
      null,
    ],
  ])('%s', async (_, content, encoding, bom) => {
    expect(await textOf(content)).toMatchObject({ encoding, bom })
  })

  it('takes traditional characters in GBK for GB18030', async () => {
    const rows =
      '臺北市政府環境保護局,資料來源為內政部國土測繪中心，電話請洽總機\n澎湖縣,衛生福利部國民健康署,歷年資料請見網站\n'
    const content = iconv.encode(rows.repeat(5), 'gbk')
    expect(await textOf(content)).toMatchObject({ encoding: 'GB18030', bad: { count: 0 } })
  })

  const exports: readonly [number, number][] = [
    [1, 1],
    [5, 1],
    [1, 5],
    [1, 10],
    [50, 50],
    [100, 1],
    [1, 100],
  ]
  it.each(exports)(
    'finds faults where %i rows of UTF-8 and %i of Big5 stand in one file',
    async (some, others) => {
      const utf8 = Buffer.from(`年度,地區\n${'113,臺北市中正區\n'.repeat(some)}`)
      const big5 = iconv.encode(`年度,地區\n${'114,高雄市前鎮區\n'.repeat(others)}`, 'cp950')
      for (const content of [Buffer.concat([utf8, big5]), Buffer.concat([big5, utf8])]) {
        const { encoding, bad } = await textOf(content)
        expect(['UTF-8', 'BIG5']).toContain(encoding)
        expect(bad.count).toBeGreaterThan(0)
      }
    },
  )

  it.each(['a,b\n1,\xff\n', 'a,b\n1,\x87@\n', 'id,n\n1,caf\xe9\n2,x\n'])(
    'guesses neither UTF-32 nor ASCII from a few bytes: %j',
    async (content) => {
      expect((await textOf(Buffer.from(content, 'latin1'))).guess ?? '').not.toMatch(/UTF-(?:16|32)|ASCII/)
    },
  )

  it('agrees with a strict decoder on UTF-8 text with one byte changed', async () => {
    const sound = Buffer.from(`縣市,區\n${row.repeat(20)}`)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sound.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const content = Buffer.from(sound)
          content[at] = byte
          let valid = true
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(content)
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError)
            valid = false
          }
          const text = await textOf(content)
          expect(text.bad.count === 0 && text.encoding === 'UTF-8').toBe(valid)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('places', () => {
  it('tells offset and line of a late bad byte', async () => {
    const before = Buffer.from(`縣市,區\n${row.repeat(9000)}`)
    const text = await textOf(Buffer.concat([before, Buffer.from([0xe5, 0x41]), Buffer.from('\n')]))
    expect(text.bad).toEqual({ count: 1, first: [{ offset: before.length, line: 9002, bytes: 'e5' }] })
  })

  it('counts every bad sequence and keeps twenty', async () => {
    const text = await textOf(Buffer.concat([Buffer.from(row.repeat(1000)), Buffer.alloc(100, 0xff)]))
    expect([text.bad.count, text.bad.first.length]).toEqual([100, 20])
  })

  it('finds replacement characters', async () => {
    expect((await textOf(Buffer.from(`${row}a\ufffdb,c\n`))).replacement).toMatchObject({
      count: 1,
      first: [{ line: 2 }],
    })
  })

  it('finds user-defined pairs of Big5', async () => {
    const text = await textOf(
      Buffer.concat([big5(row.repeat(5)), Buffer.from([0x95, 0xcd]), big5('行里,1\n')]),
    )
    expect(text.userDefined).toMatchObject({ count: 1, first: [{ line: 6, bytes: '95cd' }] })
    expect(text.bad.count).toBe(0)
  })
})

describe('mojibake', () => {
  // 0x8f and four others have no character in Windows-1252; programs pass them through as controls.
  const asLatin = (bytes: Buffer) =>
    Array.from(bytes, (byte) =>
      iconv.decode(Buffer.from([byte]), 'win1252').replace('\ufffd', String.fromCharCode(byte)),
    ).join('')
  it.each([
    ['UTF-8 read as Windows-1252', asLatin(Buffer.from('台北市政府')), '台北市政府'],
    ['Big5 read as Windows-1252', asLatin(big5('台北市政府資料')), '台北市政府資料'],
  ])('repairs %s', async (_, garbled, repaired) => {
    const text = await textOf(Buffer.from(`機關,數\n${garbled},1\n`))
    expect(text.mojibake).toMatchObject({ count: 1, first: [{ line: 2, repaired }] })
  })

  it.each([
    'Café',
    'Málaga',
    'Ångström, Zürich',
    'São Paulo',
    '25°C ± 1',
    '×÷',
    'naïve façade',
    'Müller Straße',
  ])('leaves %s alone', async (name) => {
    expect((await textOf(Buffer.from(`機關,數\n${name},1\n`))).mojibake.count).toBe(0)
  })
})
