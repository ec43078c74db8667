import { describe, expect, test } from 'vitest'
import { createCookies } from '../../src/fetch/cookies.ts'

const NOW = Date.parse('2026-01-01T00:00:00Z')

function sent(from: string, lines: readonly string[], to: string): string {
  const cookies = createCookies(NOW)
  cookies.take(lines, new URL(from))
  return cookies.header(new URL(to))
}

describe('a cookie goes', () => {
  const HERE = 'https://www.a.gov.tw/dir/x'
  test.each<[why: string, line: string, to: string]>([
    ['back', 's=1', HERE],
    ['back, whatever it is for', 's=1; HttpOnly; SameSite=Strict; Foo=bar', HERE],
    ['below the directory', 's=1', 'https://www.a.gov.tw/dir/y/z'],
    ['below its path', 's=1; Path=/', 'https://www.a.gov.tw/other'],
    ['to another port', 's=1', 'https://www.a.gov.tw:8443/dir/'],
    ['to the hosts of its domain', 's=1; Domain=.A.gov.tw; Path=/', 'https://data.a.gov.tw/'],
    ['to the domain itself', 's=1; Domain=a.gov.tw; Path=/', 'https://a.gov.tw/'],
    ['encrypted when it must be', 's=1; Secure', HERE],
    ['back while it lives', 's=1; Max-Age=10; Expires=Thu, 01-Jan-1970 00:00:01 GMT', HERE],
    ['back when its end cannot be read', 's=1; Expires=someday', HERE],
  ])('%s', (_, line, to) => {
    expect(sent(HERE, [line], to)).toBe('s=1')
  })

  test.each<[why: string, line: string, to: string]>([
    ['to another host', 's=1', 'https://data.a.gov.tw/dir/'],
    ['down to a host of its own name', 's=1; Path=/', 'https://data.www.a.gov.tw/'],
    ['to another host, by the same path', 's=1; Path=/', 'https://evil.tw/'],
    ['to a name that ends alike', 's=1; Domain=a.gov.tw; Path=/', 'https://xa.gov.tw/'],
    ['to a domain that is not its own', 's=1; Domain=b.gov.tw; Path=/', 'https://b.gov.tw/'],
    [
      'down to a host that did not set it',
      's=1; Domain=data.www.a.gov.tw; Path=/',
      'https://data.www.a.gov.tw/',
    ],
    ['to every agency', 's=1; Domain=gov.tw; Path=/', 'https://b.gov.tw/'],
    ['back when it claims every agency', 's=1; Domain=gov.tw; Path=/', HERE],
    ['up the path', 's=1', 'https://www.a.gov.tw/'],
    ['to a path that begins alike', 's=1; Path=/di', HERE],
    ['unencrypted when it must not', 's=1; Secure; Path=/', 'http://www.a.gov.tw/'],
    ['back when it is over', 's=1; Expires=Thu, 01-Jan-1970 00:00:01 GMT', HERE],
    ['back when it has no age', 's=1; Max-Age=0', HERE],
    ['back without name and value', '=', HERE],
    ['back when it is too long', `s=${'1'.repeat(4096)}`, HERE],
    ['back with control characters', 's=1\x01', HERE],
  ])('never %s', (_, line, to) => {
    expect(sent(HERE, [line], to)).toBe('')
  })
})

test('an unencrypted answer sets no cookie for encrypted ones only', () => {
  expect(sent('http://a.gov.tw/', ['s=1; Secure'], 'https://a.gov.tw/')).toBe('')
})

test('an address has no domain, but it may name itself', () => {
  const [from, to] = ['http://127.0.0.1/', 'http://127.0.0.2/']
  expect(sent(from, ['s=1; Domain=127.0.0.1'], from)).toBe('s=1')
  expect(sent(from, ['s=1; Domain=0.0.1'], to)).toBe('')
})

test('the customers of one hoster are strangers', () => {
  expect(
    sent('https://a.azurewebsites.net/', ['s=1; Domain=azurewebsites.net'], 'https://b.azurewebsites.net/'),
  ).toBe('')
})

test('several cookies go together, those of longer paths first, the later value of a name alone', () => {
  const lines = ['a=1; Path=/', 'b=2; Path=/x', 'a=3; Path=/', 'c', 'd=4', 'd=; Max-Age=-1']
  expect(sent('http://a.tw/', lines, 'http://a.tw/x/')).toBe('b=2; a=3; c')
})

test('values stay as they came', () => {
  expect(sent('http://a.tw/', ['a="%E8 =x"; Path=/', 'b=\xe8'], 'http://a.tw/')).toBe('a="%E8 =x"; b=\xe8')
})

test('the fifty-first is not kept', () => {
  const lines = Array.from({ length: 60 }, (_, i) => `c${i}=1`)
  expect(sent('http://a.tw/', [...lines, 'c0=2'], 'http://a.tw/').split('; ')).toEqual([
    'c0=2',
    ...lines.slice(1, 50),
  ])
})
