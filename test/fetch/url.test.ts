import { expect, test } from 'vitest'
import { headerText, redirectTarget, target } from '../../src/fetch/url.ts'
import { rawBytes } from '../support/portal.ts'

/** 資料 */
const BIG5 = Buffer.from([0xb8, 0xea, 0xae, 0xc6])

test.each([
  ['http://example.tw/資料 集.csv', 'http://example.tw/%E8%B3%87%E6%96%99%20%E9%9B%86.csv'],
  ['http://example.tw/%E8%B3%87?q=%E6%96%99', 'http://example.tw/%E8%B3%87?q=%E6%96%99'],
  ['http://example.tw/a;b.csv?c;d=1', 'http://example.tw/a;b.csv?c;d=1'],
  [' \u3000http://example.tw/a.csv\r\n', 'http://example.tw/a.csv'],
  ['http://example.tw/a#b', 'http://example.tw/a'],
  ['http://資料.tw/', 'http://xn--qev058f.tw/'],
  ['HTTPS://EXAMPLE.TW:443', 'https://example.tw/'],
])('%j is asked for as %s', (text, expected) => {
  expect(target(text).href).toBe(expected)
})

test.each([
  ['', 'bad-url'],
  ['www.example.tw/a.csv', 'bad-url'],
  ['詳見網站', 'bad-url'],
  ['http://', 'bad-url'],
  ['http://a b/', 'bad-url'],
  ['http://256.1.1.1/', 'bad-url'],
  ['http://example.tw:99999/', 'bad-url'],
  ['ftp://example.tw/a.csv', 'unsupported-scheme'],
  ['file:///etc/hosts', 'unsupported-scheme'],
  ['data:text/csv,a', 'unsupported-scheme'],
  ['javascript:void(0)', 'unsupported-scheme'],
])('%j is %s', (text, code) => {
  expect(() => target(text)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code }) }))
})

test.each([
  ['/b.csv', 'http://example.tw/b.csv'],
  ['c.csv?x=1', 'http://example.tw/dir/c.csv?x=1'],
  ['//other.tw/', 'http://other.tw/'],
  [rawBytes('/資料.csv'), 'http://example.tw/%E8%B3%87%E6%96%99.csv'],
  [rawBytes(BIG5), 'http://example.tw/dir/%B8%EA%AE%C6'],
])('a redirect to %j leads to %s', (location, expected) => {
  expect(redirectTarget(location, new URL('http://example.tw/dir/a.csv')).href).toBe(expected)
})

test.each([
  ['attachment; filename=a.csv', 'attachment; filename=a.csv'],
  [rawBytes('檔名.csv'), '檔名.csv'],
  [rawBytes(BIG5), '資料'],
])('the header value %j reads %s', (value, expected) => {
  expect(headerText(value)).toBe(expected)
})
