import { describe, expect, it } from 'vitest'
import { validate } from '../../src/openapi/index.ts'
import { BASE, change } from './documents.ts'

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const small = '{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{}}'

describe('notation', () => {
  // biome-ignore format: a table
  it.each<[what: string, content: string | Buffer, verdict: string, id: string | undefined, line?: number]>([
    ['UTF-16 little endian', utf16(BASE['3.0']), 'valid', undefined],
    ['UTF-16 big endian', utf16(BASE['3.0']).swap16(), 'valid', undefined],
    ['JSON in one line', small, 'valid', undefined],
    ['nothing', '', 'invalid', 'empty'],
    ['blanks', ' \n\n', 'invalid', 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'invalid', 'encoding'],
    ['NULs', `${small}\0`, 'invalid', 'binary'],
    ['UTF-16 without its mark', Buffer.from(small, 'utf16le'), 'invalid', 'binary'],
    ['UTF-32', Buffer.concat([Buffer.from('fffe0000', 'hex'), Buffer.from(small)]), 'invalid', 'encoding'],
    ['Big5', Buffer.concat([Buffer.from('openapi: "3.0.0"\n# '), Buffer.from('b4fab8d5', 'hex')]), 'invalid', 'encoding'],
    ['a web page', '<!DOCTYPE html><title>Swagger UI</title>', 'invalid', 'markup'],
    ['prose', '這不是 API 文件', 'invalid', 'not-openapi'],
    ['CSV', '年度,人數\n110,5\n', 'invalid', 'not-openapi'],
    ['a list', '[1, 2]', 'invalid', 'not-openapi'],
    ['another JSON', '{"a": 1}', 'invalid', 'not-openapi'],
    ['a number', '42', 'invalid', 'not-openapi'],
    ['a version that is a number', 'openapi: 3.0\n', 'invalid', 'no-version', 1],
    ['a version that is a word', 'openapi: latest\n', 'invalid', 'no-version', 1],
    ['broken JSON', '{"openapi": "3.0.3",\n "info": {"title" "t"}}', 'invalid', 'syntax', 2],
    ['broken YAML', 'openapi: 3.0.3\ninfo:\n  title: [\n', 'invalid', 'syntax', 4],
    ['a tab for indentation', 'openapi: 3.0.3\ninfo:\n\ttitle: a\n', 'invalid', 'syntax', 3],
    ['two documents', `${BASE['3.0']}---\na: 1\n`, 'invalid', 'several-documents', BASE['3.0'].split('\n').length],
    ['a key twice in YAML', change('3.0', 'info:', 'openapi: 3.0.3\ninfo:'), 'invalid', 'duplicate-key', 2],
    ['a status twice', change('2.0', '        201: {', '        "201": {description: a}\n        201: {'), 'invalid', 'duplicate-key', 22],
    ['a key twice in JSON', small.replace('"title":"t"', '"title":"t",\n"\\u0074itle":"u"'), 'invalid', 'duplicate-key', 2],
    ['a list as key', change('3.0', 'info:', '? [a]\n: 1\ninfo:'), 'invalid', 'syntax', 2],
    ['a merge key', change('3.0', 'version: "1"}', 'version: "1", <<: {description: a}}'), 'invalid', 'merge-key', 2],
    ['a circle of aliases', change('3.0', 'tags:', 'x-a: &a [*a]\ntags:'), 'unverified', 'too-deep'],
  ])('%s', (_, content, verdict, id, line) => {
    const result = validate(Buffer.from(content as string))
    expect([result.verdict, result.faults[0]?.id]).toEqual([verdict, id])
    expect(result.faults[0]?.line).toBe(line)
  })

  it('tells where a repeated key is', () => {
    const text = small.replace('"title":"t"', '"title":"t","x-a":[0,{"b":1,"b":2}]')
    expect(validate(Buffer.from(text)).faults[0]).toMatchObject({
      pointer: '/info/x-a/1/b',
      id: 'duplicate-key',
    })
    const yaml = change('3.0', 'version: "1"}', 'version: "1", x-a: [0, {b: 1, b: 2}]}')
    expect(validate(Buffer.from(yaml)).faults[0]).toMatchObject({ pointer: '/info/x-a/1/b', line: 2 })
  })

  // biome-ignore format: a table
  it.each<[pointer: string, line: number, json: string]>([
    ['/info/version', 3, '{"openapi":"3.0.3",\n"info":{"title":"\\"}{",\n"version":1},"paths":{}}'],
    ['/tags/1/name', 4, '{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},\n"tags":[\n{"name":"a"},\n{"name":"a"}]}'],
  ])('knows the line of %s in JSON', (pointer, line, json) => {
    expect(validate(Buffer.from(json)).faults[0]).toMatchObject({ pointer, line })
  })
})

/** Generous for a busy machine; without the limits each takes minutes or the whole memory. */
const SOON = 60_000
const start = 'openapi: 3.0.3\ninfo: {title: t, version: "1"}\npaths: {}\n'
const bomb = [
  'x-0: &a0 [lol, lol]',
  ...Array.from({ length: 40 }, (_, n) => `x-${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
].join('\n')

describe('hostile documents end in a verdict', () => {
  // biome-ignore format: a table
  it.each<[what: string, text: () => string, verdict: string, id: string]>([
    ['an alias bomb', () => start + bomb, 'unverified', 'too-many-aliases'],
    ['10⁵ lists in JSON', () => small.replace('{}}', `{},"x-a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`), 'unverified', 'too-deep'],
    ['10⁵ lists in YAML', () => `${start}x-a: ${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'unverified', 'too-deep'],
    ['10⁵ lists in one line', () => `${start}x-a:\n  ${'- '.repeat(1e5)}a`, 'unverified', 'too-deep'],
    ['10⁵ keys in one line', () => `${start}${'? '.repeat(1e5)}a`, 'unverified', 'too-deep'],
    ['a stair of indentation', () => `${start}${Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}`, 'unverified', 'too-deep'],
    ['more than 16 MiB', () => ' '.repeat(2 ** 24 + 1), 'unverified', 'too-large'],
    ['16 MiB of numbers', () => small.replace('{}}', `{},"x-a":[0${',0'.repeat(8e6)}]}`), 'unverified', 'too-many'],
    ['16 MiB of faults', () => `{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{${Array.from({ length: 9e5 }, (_, n) => `"${n}":1`).join(',')}}}`, 'invalid', 'path-without-slash'],
    ['as many faults as are looked for', () => `{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{${Array.from({ length: 3e4 }, (_, n) => `"/${n}":{"a":1}`).join(',')}}}`, 'invalid', 'unknown-field'],
    ['10⁵ keys of one name', () => `${start}${'x-a: 1\n'.repeat(3e4)}`, 'invalid', 'duplicate-key'],
    ['a text of braces', () => `openapi: ${'{'.repeat(1e6)}`, 'unverified', 'too-deep'],
  ])(
    '%s',
    (_, text, verdict, id) => {
      const result = validate(Buffer.from(text()))
      expect([result.verdict, result.faults[0]?.id]).toEqual([verdict, id])
      expect(result.faults.length).toBeLessThanOrEqual(100)
    },
    SOON,
  )

  it('lists a hundred faults and counts the others', () => {
    const tags = Array.from({ length: 150 }, () => ({}))
    const text = JSON.stringify({ ...JSON.parse(small), tags: tags.map((_, n) => ({ n: `${n}` })) })
    const { faults, more } = validate(Buffer.from(text))
    // Each lacks its name and has a field that nobody knows.
    expect([faults.length, more]).toEqual([100, 200])
  })

  it.each([600, 5_000])('an anchor used %i times is no bomb', (count) => {
    const uses = Array.from({ length: count }, (_, n) => `x-${n}: *a`).join('\n')
    expect(validate(Buffer.from(`${start}x-a: &a {b: 1}\n${uses}`)).verdict).toBe('valid')
  })
})
