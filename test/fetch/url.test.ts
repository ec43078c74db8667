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
  ['http://example.tw/a.csv', 'http://example.tw/a.csv'],
  [
    'http://example.tw/年/a b.csv?名=臺 北',
    'http://example.tw/%E5%B9%B4/a%20b.csv?%E5%90%8D=%E8%87%BA%20%E5%8C%97',
  ],
  ['http://example.tw/%e8%b3%87/資', 'http://example.tw/%e8%b3%87/%E8%B3%87'],
  ['http://example.tw/%B8%EA?q=%B8%EA', 'http://example.tw/%B8%EA?q=%B8%EA'],
  ['http://example.tw/a%2Fb%20c+d?e=%26&f=100%', 'http://example.tw/a%2Fb%20c+d?e=%26&f=100%'],
  ['http://example.tw/%25E8%25B3', 'http://example.tw/%25E8%25B3'],
  ['http://example.tw/a|b[1].csv?c[]=1|2', 'http://example.tw/a|b[1].csv?c[]=1|2'],
  ['http://example.tw/a"<b>`{c}^', 'http://example.tw/a%22%3Cb%3E%60%7Bc%7D^'],
  ['http://example.tw/a;jsessionid=1?b=1;c=2', 'http://example.tw/a;jsessionid=1?b=1;c=2'],
  ['http://example.tw/a\\b.csv', 'http://example.tw/a/b.csv'],
  ['http://example.tw/a/../b//c/./d', 'http://example.tw/b//c/d'],
  ['http://example.tw/a\tb\n.csv', 'http://example.tw/ab.csv'],
  ['http://example.tw?a=1', 'http://example.tw/?a=1'],
  ['http://開放資料。台灣/a', 'http://xn--4bvvhr88holh.xn--kpry57d/a'],
  ['http://ｅｘａｍｐｌｅ．ｔｗ/a', 'http://example.tw/a'],
  ['http://user:p@ss@example.tw/a', 'http://user:p%40ss@example.tw/a'],
  ['http:/example.tw/a', 'http://example.tw/a'],
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
  ['JavaScript:void(0)', 'unsupported-scheme'],
  ['mailto:a@example.tw', 'unsupported-scheme'],
  ['blob:http://example.tw/a', 'unsupported-scheme'],
  ['C:\\data\\a.csv', 'unsupported-scheme'],
  ['ftp://', 'bad-url'],
])('%j is %s', (text, code) => {
  expect(() => target(text)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code }) }))
})

test.each([
  ['/b.csv', 'http://example.tw/b.csv'],
  ['c.csv?x=1', 'http://example.tw/dir/c.csv?x=1'],
  ['//other.tw/', 'http://other.tw/'],
  ['?x=1;y|z', 'http://example.tw/dir/a.csv?x=1;y|z'],
  ['/a b%20c.csv', 'http://example.tw/a%20b%20c.csv'],
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
