import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitResources } from '../../src/catalogue/resources.ts'

const [A, B, C] = ['https://a.tw/rss.php?unit=47;50', 'http://b.tw/x', 'HTTPS://c.tw/y;z=1']

/** Shown as `format/encoding` per resource, `-` for none. */
const shown = (urls: string, formats: string, encodings: string): string =>
  splitResources(urls, formats, encodings)
    .resources.map(({ format, encoding }) => `${format || '-'}/${encoding || '-'}`)
    .join(' ')

describe('URLs', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    [' ; ', []],
    [A, [A]],
    [`${A};${B};${C}`, [A, B, C]],
    [`${A}; ${B} ;\n${C};`, [A, B, C]],
    [`${A};`, [A]],
    ['ftp://a.tw/x;https://b.tw', ['ftp://a.tw/x', 'https://b.tw']],
    ['見備註', ['見備註']],
    ['https://a.tw/?next=https://b.tw', ['https://a.tw/?next=https://b.tw']],
  ])('%j', (cell, urls) => {
    expect(splitResources(cell, '', '').resources.map(({ url }) => url)).toEqual(urls)
  })

  test('URLs with any number of ; come back', () => {
    const url = fc.array(fc.constantFrom('a', ';', '=', '/', 'http'), { maxLength: 9 }).map((parts) => {
      const path = parts.join('').replace(/[;\s]+$/, '')
      return `https://x.tw/${path}`
    })
    fc.assert(
      fc.property(fc.array(url), (urls) => {
        expect(splitResources(urls.join(';'), '', '').resources.map((each) => each.url)).toEqual(urls)
      }),
    )
  })
})

describe('檔案格式 and 編碼格式 that fit', () => {
  const three = `${A};${B};${C}`
  test.each([
    [three, 'CSV;JSON;XML', 'UTF-8;BIG5;UTF-8', 'CSV/UTF-8 JSON/BIG5 XML/UTF-8'],
    [three, 'CSV', 'UTF-8', 'CSV/UTF-8 CSV/UTF-8 CSV/UTF-8'],
    [three, '', '', '-/- -/- -/-'],
    [three, 'CSV; ;XML', 'UTF-8', 'CSV/UTF-8 -/UTF-8 XML/UTF-8'],
    [three, 'CSV;JSON;XML;', 'UTF-8;', 'CSV/UTF-8 JSON/UTF-8 XML/UTF-8'],
    [A, 'CSV;', 'UTF-8', 'CSV/UTF-8'],
    ['', 'CSV;JSON', 'UTF-8', ''],
  ])('%s %s %s', (urls, formats, encodings, expected) => {
    expect(shown(urls, formats, encodings)).toBe(expected)
    expect(splitResources(urls, formats, encodings).mismatch).toBeUndefined()
  })
})

describe('檔案格式 and 編碼格式 that do not fit', () => {
  test.each([
    [
      `${A};${B};${C}`,
      'CSV;JSON',
      'UTF-8;UTF-8;BIG5',
      '-/UTF-8 -/UTF-8 -/BIG5',
      '有 3 個連結，「檔案格式」有 2 個值',
    ],
    [`${A};${B};${C}`, 'CSV;CSV', 'UTF-8', 'CSV/UTF-8 CSV/UTF-8 CSV/UTF-8', '「檔案格式」有 2 個值'],
    [A, 'CSV;JSON', 'UTF-8;UTF-8', '-/UTF-8', '「檔案格式」有 2 個值，「編碼格式」有 2 個值'],
  ])('%s %s %s', (urls, formats, encodings, expected, mismatch) => {
    expect(shown(urls, formats, encodings)).toBe(expected)
    expect(splitResources(urls, formats, encodings).mismatch?.detail).toContain(mismatch)
  })
})
